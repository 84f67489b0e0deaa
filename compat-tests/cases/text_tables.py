# Tables of text by other hands: encodings, Unicode spaces, quotes, widths, Python's own numbers, what is missing.
f8, f4, f2, i8, i4, u1, u8, b1, c16 = (np.dtype(d) for d in "f8 f4 f2 i8 i4 u1 u8 b1 c16".split())


def load(text, **k):
    case("io.loadtxt", text, **k)


def gen(text, **k):
    case("io.genfromtxt", text, **k)


# White space as Python sees it.
for space in "\u00a0 \u202f \u2007 \u0085 \u3000 \u2003 \u1680 \u2028 \x1c \x1f \x0b \x0c \u200b \ufeff \u180e \u2060".split(" "):
    load("1" + space + "2\n")
    load(space + "1," + space + "2" + space + "\n", delimiter=",")
    load("1," + space + "2" + space + "\n", delimiter=",", dtype=i8)
    load("1," + space + "2" + space + "\n", delimiter=",", dtype=c16)
    gen("1" + space + "2\n")
    gen(space + "1," + space + "2" + space + "\n", delimiter=",")
    gen("1," + space + "2" + space + "\n", delimiter=",", dtype=i8)
for blank in ["1\n\n\u00a0\n2", "\x1c", "\t\n1", "\x85\n5"]:
    load(blank)
    gen(blank)
load("\u00a0\n1", delimiter=",")
load(" \n1", delimiter=",")
# Encodings.
for text, encoding in [
    ("1;2\n", "utf-8-sig"), ("1;2\n", "utf-16"), ("1;2\n", "utf-16-le"), ("1;2\n", "utf-16-be"), ("1;2\n", "utf-32"), ("1;\u00a02\n", "latin1"),
    ("1;\u00a02\n", "latin-1"), ("1;\u00a02\n", "iso8859-1"), ("1;\u00a02\n", "cp1252"), ("1;2\n", "ascii"), ("1;2\n", "utf8"), ("1;2\n", "utf_8"), ("1;2\n", "UTF-8"),
]:
    load(text.encode(encoding), delimiter=";", encoding=encoding)
    gen(text.encode(encoding), delimiter=";", encoding=encoding)
load(b"1 2\n", encoding="bytes")
load(b"1 2\n", encoding="utf-8-sig")
load(b"\xff 1", encoding="latin1")
load(b"1\x802", encoding="cp1252")
for content, encoding in [(b"\xff", None), (b"1 2\n3 \xc3\n", None), (b"\xff 1", "ascii"), (b"\x001\x00 \x00", "utf-16"), (b"\xed\xa0\x80", None), (b"\xc0\x80", None)]:
    k = {} if encoding is None else {"encoding": encoding}
    case("io.loadtxt", content, text=False, **k)
    case("io.genfromtxt", content, text=False, **k)
load("\ufeff1 2\n")
gen("\ufeff1 2\n")
# What stands in messages.
for odd in ["x", "a'b", 'a"b', "\\", "\x7f", "\xad", "\u200b1", "\U0001f600", "\xe9", "\u0661", "\u22121", "\U0001d7cf", "1_0", "\u2028x"]:
    load(odd)
    load(odd, dtype=f2)
for number in ["-0", "+0", "-00", "+7", "0", "-1"]:
    for d in (i8, u1, u8, b1, i4):
        load(number, dtype=d)
# Control characters.
for k in [
    {"delimiter": "#"}, {"delimiter": "\n"}, {"delimiter": "\r"}, {"delimiter": ",", "quotechar": ","}, {"quotechar": "#"}, {"quotechar": "\n"}, {"comments": "\n"},
    {"quotechar": "ab"}, {"delimiter": ""}, {"delimiter": "ab"}, {"quotechar": " "}, {"comments": " "}, {"delimiter": ",", "quotechar": " "}, {"delimiter": "\u00e9"},
    {"comments": ["#", "%"], "quotechar": '"'}, {"comments": "//", "quotechar": '"'}, {"delimiter": ",", "comments": ["#", ","]}, {"comments": [""]}, {"comments": ""},
    {"comments": ["#", "%"]}, {"comments": "//"}, {"max_rows": -1}, {"skiprows": -1}, {"ndmin": 3}, {"max_rows": 0},
]:
    load("1#2\n", **k)
    load("1 2 // 3 % 4\n", **k)
