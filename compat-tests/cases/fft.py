# Fourier transforms: every length, axis, layout and norm; judged relative to the largest element, as
# their errors spread over all elements.
def tol(d):
    return "r3e-6z" if d in ("f2", "f4", "c8") else "r4e-15z"


def wide(n):
    """Errors grow with the root of the logarithm; NumPy's own Bluestein loses a little more."""
    return "r2e-14z"


COMPLEX_ONE = ["np.fft.fft", "np.fft.ifft"]
ONE = COMPLEX_ONE + ["np.fft.rfft", "np.fft.irfft", "np.fft.hfft", "np.fft.ihfft"]
SEVERAL = ["np.fft.fft2", "np.fft.ifft2", "np.fft.rfft2", "np.fft.irfft2", "np.fft.fftn", "np.fft.ifftn", "np.fft.rfftn", "np.fft.irfftn"]


def typed(f, d="f8"):
    """The type that a transform is mostly asked of."""
    half = {"f8": "c16", "f4": "c8"}[d]
    return d if f.rsplit(".", 1)[1] in ("rfft", "ihfft", "rfft2", "rfftn") else half


for n in range(1, 65):
    case("np.fft.fft", A("c16", (n,), "small", n), tol="r4e-15z")
    case("np.fft.rfft", A("f8", (n,), "small", n), tol="r4e-15z")
    if n % 3 == 1:
        case("np.fft.fft", A("f8", (n,), "small", n), tol="r4e-15z")
        case("np.fft.ifft", A("c16", (n,), "small", n + 1), tol="r4e-15z")
    if n % 3 < 2:
        case("np.fft.irfft", A("c16", (n // 2 + 1,), "small", n), n=n, tol="r4e-15z")
for n in [5, 8, 12, 31, 53]:
    for f in ONE:
        case(f, A(typed(f, "f4"), (3, n), "small", n), tol=tol("f4"))
        case(f, A(typed(f), (3, n), "small", n), axis=0, tol=tol("f8"))
for n in [67, 81, 97, 100, 121, 125, 128, 143, 210, 243, 251, 256, 360]:
    case("np.fft.fft", A("c16", (n,), "small", n), tol=wide(n), layouts=False)
    case("np.fft.irfft", A("c16", (n // 2 + 1,), "small", n), n=n, tol=wide(n), layouts=False)
for n in [74, 101, 169, 257, 343, 509, 512, 720, 1000, 1021, 1155]:
    case("np.fft.rfft", A("f8", (n,), "small", n), tol=wide(n), layouts=False)
for n in [1024, 1009, 1250, 2048, 2187]:
    case("np.fft.irfft", A("f8", (n,), "small", n), n=n, tol=wide(n), layouts=False)
case("np.fft.rfft", A("f4", (503,), "small", 3), tol="r3e-6z", layouts=False)
# several at a time, along every axis
for shape in [(9, 16), (5, 30), (20, 7), (3, 4, 5), (2, 67), (2, 3, 2, 2)]:
    for axis in range(-1, len(shape) - 1):
        for f in ONE:
            case(f, A(typed(f), shape, "small", 2), axis=axis, tol="r6e-15z")
for d in ALL:
    for f in ONE:
        case(f, A(d, (2, 6), "small", 3), tol=tol(d))
        case(f, A(d, (2, 5), "small", 3), tol=tol(d))
    for f in SEVERAL:
        case(f, A(d, (2, 3, 4), "small", 4), tol=tol(d))
        case(f, A(d, (4, 5), "small", 5), tol=tol(d))
    case("np.fft.fftshift", A(d, (3, 4), "small", 6))
    case("np.fft.ifftshift", A(d, (5,), "small", 6))
for f in ONE:
    x = A(typed(f), (4, 6), "small", 7)
    for n in [1, 2, 3, 5, 6, 7, 10, 16, 61]:
        case(f, x, n, tol=tol("f8"))
        case(f, x, n, 0, tol=tol("f8"))
    for norm in ["backward", "ortho", "forward", None]:
        case(f, x, norm=norm, tol=tol("f8"))
        case(f, A(typed(f, "f4"), (5,), "small", 7), norm=norm, tol=tol("f4"))
        case(f, A("f2", (5,), "small", 7), norm=norm, tol="r1e-3z")
    case(f, x, norm="x")
    case(f, x, n=0)
    case(f, x, n=-3)
    case(f, x, axis=2)
    case(f, x, n=3, axis=2)
    case(f, x, 4, -2, "ortho", tol=tol("f8"))
    case(f, A("f8", ()))
    case(f, A("f8", (), "small", 1), n=4)
    case(f, A("f8", (0,)))
    case(f, A("f8", (1,), "small", 1), tol=tol("f8"))
    case(f, A("f8", (0, 4)), tol=tol("f8"))
    case(f, A("f8", (2, 0)))
    if f not in ("np.fft.irfft", "np.fft.hfft"):  # which read beyond the array
        case(f, A("f8", (2, 0)), n=3, tol=tol("f8"))
    case(f, x.T, tol=tol("f8"))
    case(f, x.F, tol=tol("f8"))
    case(f, x.F, n=9, tol=tol("f8"))
    case(f, x[:, ::-2], tol=tol("f8"))
    case(f, x[::2, 1:], axis=0, tol=tol("f8"))
    case(f, [1.0, 2.0, 4.0], tol=tol("f8"))
    case(f, [True, False, True, True], tol=tol("f8"))
for f, d, shape in [("fft", "c16", (2, 6)), ("ifft", "c16", (2, 6)), ("rfft", "f8", (2, 4)), ("irfft", "c16", (2, 10)), ("hfft", "c16", (2, 10)), ("ihfft", "f8", (2, 4))]:
    x = A(d, (2, 6), "small", 8)
    real = f in ("irfft", "hfft")
    case("np.fft." + f, x, out=A("f8" if real else "c16", shape, "zeros"), tol=tol("f8"))
    case("np.fft." + f, x, out=A("f4" if real else "c8", shape, "zeros"), tol=tol("f4"))
    case("np.fft." + f, x, out=A("i8", shape, "zeros"), tol=tol("f8"))
    case("np.fft." + f, x, out=A("c16", (2, 3), "zeros"), tol=tol("f8"))
    case("np.fft." + f, x, out=A("c16", (6,), "zeros"), tol=tol("f8"))
    case("np.fft." + f, x, out=A("f8" if real else "c16", shape[::-1], "zeros").T, tol=tol("f8"))
case("np.fft.fft", A("f8", (2, 3)), out=A("c16", (3, 3), "zeros"), text=False)
case("np.fft.rfft", A("c16", (2, 3)))
case("np.fft.rfft", A("c8", (2, 4)))
case("np.fft.ihfft", A("c16", (2, 4)))
same = A("c16", (3, 4), "small", 9)
case("np.fft.fft", same, out=same, tol=tol("f8"))
case("np.fft.ifft", same, axis=0, out=same, tol=tol("f8"))
case("np.fft.fft2", same, out=same, tol=tol("f8"))
for f in SEVERAL:
    x = A(typed(f), (3, 4, 6), "small", 10)
    for norm in ["ortho", "forward"]:
        case(f, x, norm=norm, tol=tol("f8"))
    case(f, x, axes=(0, 1), tol=tol("f8"))
    case(f, x, axes=(2, 0), tol=tol("f8"))
    case(f, x, axes=(-1,), tol=tol("f8"))
    case(f, x, axes=(1, 1), tol=tol("f8"))
    case(f, x, (5, 3), (0, 2), tol=tol("f8"))
    case(f, x, s=(2, 7), axes=(1, 2), tol=tol("f8"))
    case(f, x, s=(-1, 4), axes=(0, 2), tol=tol("f8"))
    case(f, x, s=(4,), axes=(0, 2))
    case(f, x, s=(0, 4), axes=(0, 2))
    case(f, x, axes=(5,))
    case(f, x, s=(4, 4), axes=(0, 5))
    case(f, x, norm="x")
    case(f, A("f8", (4,), "small", 1), tol=tol("f8"))
    case(f, A("f8", (), "small", 1))
    case(f, x.T, tol=tol("f8"))
    case(f, x.F, tol=tol("f8"))
    case(f, x[::-1, :, ::2], tol=tol("f8"))
for f in ["np.fft.fftn", "np.fft.ifftn", "np.fft.rfftn", "np.fft.irfftn"]:
    case(f, A(typed(f), (3, 4), "small", 10), s=(2, 4), tol=tol("f8"))
    case(f, A(typed(f), (3, 4), "small", 10), s=(2, 4, 4), tol=tol("f8"))
for f in ["np.fft.fft2", "np.fft.ifft2", "np.fft.fftn", "np.fft.ifftn"]:
    case(f, A("f8", (3, 4), "small", 10), out=A("c16", (3, 4), "zeros"), tol=tol("f8"))
    case(f, A("f8", (3, 4), "small", 10), axes=(), tol=tol("f8"))
for f in ["np.fft.rfft2", "np.fft.rfftn"]:
    case(f, A("f8", (3, 4), "small", 10), out=A("c16", (3, 3), "zeros"), tol=tol("f8"))
    case(f, A("f8", (3, 4), "small", 10), axes=())
    case(f, A("c16", (3, 4), "small", 10))
for f in ["np.fft.irfft2", "np.fft.irfftn"]:
    case(f, A("c16", (3, 4), "small", 10), out=A("f8", (3, 6), "zeros"), tol=tol("f8"))
    case(f, A("c16", (3, 4), "small", 10), axes=())
for n in [1, 2, 5, 8, 9]:
    case("np.fft.fftfreq", n)
    case("np.fft.rfftfreq", n)
    case("np.fft.fftfreq", n, 0.1)
    case("np.fft.rfftfreq", n, d=2.5)
for f in ["np.fft.fftfreq", "np.fft.rfftfreq"]:
    case(f, 0)
    case(f, 5, 0.0)
    case(f, -3)
for f in ["np.fft.fftshift", "np.fft.ifftshift"]:
    for shape in [(4,), (5,), (2, 3), (3, 4, 5), (0,), (1,)]:
        case(f, A("f8", shape, "arange"))
    case(f, A("i4", (3, 4), "arange"), axes=1)
    case(f, A("i4", (3, 4), "arange"), axes=(0,))
    case(f, A("i4", (3, 4), "arange"), axes=(1, 0))
    case(f, A("i4", (3, 4), "arange"), axes=(-1, -1))
    case(f, A("i4", (3, 4), "arange"), axes=2)
    case(f, A("i4", (3, 4), "arange").T)
    case(f, A("i4", ()))
# what overflows says so
for f in COMPLEX_ONE + ["np.fft.rfft"]:
    case(f, V("f8", [1.7e308, 1.7e308, 1e305]), tol="r1e-15zn", layouts=False)
case("np.fft.fft", V("f8", [np.nan, np.nan]), tol="r1e-15zn", layouts=False)
