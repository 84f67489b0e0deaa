# Texts of dates: what is read, what is written, datetime_as_string, datetime_data. `local`, `now` and `today` are in DatesTest.
UNITS = ["Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as"]
NAT = -2**63
EDGES = [NAT, NAT + 1, NAT + 2, -2**62, 2**62, 2**63 - 1]
RULES = ["no", "equiv", "safe", "same_kind", "unsafe"]

# datetime_as_string
SOME = V("M8[s]", ["2011-03-12T13:00:00", "NaT", "2011-03-12T00:00:00", "1969-12-31T23:59:59", "2011-03-12T13:07:00", "0099-03-04T00:00:30"])
case("np.datetime_as_string", SOME)
for unit in UNITS + ["auto", "generic", "x", "15m", "", None]:
    case("np.datetime_as_string", SOME, unit)
    case("np.datetime_as_string", SOME, unit=unit, timezone="UTC")
for u in UNITS + ["15m", "7D"]:
    for w in UNITS:
        for rule in RULES:
            case("np.datetime_as_string", V("M8[" + u + "]", [5, -7]), w, casting=rule)
    case("np.datetime_as_string", V("M8[" + u + "]", [5, -7, 0, 10**6]), "auto")
    case("np.datetime_as_string", V("M8[" + u + "]", EDGES))
    case("np.datetime_as_string", V("M8[" + u + "]", EDGES), "as")
    case("np.datetime_as_string", V("M8[" + u + "]", [5, -7]), timezone="UTC", casting="no")
for a in [V("M8[ns]", [10**9, 10**6, 10**3, 1, 60 * 10**9, 3600 * 10**9, 86400 * 10**9]), V("M8[as]", [10**15, 10**12, 10**9, 10**6, 10**3, 1, 10**18])]:
    case("np.datetime_as_string", a, "auto")
    case("np.datetime_as_string", a, "auto", "UTC")
for a in [V("M8[D]", 5), V("M8[D]", [[1, 2], [3, 4]]), V("M8[D]", [[1, 2], [3, 4]]).T, V("M8[D]", [1, 2, 3])[::-2], V("M8[D]", np.zeros((0,), "i8")), V("M8[D]", np.zeros((2, 0), "i8")),
          V("M8[D]", np.zeros((0, 2), "i8")), V("M8", [NAT]), V("M8", NAT), V("m8[D]", [5]), V("i8", [5]), 5, "2011", ["2011"], V("M8[Y]", [-1980, -1970, 10000, -20000])]:
    case("np.datetime_as_string", a)
for zone in ["naive", "UTC", "utc", "Z", "x", ""]:
    case("np.datetime_as_string", SOME, timezone=zone)
    case("np.datetime_as_string", V("M8[h]", 5), timezone=zone)
    case("np.datetime_as_string", V("M8[D]", 5), timezone=zone)

# datetime_data
for name in ["M8[D]", "m8[25s]", "M8", "m8", "M8[D/24]", "timedelta64[ns]", "datetime64[7D]", "<M8[us]", "i8", "x", "M8[x]"]:
    case("np.datetime_data", name)
for name in ["M8[D]", "m8[15m]", "M8", "f8"]:
    case("np.datetime_data", np.dtype(name))

