package org.panarray.internal.array;

import org.panarray.error.MemoryError;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Lengths of the Java arrays that some functions make their results in.
public final class JavaLength {
  private static final long LONGEST = Integer.MAX_VALUE - 8;

  private JavaLength() {}

  /// The length as an `int`.
  ///
  /// @throws MemoryError in NumPy's words, where no Java array is so long
  public static int of(long length, ElementType type) {
    return of(length, type, Shape.of(length));
  }

  /// The length as an `int`.
  ///
  /// @param result the shape of the array that is made by way of the Java array
  /// @throws MemoryError in NumPy's words, where no Java array is so long
  /// @throws org.panarray.error.ValueError `array is too big; ...`
  public static int of(long length, ElementType type, Shape result) {
    if (length > LONGEST) {
      Layout layout = Layout.contiguous(result);
      throw Dispatch.refused(type, layout, Dispatch.requireAddressable(type, layout));
    }
    return (int) length;
  }
}
