package org.panarray.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.panarray.error.ValueError;

class SliceTest {
  private static @Nullable Long bound(String text) {
    return text.equals("None") ? null : Long.valueOf(text);
  }

  @Test
  void everySmallSliceIsPythons() {
    for (String[] row : Recorded.table("slices.tsv")) {
      long length = Long.parseLong(row[0]);
      for (int i = 3; i < row.length; i++) {
        Long stop = i == 3 ? null : Long.valueOf(i - 10);
        Index.Slice slice = Index.slice(bound(row[2]), stop, bound(row[1]));
        Index.Resolved range = slice.resolve(length);
        assertEquals(
            row[i],
            range.start() + "/" + range.stop() + "/" + range.step() + "/" + range.count(),
            () -> slice + " of " + length);
      }
    }
  }

  @Test
  void slicesAtTheEndsOfTheLongRangeArePythons() {
    for (String[] row : Recorded.table("extreme_slices.tsv")) {
      Index.Slice slice = Index.slice(bound(row[1]), bound(row[2]), bound(row[3]));
      Index.Resolved range = slice.resolve(Long.parseLong(row[0]));
      assertEquals(
          row[4] + " " + row[5] + " " + row[6] + " " + row[7],
          range.start() + " " + range.stop() + " " + range.step() + " " + range.count(),
          () -> slice + " of " + row[0]);
    }
  }

  @Test
  void aStepOfZeroIsRefused() {
    ValueError error = assertThrows(ValueError.class, () -> Index.slice(null, null, 0L));
    assertEquals("slice step cannot be zero", error.getMessage());
    assertThrows(ValueError.class, () -> Index.ALL.step(0));
  }

  @Test
  void aSlicePrintsAsInPython() {
    assertEquals("1:3", Index.slice(1, 3).toString());
    assertEquals("::-1", Index.ALL.step(-1).toString());
    assertEquals(":", Index.ALL.toString());
  }
}
