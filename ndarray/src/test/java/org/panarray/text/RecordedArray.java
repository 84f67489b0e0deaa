package org.panarray.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.panarray.prim.ElementType;

/// An array of the recording: a shape over bytes that are repeated, or counting up from zero.
public record RecordedArray(long[] shape, ElementType elementType, byte[] bytes, boolean counting)
    implements PrintableArray {

  /// An array of exactly these little-endian elements.
  public RecordedArray(long[] shape, ElementType elementType, byte[] bytes) {
    this(shape, elementType, bytes, false);
  }

  static RecordedArray parse(String type, String shape, String data) {
    String[] lengths = shape.isEmpty() ? new String[0] : shape.split(",");
    long[] axes = new long[lengths.length];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = Long.parseLong(lengths[i]);
    }
    boolean counting = data.equals("arange");
    String hex = counting ? "" : data.startsWith("tile:") ? data.substring(5) : data;
    return new RecordedArray(axes, typeOf(type), HexFormat.of().parseHex(hex), counting);
  }

  static ElementType typeOf(String name) {
    for (ElementType type : ElementType.values()) {
      if (type.numpyName().equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException(name);
  }

  @Override
  public long longAt(long index) {
    if (counting) {
      return switch (elementType) {
        case BOOL -> index == 0 ? 0 : 1;
        case INT8 -> (byte) index;
        case UINT8 -> index & 0xff;
        case INT16, INT32, INT64, UINT16, UINT32, UINT64 -> index;
        default -> throw new AssertionError();
      };
    }
    ByteBuffer at = at(index);
    return switch (elementType) {
      case BOOL, INT8 -> at.get();
      case UINT8 -> at.get() & 0xff;
      case INT16 -> at.getShort();
      case UINT16 -> at.getShort() & 0xffff;
      case INT32 -> at.getInt();
      case UINT32 -> at.getInt() & 0xffffffffL;
      case INT64, UINT64 -> at.getLong();
      default -> throw new AssertionError();
    };
  }

  @Override
  public double realAt(long index) {
    return counting ? elementType.format().nearest(index) : part(at(index));
  }

  @Override
  public double imaginaryAt(long index) {
    if (counting) {
      return 0;
    }
    ByteBuffer at = at(index);
    return part(at.position(at.position() + elementType.byteSize() / 2));
  }

  @Override
  public Object objectAt(long index) {
    if (elementType.isInteger() || elementType.isBool()) {
      return longAt(index);
    }
    return realAt(index);
  }

  private double part(ByteBuffer at) {
    return switch (elementType.format().bits()) {
      case 16 -> elementType.format().toFloat(at.getShort());
      case 32 -> at.getFloat();
      default -> at.getDouble();
    };
  }

  private ByteBuffer at(long index) {
    int elements = bytes.length / elementType.byteSize();
    int position = (int) (index % elements) * elementType.byteSize();
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(position);
  }
}