# Quotes.
for text in [
    '"1" 2', '"1', '"1\n2"', '"1""2"', '1"2"', '"1"2', '"",1', '""\n1', ' "1" "2"', '"1#2" 3#c', '"#', '"1" "2"\n3 "4"\n', '"1""', '""1', '"1"#"2"', "'1'", '"1" ', '\n"1"\n\n"2"', '"1 2"',
]:
    load(text, quotechar='"')
    load(text.replace(" ", ","), delimiter=",", quotechar='"')
for text in [' "1" 2 ', '1 "2" 3 ', '"1" 2 3', '1 2\n"3" 4 ', '"" 2', '1 "2" ', '"1" #c']:
    load(text, quotechar='"')
load('" 1 ", 2 ', delimiter=",", quotechar='"')
load("'1','2'", delimiter=",", quotechar="'")
load('"3","4"\n', delimiter=",", quotechar='"', dtype=i8)
load('"3";"4"\n"5";6', delimiter=";", quotechar='"', usecols=(1,))
load('"3,5";"4"\n', delimiter=";", quotechar='"')
# Complex numbers.
for text in ["1, ( 4+5j )", "(1+2j )", "( 1+2j)", "( 1 + 2j )", "(1 +2j)", "1+2J", "1+2i", "(1)", "((1))", "( )", "(j)", "1+2j ", "(1+2j) x", "(nan-infj)", "1++2j", "1+-2j", "(", ")", "()"]:
    load(text, delimiter=",", dtype=c16)
    gen(text, delimiter=",", dtype=c16)
for text in ["j", "-j", "+J", "1J", "1_0j", "1+j", "1-j", "(j)", "1jj", "infj", "-infj", "1e5j", "\u06612j", "nanj", "1e", "j1", "1+2+3j", "+-1j"]:
    gen(text, dtype=c16)
# Python's numbers.
for text in [
    "1_0", "1__0", "_1", "1_", "1_0.5", "1e1_0", "+1", "-1", ".5", "5.", ".", "Infinity", "NAN", "+inf", "-nan", "0x10", "1e5", "1E5", "1d5", "1j", "\u0661", "\U0001d7cf", "\uff11\uff12", "007", "0_7", "1.9", "-1.9", "1e2",
    "x", "nan", "inf", "300", "70000", "3e9", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551615", "18446744073709551616", "1e400", "--1", "+-1", "1 ", "true", "TRUE", "False", "1,5",
]:
    for d in (f8, i8, i4, u1, u8, b1):
        gen(text, dtype=d)
# Delimiters of several characters, and widths.
gen("1::2\n3::4", delimiter="::")
gen("1, 2, 3", delimiter=", ")
for text in ["1 2 3\n4 5 6", " 1 2 3\n 4 567", "123456\n12\n", "12\n", "  \n12\n", "\n12\n", "#c\n12\n", "12#34", ""]:
    gen(text, delimiter=2)
    gen(text, delimiter=[2, 2, 3])
    gen(text, delimiter=[1, 1])
gen("12 3\n", delimiter=0)
gen("12 3\n", delimiter="")
gen("TRUEFALSE\n", delimiter=[4, 5], dtype=b1)
gen("TRUE FALSE\n", delimiter=[4, 7], dtype=b1)
gen("TRUE FALSE\n", delimiter=[4, 7], dtype=b1, autostrip=True)
# Rows of the wrong length.
for text in ["1,2\n3\n4,5", "1,2\n3\n4,5\nx", "1,2\n3,4\n5\n6,7", "1,2\n3,4\n5\n6", "1,2\n3,4\n\n6", "h\n1,2\n3,4", "1,2\n\n\n3\n4,5"]:
    gen(text, delimiter=",")
    gen(text, delimiter=",", invalid_raise=False)
    gen(text, delimiter=",", skip_header=1)
    for footer in (1, 2, 9):
        gen(text, delimiter=",", skip_footer=footer)
        gen(text, delimiter=",", skip_footer=footer, invalid_raise=False)
    gen(text, delimiter=",", max_rows=2)
    gen(text, delimiter=",", max_rows=1)
    gen(text, delimiter=",", usecols=(0,))
    gen(text, delimiter=",", usecols=(1, 0))
    gen(text, delimiter=",", usecols=(0, -1))
