package org.panarray.engine;

import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;

/// What an engine sees of an array: elements of one type, laid out in a buffer.
///
/// Every offset that the layout reaches is checked against the buffer here, once, so that kernels
/// need not: no operand that exists can make an engine touch foreign memory.
public record Operand(ElementType type, Layout layout, Buffer buffer) {
  public Operand {
    if (layout.size() != 0) {
      long end = layout.maxOffset() + 1;
      if (layout.minOffset() < 0 || end > buffer.byteSize() >> type.byteShift()) {
        throw new ValueError(
            "elements "
                + layout.minOffset()
                + " to "
                + layout.maxOffset()
                + " lie outside the buffer of "
                + buffer.byteSize()
                + " bytes");
      }
    }
  }

  public Device device() {
    return buffer.device();
  }

  /// The same buffer seen through another layout.
  public Operand with(Layout other) {
    return new Operand(type, other, buffer);
  }
}
