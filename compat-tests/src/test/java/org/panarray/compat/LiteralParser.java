package org.panarray.compat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panarray.compat.Literal.ViewStep;

/// Reads the values of a case: a small recursive-descent parser.
final class LiteralParser {
  private static final Set<String> CODES =
      Set.of(
          "b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16", "V2",
          "M8", "m8");

  private final String text;
  private int at;

  LiteralParser(String text) {
    this.text = text;
  }

  /// `a, b, key=c`.
  static Literal.Call arguments(String name, String text) {
    LiteralParser parser = new LiteralParser(text);
    Literal.Call call = parser.callArguments(name, '\0');
    parser.expectEnd();
    return call;
  }

  static Literal value(String text) {
    LiteralParser parser = new LiteralParser(text);
    Literal value = parser.value();
    parser.expectEnd();
    return value;
  }

  /// `x=...; y=...`; a context is found under the name `with`.
  static Map<String, Literal> bindings(String text) {
    Map<String, Literal> bindings = new LinkedHashMap<>();
    LiteralParser parser = new LiteralParser(text);
    while (!parser.ended()) {
      if (parser.accept("with ")) {
        break;
      }
      String name = parser.word();
      parser.expect('=');
      bindings.put(name, parser.value());
      parser.accept("; ");
    }
    return bindings;
  }

  /// The context manager of a `let` column, or null.
  static Literal.@Nullable Call context(String let) {
    int start = let.indexOf("with ");
    if (start < 0) {
      return null;
    }
    LiteralParser parser = new LiteralParser(let.substring(start + 5));
    String name = parser.word();
    parser.expect('(');
    return parser.callArguments(name, ')');
  }

  private Literal.Call callArguments(String name, char close) {
    List<Literal> positional = new ArrayList<>();
    Map<String, Literal> keywords = new LinkedHashMap<>();
    while (!ended() && peek() != close) {
      int mark = at;
      String word = word();
      if (!word.isEmpty() && !ended() && peek() == '=') {
        at++;
        keywords.put(word, value());
      } else {
        at = mark;
        positional.add(value());
      }
      if (!accept(", ")) {
        accept(",");
      }
    }
    if (close != '\0') {
      expect(close);
    }
    return new Literal.Call(name, positional, keywords);
  }

  private Literal value() {
    char c = peek();
    if (c == '(' || c == '[') {
      return sequence();
    }
    if (c == '"') {
      return new Literal.Text(quoted());
    }
    if (accept("...")) {
      return new Literal.Dots();
    }
    if (c == '@') {
      at++;
      return new Literal.Dtype(unit(word()));
    }
    if (c == '-' || Character.isDigit(c)) {
      return number();
    }
    String word = word();
    return switch (word) {
      case "None" -> new Literal.None();
      case "True" -> new Literal.Bool(true);
      case "False" -> new Literal.Bool(false);
      case "nan" -> new Literal.Real(Double.NaN);
      case "inf" -> new Literal.Real(Double.POSITIVE_INFINITY);
      case "complex" -> complexNumber();
      case "slice" -> slice();
      case "rng" -> generator();
      case "fn" -> {
        expect(':');
        yield new Literal.Named(word());
      }
      case "const" -> {
        expect(':');
        yield new Literal.Constant(word());
      }
      case "bytes" -> {
        expect(':');
        yield new Literal.RawBytes(HexFormat.of().parseHex(word()));
      }
      default -> CODES.contains(word) ? array(unit(word)) : new Literal.Reference(word, views());
    };
  }

  /// The code of a dtype with the unit that may follow: `M8[D]`.
  private String unit(String code) {
    boolean time = code.equals("M8") || code.equals("m8");
    if (!time || ended() || peek() != '[') {
      return code;
    }
    int close = text.indexOf(']', at);
    String unit = text.substring(at, close + 1);
    at = close + 1;
    return code + unit;
  }

  private Literal sequence() {
    boolean tuple = text.charAt(at++) == '(';
    char close = tuple ? ')' : ']';
    List<Literal> items = new ArrayList<>();
    while (peek() != close) {
      items.add(value());
      accept(",");
    }
    at++;
    return new Literal.Sequence(tuple, items);
  }

  private Literal number() {
    int start = at;
    if (accept("-inf")) {
      return new Literal.Real(Double.NEGATIVE_INFINITY);
    }
    while (!ended() && "0123456789+-.e".indexOf(peek()) >= 0) {
      at++;
    }
    String digits = text.substring(start, at);
    return digits.chars().allMatch(c -> c == '-' || Character.isDigit(c))
        ? new Literal.Int(new BigInteger(digits))
        : new Literal.Real(Double.parseDouble(digits));
  }

  private Literal.ComplexNumber complexNumber() {
    expect('(');
    double real = asDouble(value());
    expect(',');
    double imag = asDouble(value());
    expect(')');
    return new Literal.ComplexNumber(real, imag);
  }

  private Literal slice() {
    expect('(');
    Literal start = value();
    expect(',');
    Literal stop = value();
    expect(',');
    Literal step = value();
    expect(')');
    return new Literal.SliceOf(start, stop, step);
  }

