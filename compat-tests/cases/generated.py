# The input generators themselves: both languages must make the same bits.
for d in ALL:
    for gen in ["zeros", "ones", "arange", "small", "pos", "unit", "full", "dup", "perm", "awk", "nanny"]:
        case("np.asarray", A(d, (3, 7), gen, 5), layouts=False)
        case("np.asarray", A(d, (), gen, 2), layouts=False)
    if d in ("i4", "f4", "f8", "c8", "c16", "b1"):
        case("np.asarray", A(d, (2, 3, 3), "spd", 4), layouts=False)
