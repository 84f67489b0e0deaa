# Business days: is_busday, busday_count, busday_offset, busdaycalendar.
NAT = -2**63
ROLLS = ["raise", "nat", "forward", "following", "backward", "preceding", "modifiedfollowing", "modifiedpreceding"]
MASKS = ["1111100", "1010101", "0000001", "1111111", "Mon Tue", "MonTueWed", " Sat\tSun\n", "Fri Fri", [1, 1, 1, 1, 1, 0, 0], [True, False, True, False, True, False, True],
         [0, 0, 2, 0, 0, -1, 0], [1.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], V("i8", [1, 1, 1, 1, 1, 0, 0]), V("b1", [1, 0, 0, 0, 0, 0, 1]), V("f8", [0, 0, 0, 1, 1, 0, 0])]
WRONG_MASKS = ["0000000", "", "xyz", "mon tue", "Mon,Tue", "11111002", "1111102", "Mo", "MonTu", "111110", [1, 1, 1], [[1, 1, 1, 1, 1, 0, 0]], V("i8", [[1], [1], [1], [1], [1], [0], [0]]),
               [0, 0, 0, 0, 0, 0, 0], 5, 1.5, V("i8", 1)]
HOLIDAYS = ["2011-07-04", "2011-09-05", "NaT", "2011-07-02", "2011-07-04", "2011-07-15", "2011-06-30", "2011-07-01", "2011-07-29", "2011-08-01"]
SPAN = V("M8[D]", np.arange("2011-06-24", "2011-08-09", dtype="M8[D]").astype("i8"))
FEW = V("M8[D]", ["2011-07-01", "2011-07-02", "2011-07-04", "2011-07-31", "2011-07-30", "2011-10-01"])

for mask in MASKS:
    case("np.is_busday", SPAN, mask)
    case("np.is_busday", SPAN, mask, HOLIDAYS)
    case("np.busday_count", V("M8[D]", ["2011-06-24"]), SPAN, mask)
    case("np.busday_count", SPAN, V("M8[D]", ["2011-07-10"]), mask, HOLIDAYS)
    for roll in ROLLS:
        case("np.busday_offset", SPAN, 0, roll, mask)
        case("np.busday_offset", SPAN, -3, roll, mask, HOLIDAYS)
    case("np.busday_offset", SPAN, V("i8", [[0], [1], [-1], [9], [-400]]), "forward", mask, HOLIDAYS)
    case("np.busday_offset", SPAN, V("i8", [[0], [1], [-1], [9], [-400]]), "backward", mask, HOLIDAYS)
    case("busdaycalendar.weekmask", weekmask=mask)
    case("busdaycalendar.holidays", weekmask=mask, holidays=HOLIDAYS)
for mask in WRONG_MASKS:
    case("np.is_busday", FEW, mask)
    case("np.busday_count", FEW, FEW, weekmask=mask)
    case("np.busday_offset", FEW, 1, "nat", mask)
    case("busdaycalendar.weekmask", weekmask=mask)
for roll in ROLLS + ["f", "Forward", "", "x"]:
    for offset in [0, 1, -1, 5, -5, 1000, -1000]:
        case("np.busday_offset", FEW, offset, roll)
        case("np.busday_offset", "2011-07-05", offset, roll)
        case("np.busday_offset", "2011-07", offset, roll=roll, holidays=HOLIDAYS)
    case("np.busday_offset", V("M8[D]", ["2011-07-05", "NaT"]), 1, roll)
    case("np.busday_offset", V("M8[D]", ["NaT", "2011-07-02"]), 1, roll)
    case("np.busday_offset", V("M8[D]", ["2011-07-02", "NaT"]), 1, roll)
    case("np.busday_offset", V("M8[D]", [["2011-07-05"], ["2011-07-06"]]), V("i8", [1, 2, 3]), roll)
    case("np.busday_offset", V("M8[M]", ["2011-07", "2011-12", "1969-03"]), V("i8", [1, 2, -3]), roll)
case("busdaycalendar.weekmask")
case("busdaycalendar.holidays")

# what may be a date
for date in ["2011-07-04", "2011-07", "2011", "NaT", "x", "2011-07-04T05", 5, 1.5, V("M8[h]", [5]), V("M8[M]", [[5, 6], [NAT, 8]]), V("M8[Y]", 40), V("i8", [5]), V("m8[D]", [5]), V("M8[W]", [5]),
             V("M8", [NAT]), ["2011-07-04", "2011"], ["2011-07-04", "x"], [], V("M8[D]", np.zeros((0, 2), "i8")), V("M8[D]", [1, 2, 3, 4, 5, 6])[::2], V("M8[D]", [[1, 2], [3, 4]]).F,
             V("M8[7D]", [5]), V("M8[2M]", [5, 7]), V("M8[D]", [-2**40, 2**40, -719528, -1, 0, 1, 2, 3, 4, 5, 6])]:
    case("np.is_busday", date)
    case("np.busday_count", date, "2011-07-05")
    case("np.busday_count", "2011-07-05", date)
    case("np.busday_offset", date, 1, "forward")
    case("np.busday_offset", date, 1, "modifiedpreceding")