# What is missing.
for text in ["1,N/A,3\n4,x,6", "1,N/A,3\n4,,6", "1,2,3", "1,x", "1,", "1, ", ",,", "1,N/A , x"]:
    for k in [
        {}, {"missing_values": "N/A"}, {"missing_values": "N/A,x"}, {"missing_values": ["a", "x"]}, {"missing_values": "N/A", "filling_values": 9.0},
        {"filling_values": 7.0}, {"filling_values": [7.0, 8.0]}, {"filling_values": [7.0, 8.0, 9.0, 10.0]}, {"filling_values": [5.0, 6.0], "usecols": (0, 2)},
    ]:
        gen(text, delimiter=",", **k)
        gen(text, delimiter=",", loose=False, **k)
gen("1,,3", delimiter=",", filling_values=4.0, dtype=i8)
gen("1,,3", delimiter=",", filling_values=300.0, dtype=i8)
gen("True, true ,x", delimiter=",", dtype=b1)
gen("True, true ,x", delimiter=",", dtype=b1, autostrip=True)
gen("99999999999999999999", dtype=i8, loose=False)
# The other keywords.
for k in [
    {"max_rows": 0}, {"max_rows": -1}, {"max_rows": 1, "skip_footer": 1}, {"max_rows": 2}, {"skip_header": 5}, {"skip_header": -1}, {"skip_footer": -1}, {"usecols": (0, 0)},
    {"usecols": 2}, {"usecols": (0, -1)}, {"usecols": -3}, {"usecols": 0}, {"unpack": True}, {"unpack": False}, {"ndmin": 1}, {"ndmin": 2}, {"ndmin": 3}, {"comments": "3"}, {"comments": "%"},
]:
    for text in ("1 2\n3 4\n5 6", "1", "", "1 2"):
        gen(text, **k)
for text in ["1 2 # c", "1 2 // c", " # x\n1", "1,2 #c,3\n4,5", "1#2", "1 2 \n"]:
    gen(text, comments="//")
    gen(text, comments="#", delimiter=",")
for text, delimiter in [("\t1\t2\n", "\t"), (" 1\t2 \n", "\t"), ("1  2", " "), ("1\n2", "\n"), ("1,2, \n", ","), ("1,2,\t\n", ","), ("1#2", "#")]:
    gen(text, delimiter=delimiter)
for k in [{"usecols": (0, 0)}, {"usecols": (1, 0), "unpack": True}, {"unpack": True}, {"ndmin": 2}, {"ndmin": 1, "usecols": 0}, {"usecols": (0, 1), "ndmin": 2}, {"skiprows": 5}, {"max_rows": 2}, {"skiprows": 1, "max_rows": 1}]:
    for text in ("1 2\n3 4\n5 6", "1 2", "", "# c\n"):
        load(text, **k)
# Writing.
for k in [{"encoding": "utf-8"}, {"encoding": "latin1"}, {"encoding": "utf-8-sig"}, {"header": "\u00e9"}, {"header": "\u20ac", "encoding": "utf-8"}, {"delimiter": ";"}, {"footer": "a\nb", "newline": "\r\n"}]:
    case("io.savetxt", A("f8", (2, 2)), **k)
case("io.savetxt", A("f8", (2, 2)), header="\u20ac", text=False)
case("io.savetxt", A("f8", (2, 2)), header="\u00e9", encoding="ascii", text=False)
