package org.panarray.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.panarray.error.IndexError;
import org.panarray.error.ValueError;

class IndexParserTest {
  @Test
  void everyKindOfItemIsRead() {
    assertEquals(
        List.of(
            Index.slice(1, 3),
            Index.ELLIPSIS,
            Index.NEWAXIS,
            Index.ALL.step(-1),
            Index.at(-1),
            Index.NEWAXIS),
        IndexParser.parse("1:3, ..., None, ::-1, -1, newaxis"));
    assertEquals(List.of(Index.NEWAXIS, Index.ELLIPSIS), IndexParser.parse("np.newaxis,Ellipsis"));
    assertEquals(List.of(Index.ALL, Index.ALL), IndexParser.parse(" : , :: "));
    assertEquals(
        List.of(Index.slice(-3L, null, 2L), Index.slice(null, 4L, null)),
        IndexParser.parse("-3 : : 2, None:4:None"));
    assertEquals(List.of(Index.at(1_000)), IndexParser.parse("1_000"));
    assertEquals(List.of(Index.at(5)), IndexParser.parse("+5"));
    assertEquals(List.of(Index.mask(Shape.SCALAR, 1, -1)), IndexParser.parse("True"));
  }

  @Test
  void oneCommaMayEndTheListAndParenthesesAreTheEmptyOne() {
    assertEquals(List.of(Index.at(2)), IndexParser.parse("2,"));
    assertEquals(List.of(), IndexParser.parse("()"));
  }

  @Test
  void hugeSliceBoundsAreClampedAsInPython() {
    assertEquals(
        List.of(Index.slice(Long.MIN_VALUE, Long.MAX_VALUE)),
        IndexParser.parse("-99999999999999999999:99999999999999999999"));
  }

  @Test
  void whatIsNoIndexIsRefusedWithTheReason() {
    refused("", "invalid index \"\": an item is missing");
    refused(",", "invalid index \",\": an item is missing");
    refused("1,,2", "invalid index \"1,,2\": an item is missing");
    refused("1:2:3:4", "invalid index \"1:2:3:4\": a slice has at most three parts, not '1:2:3:4'");
    refused("abc", "invalid index \"abc\": 'abc' is no index");
    refused("1 2", "invalid index \"1 2\": '1 2' is no index");
    refused("1_", "invalid index \"1_\": '1_' is no index");
    refused("- -1", "invalid index \"- -1\": '- -1' is no index");
    refused("::0", "slice step cannot be zero");
  }

  private static void refused(String text, String message) {
    ValueError error = assertThrows(ValueError.class, () -> IndexParser.parse(text), text);
    assertEquals(message, error.getMessage());
  }

  @Test
  void numbersThatAreNoIndicesAreIndexErrors() {
    String words =
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or"
            + " boolean arrays are valid indices";
    for (String text : List.of("1.5", "1.", ".5", "1e3", "-2.5e-3")) {
      IndexError error = assertThrows(IndexError.class, () -> IndexParser.parse(text), text);
      assertEquals(words, error.getMessage());
    }
    assertThrows(IndexError.class, () -> IndexParser.parse("9223372036854775808"));
  }
}