for offset in [True, 1.0, -2.5, V("i2", [1, 2]), V("u8", [1]), V("u4", [1]), V("f8", [1.5]), V("f8", 1.5), V("b1", [True]), np.timedelta64(2, "D"), np.timedelta64(48, "h"), V("m8[h]", [48]), [1, 2], [[1], [2]], V("c16", [1]),
               V("M8[D]", [1]), [], V("i8", [-5, 5])[::-1]]:
    case("np.busday_offset", "2011-07-05", offset)
for days in [["2011-07-04"], "2011-07-04", [["2011-07-04"]], [5], ["2011-07-04T05"], V("M8[h]", [5]), V("M8[M]", [498]), ["x"], [], ["NaT"], V("M8[D]", 5), V("i8", [5]), ["2011-07-05", "2011"],
             V("M8[D]", ["2011-07-04", "2011-07-05", "2011-07-06", "2011-07-07"])[::2], V("m8[D]", [5])]:
    case("np.is_busday", FEW, holidays=days)
    case("np.busday_count", "2011-07-01", FEW, holidays=days)
    case("np.busday_offset", FEW, 2, "backward", holidays=days)
    case("busdaycalendar.holidays", holidays=days)
for n, m in [("2011", "2012"), ("2012", "2011"), ("2011-07-02", "2011-07-03"), ("2011-07-03", "2011-07-02"), ("2011-07-04", "2011-07-04"), ("1969-01-01", "1970-01-05"), ("-0400-01-01", "12000-01-01")]:
    case("np.busday_count", n, m)
    case("np.busday_count", n, m, holidays=HOLIDAYS)
    case("np.busday_count", n, m, "1000001", HOLIDAYS)
case("np.busday_count", V("M8[D]", [1, 2]), V("M8[D]", [1, 2, 3]))
case("np.busday_count", V("M8[D]", [[1], [2]]), V("M8[D]", [11, 22, 33]))
case("np.busday_count", V("M8[D]", [1, NAT]), V("M8[D]", [11, 22]))
case("np.busday_count", V("M8[D]", [1, 2]), V("M8[D]", [11, NAT]))
case("np.busday_count", V("M8[M]", [[1, 2], [3, 4]]).F, V("M8[D]", [11]))

# out
TWO = V("M8[D]", ["2011-07-05", "2011-07-06"])
for d in ["i8", "i4", "f8", "f4", "b1", "M8[D]", "m8[D]"]:
    case("np.busday_count", TWO, "2011-07-25", out=V(d, [0, 0]))
    case("np.is_busday", TWO, out=V(d, [0, 0]))
for d in ["M8[D]", "M8[s]", "M8[M]", "i8", "m8[D]", "M8"]:
    case("np.busday_offset", TWO, 1, out=V(d, [NAT, NAT]))
for out in [V("i8", [0]), V("i8", [0, 0, 0]), V("i8", [[0, 0], [0, 0]]), V("i8", 0), V("i8", [0, 0]).ro, V("i8", [0, 0, 0, 0])[::2]]:
    case("np.busday_count", TWO, "2011-07-25", out=out)
case("np.busday_count", "2011-07-01", "2011-07-25", out=V("i8", 0))
case("np.busday_count", "2011-07-01", "2011-07-25", out=V("i8", [0, 0]))
case("np.is_busday", "2011-07-01", out=V("b1", [0, 0]))
case("np.is_busday", TWO, out=V("b1", [0]))
case("np.busday_offset", "2011-07-01", 1, out=V("M8[D]", [[0, 0], [0, 0]]))
case("np.busday_offset", TWO, 1, "forward", out=V("M8[D]", [0]))
case("np.busday_offset", TWO, 1, "forward", out=V("M8[D]", [0, 1, 2]))

# a calendar instead of a mask and holidays
for mask in ["1111100", "Sat Sun Mon"]:
    case("busdaycalendar.is_busday", SPAN, weekmask=mask, holidays=HOLIDAYS)
    case("busdaycalendar.busday_count", "2011-06-01", SPAN, weekmask=mask, holidays=HOLIDAYS)
    case("busdaycalendar.busday_offset", TWO, 20, weekmask="1111100", holidays=HOLIDAYS)

# each keyword by its name
case("np.is_busday", FEW, weekmask="Sat Sun")
case("np.is_busday", FEW, holidays=["2011-07-01"])
case("np.is_busday", FEW, out=V("b1", [0, 0, 0, 0, 0, 0]))
case("np.busday_count", "2011-07-01", FEW, weekmask="Sat Sun", holidays=["2011-07-02"])
case("np.busday_offset", FEW, 2, roll="backward", weekmask="1010000", holidays=["2011-07-04"])
