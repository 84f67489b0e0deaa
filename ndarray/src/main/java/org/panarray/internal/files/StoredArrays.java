package org.panarray.internal.files;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.JavaLength;
import org.panarray.internal.array.Storage;
import org.panarray.internal.array.Warnings;
import org.panarray.io.NpyHeader;
import org.panarray.io.NumberTable;
import org.panarray.io.RawFile;
import org.panarray.io.StoredArray;
import org.panarray.prim.ElementType;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Brings arrays into the form that files have, and back.
public final class StoredArrays {
  /// What reads a file into memory that it is given.
  @FunctionalInterface
  public interface Reading {
    /// Reads; `memory` is asked once, for the elements of a header that was checked.
    StoredArray from(Function<NpyHeader, MemorySegment> memory) throws IOException;
  }

  /// What writes an array to a file.
  @FunctionalInterface
  public interface Writing {
    void to(Map<String, StoredArray> arrays) throws IOException;
  }

  /// How arrays get into a file.
  @FunctionalInterface
  public interface Format {
    public void write(FileChannel channel, Map<String, StoredArray> arrays) throws IOException;
  }

  private StoredArrays() {}

  /// A fresh array with what was read, on the thread's default device.
  public static NDArray read(Reading reading) throws IOException {
    NDArray[] made = new NDArray[1];
    StoredArray stored =
        reading.from(
            header -> {
              made[0] = Dispatch.hostEmpty(header.type(), layout(header));
              return memory(made[0].operand());
            });
    warnOf(stored);
    return Storage.as(made[0], dtype(stored.header())).toDevice(Ambient.current().device);
  }

  /// An array over the memory of a mapped file, which it keeps mapped.
  public static NDArray mapped(StoredArray stored) {
    return mapped(stored, dtype(stored.header()));
  }

  /// As [#mapped(StoredArray)], of a file that does not say what its elements are.
  public static NDArray mapped(StoredArray stored, DType dtype) {
    warnOf(stored);
    NpyHeader header = stored.header();
    MemorySegment data = stored.data();
    Operand operand = new Operand(header.type(), layout(header), CpuBuffer.sharing(data, data));
    return data.isReadOnly()
        ? ArrayAccess.arrays().readOnly(dtype, operand)
        : ArrayAccess.arrays().owning(dtype, operand);
  }

  private static DType dtype(NpyHeader header) {
    String meaning = header.meaning();
    return meaning == null ? DType.of(header.type()) : DType.of(meaning);
  }

  private static void warnOf(StoredArray stored) {
    if (stored.warning() != null) {
      Warnings.warn("UserWarning", stored.warning());
    }
  }

  private static Layout layout(NpyHeader header) {
    Shape shape = Shape.of(header.shape());
    return header.fortranOrder() ? Layout.fortran(shape) : Layout.contiguous(shape);
  }

  /// Writes arrays as files hold them: without gaps, in Fortran order where they are so and not in
  /// C order too.
  public static void write(Map<String, NDArray> arrays, Writing writing) throws IOException {
    Map<String, StoredArray> stored = new LinkedHashMap<>();
    List<NDArray> kept = new ArrayList<>();
    arrays.forEach(
        (name, array) -> {
          NDArray dense = dense(array);
          kept.add(dense);
          stored.put(name, stored(dense));
        });
    try {
      writing.to(stored);
    } finally {
      Reference.reachabilityFence(kept); // the segments alone do not keep pooled memory
    }
  }

  /// The array itself where it is on the CPU and has no gaps, else a copy that is.
  static NDArray dense(NDArray array) {
    NDArray host = array.toDevice(Device.CPU);
    Layout layout = host.layout();
    return layout.isContiguous() || layout.isFortran()
        ? host
        : Dispatch.apply(new Primitive.Copy(Order.C), host);
  }

  /// What a file of such elements says of itself.
  public static NpyHeader header(DType dtype, boolean fortran, long... shape) {
    return RawFile.header(dtype.storage(), fortran, shape)
        .meaning(dtype.isNumeric() ? null : dtype.str().substring(1));
  }

  private static StoredArray stored(NDArray dense) {
    Operand operand = dense.operand();
    Layout layout = operand.layout();
    boolean fortran = layout.isFortran() && !layout.isContiguous();
    DType dtype = dense.dtype();
    NpyHeader header = header(dtype, fortran, dense.dims());
    long start = layout.size() == 0 ? 0 : layout.offset() << operand.type().byteShift();
    return new StoredArray(header, memory(operand).asSlice(start, header.byteSize()));
  }

  /// The bytes of an array of the CPU that is in C order without gaps.
  ///
  /// @throws org.panarray.error.MemoryError where no Java array is so long
  public static byte[] bytes(NDArray dense) {
    JavaLength.of(dense.nbytes(), ElementType.UINT8);
    byte[] bytes = stored(dense).data().toArray(ValueLayout.JAVA_BYTE);
    Reference.reachabilityFence(dense);
    return bytes;
  }

  /// The array itself where it is on the CPU and in C order without gaps, else a copy that is.
  public static NDArray inOrderC(NDArray array) {
    NDArray host = array.toDevice(Device.CPU);
    return host.layout().isContiguous() ? host : Dispatch.apply(new Primitive.Copy(Order.C), host);
  }

  /// A table of numbers as an array, on the thread's default device.
  public static NDArray of(NumberTable table, Shape shape) {
    NDArray host = Dispatch.hostEmpty(table.type(), Layout.contiguous(shape));
    table.copyTo(memory(host.operand()));
    return host.toDevice(Ambient.current().device);
  }

  private static MemorySegment memory(Operand operand) {
    return ((CpuBuffer) operand.buffer()).segment();
  }
}
