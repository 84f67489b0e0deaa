package org.panarray.compat;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// NumPy's names in Java: camel case, mechanically; operators by the design's table.
final class Names {
  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("__add__", "plus"),
          Map.entry("__sub__", "minus"),
          Map.entry("__mul__", "times"),
          Map.entry("__truediv__", "div"),
          Map.entry("__floordiv__", "floorDiv"),
          Map.entry("__mod__", "rem"),
          Map.entry("__pow__", "pow"),
          Map.entry("__matmul__", "matmul"),
          Map.entry("__and__", "and"),
          Map.entry("__or__", "or"),
          Map.entry("__xor__", "xor"),
          Map.entry("__lshift__", "shl"),
          Map.entry("__rshift__", "shr"),
          Map.entry("__lt__", "lt"),
          Map.entry("__le__", "le"),
          Map.entry("__gt__", "gt"),
          Map.entry("__ge__", "ge"),
          Map.entry("__eq__", "eq"),
          Map.entry("__ne__", "ne"),
          Map.entry("__neg__", "unaryMinus"),
          Map.entry("__pos__", "unaryPlus"),
          Map.entry("__abs__", "abs"),
          Map.entry("__invert__", "inv"),
          Map.entry("__divmod__", "divmod"),
          Map.entry("__iadd__", "plusAssign"),
          Map.entry("__isub__", "minusAssign"),
          Map.entry("__imul__", "timesAssign"),
          Map.entry("__itruediv__", "divAssign"),
          Map.entry("__ifloordiv__", "floorDivAssign"),
          Map.entry("__imod__", "remAssign"),
          Map.entry("__ipow__", "powAssign"),
          Map.entry("__imatmul__", "matmulAssign"),
          Map.entry("__iand__", "andAssign"),
          Map.entry("__ior__", "orAssign"),
          Map.entry("__ixor__", "xorAssign"),
          Map.entry("__ilshift__", "shlAssign"),
          Map.entry("__irshift__", "shrAssign"),
          Map.entry("__len__", "len"),
          Map.entry("__int__", "asLong"),
          Map.entry("__float__", "asDouble"),
          Map.entry("__complex__", "asComplex"),
          Map.entry("__bool__", "asBoolean"),
          Map.entry("__contains__", "contains"),
          Map.entry("__str__", "toString"),
          Map.entry("__repr__", "repr"),
          Map.entry("__getitem__", "get"),
          Map.entry("__setitem__", "at"),
          Map.entry("__iter__", "iterator"));

  private static final Set<String> KEYWORDS =
      Set.of(
          "float", "int", "long", "short", "byte", "double", "char", "boolean", "new", "default");

  private Names() {}

  /// `zeros_like` is `zerosLike`, `atleast_2d` is `atleast2d`, `c_` stays.
  static String camel(String name) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean joins = c == '_' && i > 0 && i + 1 < name.length();
      if (joins) {
        i++;
        out.append(Character.toUpperCase(name.charAt(i)));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /// The Java method of an attribute, method or operator.
  static String method(String name) {
    String operator = OPERATORS.get(name);
    String java = operator != null ? operator : camel(name);
    return KEYWORDS.contains(java) ? java + "_" : java;
  }

  /// Whether the name is an operator of two operands that is not in place.
  static boolean isBinaryOperator(String name) {
    return OPERATORS.containsKey(name)
        && switch (name) {
          case "__add__", "__sub__", "__mul__", "__truediv__", "__floordiv__", "__mod__" -> true;
          case "__pow__", "__and__", "__or__", "__xor__", "__lshift__", "__rshift__" -> true;
          case "__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__" -> true;
          default -> false;
        };
  }

  /// The ufunc behind a forward operator.
  static String ufunc(String operator) {
    return switch (operator) {
      case "__add__" -> "add";
      case "__sub__" -> "subtract";
      case "__mul__" -> "multiply";
      case "__truediv__" -> "divide";
      case "__floordiv__" -> "floor_divide";
      case "__mod__" -> "remainder";
      case "__pow__" -> "power";
      case "__matmul__" -> "matmul";
      case "__and__" -> "bitwise_and";
      case "__or__" -> "bitwise_or";
      case "__xor__" -> "bitwise_xor";
      case "__lshift__" -> "left_shift";
      case "__rshift__" -> "right_shift";
      case "__divmod__" -> "divmod";
      case "__lt__" -> "less";
      case "__le__" -> "less_equal";
      case "__gt__" -> "greater";
      case "__ge__" -> "greater_equal";
      case "__eq__" -> "equal";
      case "__ne__" -> "not_equal";
      default -> throw new IllegalArgumentException(operator);
    };
  }

  /// `__radd__` is `__add__` with its operands exchanged; null for other names.
  static @Nullable String unreflected(String operator) {
    if (operator.startsWith("__r") && OPERATORS.containsKey("__" + operator.substring(3))) {
      return OPERATORS.containsKey(operator) ? null : "__" + operator.substring(3);
    }
    return null;
  }
}