# texts that are read
TEXTS = ["2011-03-12T13:05:06.123456789012345678", "2011-03-12T13:05:06.1234567890123456789", "2011-03-12T13:05:06.12", "2011-03-12T13:05:06.1234", "2011-03-12T13:05:06.",
         "2011-03-12T13:05:06.x", "2011-03-12T13:05:06Z", "2011-03-12T13:05Z", "2011-03-12T13Z", "2011-03-12Z", "2011-03Z", "2011Z", "2011-03-12T13:05:06.5Z", "2011-03-12T13:05:06+01",
         "2011-03-12T13:05:06+0130", "2011-03-12T13:05:06+01:30", "2011-03-12T13:05:06-01:30", "2011-03-12T13:05:06-13:30", "2011-03-12T13:05:06+2", "2011-03-12T13:05:06+24",
         "2011-03-12T13:05:06+23:60", "2011-03-12T13:05:06+01:3", "2011-03-12T13:05:06+013", "2011-03-12T13:05:06 Z", "2011-03-12T13:05:06Z ", "2011-03-12T13:05:06Zx", "2011-03-12T13:05:06+0130 ",
         "2011-12-31T23:05-02", "2012-02-28T23:05-02", "2011-01-01T01+02", "2011-03-12+01:00", "2011-03-12T13:05:06+01:30:00",
         " 2011-03-12", "  2011", "2011-03-12 ", "2011 ", "2011-03 ", "\t2011-03-12", "2011-03-12\n", "2011-03-12  13:05", "2011-03-12t13:05", "2011-03-12 13", "2011-03-12T13:05:06 ",
         " ", "  NaT", "NaT ", "NAT", "nAt", "Na", "NaN", "now ", "today ", "tomorrow",
         "12345", "123456-01-01", "1234567890-01-01", "-1", "-0", "-0001", "-12345-06-07", "+12345-06-07", "--5", "+-5", "0", "00001", "0000-00-00", "0000-01-01",
         "9223372036854775807", "9223372036854773837-01-01", "292277026596-12-04T15:30:07", "292277026597-01-01T00:00:00",
         "20110312", "201103", "20110312T1305", "2011031", "2011/03/12", "2011.03.12", "12-03-2011", "2011-3-12", "2011-03-1", "2011-03-123", "2011-003-12", "2011-03-12T1", "2011-03-12T",
         "2011-03-12T:", "2011-03-12T13:", "2011-03-12T13:0", "2011-03-12T13:05:", "2011-03-12T13:05:6", "2011-03-12T130506", "2011-03-12T1305:06", "2011-03-12T13:0506", "2011-03-12T13-05",
         "2011-02-29", "2012-02-29", "2000-02-29", "1900-02-29", "2011-04-31", "2011-13", "2011-00", "2011-01-00", "2011-01-32", "2011-01-01T24", "2011-01-01T23:60", "2011-01-01T23:59:60",
         "2011-W01", "2011-W01-1", "2011-001", "Jan 2011", "2011-Jan-01", "２０１１", "1.5", "1e3", "0x10", "2011-03-12T13:05:06,5", "2011-", "-", "+", "T", "T13:05", ":", "13:05:06", "2011-03-12T13:05:06.5.5"]
for text in TEXTS:
    case("np.datetime64", text)
    case("np.datetime64", text, "s")
    case("np.datetime64", text, "D")
    case("np.array", [text], np.dtype("M8"))
    case("np.array", ["2011-01-01", text], np.dtype("M8[us]"))
for u in UNITS:
    for text in ["292277026596-12-04T15:30:07", "-5000-06-07T08:09:10.123456789012345678", "1677-09-21T00:12:43.145224193", "NaT", "2262-04-11T23:47:16.854775807", "1969-12-31T23:59:59.999999999999999999"]:
        case("np.datetime64", text, u)
for text in ["5", " 5", "5 ", "+5", "-5", "--5", "5.0", "5e3", "0x5", "1_000", "", " ", "NaT", "nat", "NaT ", "5 D", "5D", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "x", "０"]:
    case("np.timedelta64", text)
    case("np.timedelta64", text, "s")
    case("np.array", [text, "7"], np.dtype("m8[s]"))
    case("np.array", [text], np.dtype("m8"))

# what is printed
for u in UNITS + ["15m", "7D", "100ns", "2Y"]:
    for kind in ["M8", "m8"]:
        # without days that wrap: there NumPy's columns are not as wide as their texts
        for values in [[NAT] + [x // 16 for x in EDGES] if u in ["W", "D", "7D", "2Y"] else EDGES, [0], [5, -7], [NAT], [NAT, 5], [[1, NAT, 3], [4, 5, -600]], *([range(2000), [[NAT] * 2] * 600] if u in ["D", "us", "15m"] else [])]:
            a = V(kind + "[" + u + "]", values)
            case("str", a)
            case("repr", a)
        for value in [0, 1, -1, 5, NAT, NAT + 1, 2**63 - 1, 10**9]:
            case("str", V(kind + "[" + u + "]", value))
            case("repr", V(kind + "[" + u + "]", value))
for a in [V("M8[D]", range(20)), V("m8[s]", range(20)), V("M8[D]", [[NAT, 1], [2, 3]]), V("m8[s]", [[NAT, 1], [2, 3]]), V("m8", [[NAT, 1], [2, -300]]), V("M8", [[NAT, NAT]])]:
    for options in [dict(threshold=5, edgeitems=2), dict(linewidth=40), dict(nanstr="?"), dict(precision=2, suppress=True), dict(sign="+"), dict(floatmode="fixed"), dict(threshold=5, edgeitems=1, linewidth=30)]:
        case("printing.set", a, **options)
    for options in [dict(separator=", "), dict(prefix="xx", max_line_width=30), dict(threshold=3, edgeitems=1), dict(suffix="----", max_line_width=50)]:
        case("np.array2string", a, **options)
    case("np.array_str", a, 30)
    case("np.array_repr", a, 30)
case("str", V("i8", [5, NAT]))
