# Points away from kinks and jumps, of functions whose other cases all stand at some: what gradients are checked at.
A1 = [0.7, -1.3, 2.6, 0.4]
B1 = [0.31, 0.77, -0.53, 1.9]
for name in ["fmod", "mod", "remainder", "copysign", "nextafter", "float_power", "arctan2", "atan2", "heaviside"]:
    tol = "u4" if name in ("float_power", "arctan2", "atan2") else "="
    positive = [abs(x) for x in A1] if name == "float_power" else A1
    case("np." + name, V("f8", positive), V("f8", B1), tol=tol)
    case("np." + name + ".outer", V("f8", positive), V("f8", B1), tol=tol)
for name in ["fmod", "mod", "remainder", "copysign"]:
    case("np." + name + ".reduce", V("f8", [7.3, 2.6]))
    case("np." + name + ".reduceat", V("f8", [7.3, 2.6, 0.9]), [0, 2])
for name in ["divide", "true_divide"]:
    case("np." + name, V("f8", A1), V("f8", B1))
    case("np." + name + ".outer", V("f8", A1), V("f8", B1))
for name in ["modf", "frexp", "trunc", "fix"]:
    case("np." + name, V("f8", A1))
for name in ["acosh", "arccosh"]:
    case("np." + name, V("f8", [1.3, 2.6, 4.1]), tol="u4")
case("np.divmod", V("f8", A1), V("f8", B1))
case("nd.__divmod__", V("f8", A1), V("f8", B1))
case("nd.clip", V("f8", A1), -1.0, 1.5)
case("nd.round", V("f8", A1), 1)
case("np.setxor1d", V("f8", A1), V("f8", [0.75, 3.1, -2.2]))
case("np.union1d", V("f8", A1), V("f8", [0.75, 3.1, -2.2]))
case("np.trim_zeros", V("f8", A1))
for name in ["unique_all", "unique_counts", "unique_inverse"]:
    case("np." + name, V("f8", A1))
case("np.linalg.pinv", V("f8", [[2.0, 0.3], [0.1, 1.5], [0.7, -0.4]]), tol="e1e-12")
case("np.histogram", V("f8", A1), bins=3)
case("np.histogram_bin_edges", V("f8", A1), bins=3)
case("np.histogram2d", V("f8", A1), V("f8", B1), bins=2)
case("np.poly", V("f8", A1))
case("np.real_if_close", V("c16", [1 + 0.5j, 2 - 1j]))
for name in ["acosh", "arccosh"]:
    case("np." + name + ".at", V("f8", [1.3, 2.6, 4.1]), [0, 2], tol="u4")
for name in ["fmod", "mod", "remainder", "divide", "true_divide"]:
    case("np." + name + ".accumulate", V("f8", [7.3, 2.6, 0.9]))
    case("np." + name + ".at", V("f8", [7.3, 2.6, 0.9]), [0, 2], 0.7)
for name in ["divide", "true_divide"]:
    case("np." + name + ".reduce", V("f8", [7.3, 2.6, 0.9]))
    case("np." + name + ".reduceat", V("f8", [7.3, 2.6, 0.9]), [0, 2])
