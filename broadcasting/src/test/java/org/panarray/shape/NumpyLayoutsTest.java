package org.panarray.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.panarray.shape.Recorded.joined;
import static org.panarray.shape.Recorded.layout;
import static org.panarray.shape.Recorded.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.panarray.error.ValueError;

/// Strides, offsets and flags against those that NumPy has for the same views.
class NumpyLayoutsTest {
  @Test
  void aReshapeIsAViewWhereNumpysIsAndHasItsStrides() {
    for (String[] row : Recorded.table("reshape.tsv")) {
      Layout from = layout(row[0], row[1], row[2]);
      Layout view =
          row[4].equals("C")
              ? from.reshapedView(shape(row[3]))
              : from.reshapedViewFortran(shape(row[3]));
      String result = view == null ? "copy" : joined(view.strides());
      assertEquals(row[5], result, () -> String.join(" | ", row));
    }
  }

  @Test
  void contiguityFlagsAreNumpys() {
    for (String[] row : Recorded.table("flags.tsv")) {
      Layout layout = layout(row[0], row[1], row[2]);
      String flags = layout.isContiguous() + " " + layout.isFortran();
      assertEquals(
          (row[3] + " " + row[4]).toLowerCase(Locale.ROOT), flags, () -> String.join(" | ", row));
    }
  }

  @Test
  void anEmptyLikeKeepsTheOrderAsInNumpy() {
    for (String[] row : Recorded.table("empty_like.tsv")) {
      Layout layout = layout(row[0], row[1], row[2]);
      String strides = joined(Layout.like(layout, layout.shape()).strides());
      assertEquals(row[3], strides, () -> String.join(" | ", row));
    }
  }

  @Test
  void theOutputOfAUfuncHasNumpysOrder() {
    for (String[] row : Recorded.table("outputs.tsv")) {
      List<Layout> inputs = new ArrayList<>();
      for (int i = 2; i < row.length; i += 3) {
        inputs.add(layout(row[i], row[i + 1], row[i + 2]));
      }
      Shape out = shape(row[0]);
      String strides = joined(Layout.keepOrder(inputs, out).strides());
      assertEquals(row[1], strides, () -> String.join(" | ", row));
      if (inputs.size() == 2) {
        Layout two = Layout.keepOrder(inputs.get(0), inputs.get(1), out);
        assertEquals(row[1], joined(two.strides()), () -> String.join(" | ", row));
      }
    }
  }

  @Test
  void aDiagonalHasNumpysStridesAndOffset() {
    for (String[] row : Recorded.table("diagonal.tsv")) {
      int[] arguments = Recorded.ints(row[3]);
      Layout view =
          layout(row[0], row[1], row[2]).diagonal(arguments[0], arguments[1], arguments[2]);
      String result = joined(view.shape().toArray()) + " " + joined(view.strides());
      assertEquals(row[4] + " " + row[5], result, () -> String.join(" | ", row));
      if (row.length > 6) {
        assertEquals(Long.parseLong(row[6]), view.offset(), () -> String.join(" | ", row));
      }
    }
  }

  @Test
  void aViewWithAnotherItemSizeIsNumpysOrFailsWithItsWords() {
    for (String[] row : Recorded.table("bitcast.tsv")) {
      Layout layout = layout(row[0], row[1], row[2]);
      int from = Recorded.ints(row[3])[0];
      int to = Recorded.ints(row[3])[1];
      String result;
      try {
        Layout view = layout.bitcast(from, to);
        result = joined(view.shape().toArray()) + " " + joined(view.strides());
        assertEquals(layout.offset() * from, view.offset() * to, () -> String.join(" | ", row));
      } catch (ValueError e) {
        result = Recorded.error(e) + " -";
      }
      assertEquals(row[4] + " " + row[5], result, String.join(" | ", row));
    }
  }

  @Test
  void aRowThatBeginsBetweenTwoElementsCannotBeReinterpreted() {
    Layout rows = Layout.contiguous(Shape.of(3, 5)).slice(1, 0, 1, 4);
    ValueError error = assertThrows(ValueError.class, () -> rows.bitcast(1, 4));
    assertEquals(
        "elements of 4 bytes cannot begin 5 bytes apart: copy the array first", error.getMessage());
    assertSame(rows, rows.bitcast(4, 4));
  }

  @Test
  void theRealAndImaginaryPartsOfAComplexArrayInterleave() {
    Layout complex = Layout.contiguous(Shape.of(2, 3)).flip(0);
    assertEquals(Layout.of(Shape.of(2, 3), new long[] {-6, 2}, 6), complex.scaled(2));
    assertEquals(7, complex.scaled(2).shift(1).offset());
  }
}