  private Literal generator() {
    expect('(');
    Literal seed = value();
    expect(')');
    List<Literal> words = seed instanceof Literal.Sequence many ? many.items() : List.of(seed);
    List<Literal.Call> calls = new ArrayList<>();
    while (!ended() && peek() == '>') {
      at++;
      String name = word();
      expect('(');
      calls.add(callArguments(name, ')'));
    }
    return new Literal.Generator(
        words.stream().map(word -> ((Literal.Int) word).value()).toList(), calls);
  }

  /// `i4(2,3)small:1` in arguments; `i4(2)[1,2]CF` in answers; the elements decide which it is.
  private Literal array(String code) {
    long[] shape = longs();
    if (peek() != '[') {
      String generator = word();
      expect(':');
      long seed = Long.parseLong(word());
      return new Literal.ArrayOf(Generated.block(code, shape, generator, seed), views());
    }
    at++;
    if (accept("sha256:")) {
      String digest = word();
      expect(']');
      boolean scalar = !ended() && peek() == 's';
      at += scalar ? 1 : 0;
      return new Literal.Digest(code, shape, digest, scalar, flags());
    }
    int close = text.indexOf(']', at);
    String body = text.substring(at, close);
    at = close + 1;
    char next = ended() ? ' ' : peek();
    if (next == 'C' || next == 'F' || next == 'N' || next == 's') {
      Block block = Block.ofBits(code, shape, body);
      at += next == 's' ? 1 : 0;
      return new Literal.ArrayAnswer(block, next == 's', flags());
    }
    if (answers) {
      return new Literal.ArrayAnswer(Block.ofBits(code, shape, body), false, flags());
    }
    return new Literal.ArrayOf(Block.ofDecimals(code, shape, body), views());
  }

  private boolean answers;

  /// The arrays that a call left behind: bits, without flags.
  static Map<String, Literal> answers(String text) {
    Map<String, Literal> bindings = new LinkedHashMap<>();
    LiteralParser parser = new LiteralParser(text);
    parser.answers = true;
    while (!parser.ended()) {
      String name = parser.word();
      parser.expect('=');
      bindings.put(name, parser.value());
      parser.accept("; ");
    }
    return bindings;
  }

  private Literal.ArrayFlags flags() {
    boolean c = accept("C");
    boolean f = accept("F");
    accept("N");
    long[] strides = null;
    if (!ended() && peek() == '/') {
      at++;
      strides = longs();
    }
    boolean readOnly = accept("-");
    return new Literal.ArrayFlags(c, f, strides, readOnly, accept("^"));
  }

  private List<ViewStep> views() {
    List<ViewStep> steps = new ArrayList<>();
    while (!ended()) {
      if (peek() == '[') {
        int close = text.indexOf(']', at);
        steps.add(new ViewStep.Indexed(text.substring(at + 1, close)));
        at = close + 1;
      } else if (accept(".to")) {
        steps.add(new ViewStep.BroadcastTo(longs()));
      } else if (accept(".t(")) {
        at--;
        steps.add(new ViewStep.AxesTransposed(longs()));
      } else if (accept(".T")) {
        steps.add(new ViewStep.Transposed());
      } else if (accept(".F")) {
        steps.add(new ViewStep.InFortranOrder());
      } else if (accept(".ro")) {
        steps.add(new ViewStep.ReadOnly());
      } else if (accept(".s")) {
        steps.add(new ViewStep.AsScalar());
      } else {
        break;
      }
    }
    return steps;
  }

  private long[] longs() {
    expect('(');
    List<Long> numbers = new ArrayList<>();
    while (peek() != ')') {
      numbers.add(((Literal.Int) number()).value().longValueExact());
      accept(",");
    }
    at++;
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private String quoted() {
    StringBuilder out = new StringBuilder();
    at++;
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c == '\\') {
        char escaped = text.charAt(at++);
        c =
            switch (escaped) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case 'r' -> '\r';
              default -> escaped;
            };
      }
      out.append(c);
    }
    at++;
    return out.toString();
  }

  private String word() {
    int start = at;
    while (!ended() && (Character.isLetterOrDigit(peek()) || peek() == '_')) {
      at++;
    }
    return text.substring(start, at);
  }

  static double asDouble(Literal literal) {
    return switch (literal) {
      case Literal.Int number -> number.value().doubleValue();
      case Literal.Real number -> number.value();
      default -> throw new IllegalArgumentException("not a number: " + literal);
    };
  }

  private boolean accept(String prefix) {
    boolean found = text.startsWith(prefix, at);
    at += found ? prefix.length() : 0;
    return found;
  }

  private void expect(char c) {
    if (ended() || peek() != c) {
      throw new IllegalArgumentException("expected " + c + " at " + at + " of " + text);
    }
    at++;
  }

  private void expectEnd() {
    if (!ended()) {
      throw new IllegalArgumentException("left over: " + text.substring(at) + " of " + text);
    }
  }

  private char peek() {
    return text.charAt(at);
  }

  private boolean ended() {
    return at >= text.length();
  }
}
