package org.panarray.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;

final class PrintOptionsTest {
  private static final RecordedArray WORDS = RecordedArray.parse("int8", "3", "000102");

  @Test
  void wrongOptionsAreRefusedInTheWordsOfNumpy() {
    ValueError precision =
        assertThrows(ValueError.class, () -> PrintOptions.DEFAULT.withPrecision(-1));
    assertEquals("precision must be >= 0", precision.getMessage());
    ValueError sign = assertThrows(ValueError.class, () -> PrintOptions.DEFAULT.withSign("z"));
    assertEquals("sign option must be one of ' ', '+', or '-'", sign.getMessage());
    assertThrows(ValueError.class, () -> FloatMode.of("x"));
    assertThrows(TypeError.class, () -> Trim.of("x"));
    TypeError unique = assertThrows(TypeError.class, () -> FloatStyle.DEFAULT.withUnique(false));
    assertEquals("in non-unique mode `precision` must be supplied", unique.getMessage());
  }

  @Test
  void wordsOfSeveralLinesKeepTheirColumn() {
    PrintOptions options = PrintOptions.DEFAULT.withFormatter(Map.of("all", element -> "ab\ncd"));
    assertEquals(
        "[ab\n cd,ab\n    cd,ab\n       cd]",
        ArrayFormatter.array2string(WORDS, options, ",", "", ""));
  }

  @Test
  void theMostSpecificFormatterWins() {
    PrintOptions options =
        PrintOptions.DEFAULT.withFormatter(
            Map.of("all", e -> "all", "int_kind", e -> "kind", "int", e -> "int"));
    assertEquals("[int int int]", ArrayFormatter.str(WORDS, options));
    PrintOptions wrong = PrintOptions.DEFAULT.withFormatter(Map.of("float", e -> "float"));
    assertEquals("[0 1 2]", ArrayFormatter.str(WORDS, wrong));
  }
}
