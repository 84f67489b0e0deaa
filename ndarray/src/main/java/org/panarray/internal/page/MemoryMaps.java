package org.panarray.internal.page;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.ValueError;
import org.panarray.internal.files.FileArgument;
import org.panarray.internal.files.StoredArrays;
import org.panarray.io.MapAccess;
import org.panarray.io.NpyHeader;
import org.panarray.io.NpyReader;
import org.panarray.io.RawFile;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.prim.Order;

/// Arrays whose elements stay in a file.
///
/// The operating system reads what is touched and writes what was changed; arrays may be larger
/// than memory. A mapping lasts as long as an array on it is reachable.
///
/// **A mapped file must not become shorter.** Where another process (or this one) cuts it, the
/// pages behind its new end are gone: the first touch of one is an `InternalError` ("a fault
/// occurred in an unsafe memory access operation") while the code that touches it is interpreted or
/// is the JDK's own, and ends the virtual machine (SIGBUS) where it is compiled or is OpenBLAS;
/// NumPy ends too. Java offers nothing against it: asking for the file's length before each call
/// would leave the time until its end. Who cannot rule it out reads with [Io#load] or
/// [Io#fromfile], or writes a new file and renames it over the old one, as `np.save` does: whoever
/// has mapped the old one keeps it.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.io.html">NumPy's page</a>
public sealed interface MemoryMaps permits Np {

  /// Maps the raw elements of a file: `numpy.memmap`.
  ///
  /// Keywords: `dtype` (default uint8), `mode` (`r+`, `r`, `w+` or `c`; default `r+`), `offset` in
  /// bytes, `shape` (default: all that there is), `order`. With `w+` the file is created, and with
  /// `w+` and `r+` made as long as needed.
  ///
  /// @throws ValueError `shape must be given if mode == 'w+'`, or if the file does not hold whole
  ///   elements
  default NDArray memmap(Object filename, TextKeyword.ForMemmap... keywords) {
    Path path = FileArgument.path(filename);
    TextKeyword.Mode mode = Keyword.find(TextKeyword.Mode.class, keywords);
    TextKeyword.Offset offset = Keyword.find(TextKeyword.Offset.class, keywords);
    Keyword.ShapeOf shape = Keyword.find(Keyword.ShapeOf.class, keywords);
    MapAccess access = mode == null ? MapAccess.READ_WRITE : MapAccess.of(mode.value());
    long byteOffset = offset == null ? 0 : offset.value();
    if (byteOffset < 0) {
      throw new ValueError("offset must be non-negative");
    }
    DType dtype = dtype(keywords, DType.UINT8);
    if (shape == null && access == MapAccess.CREATE) {
      throw new ValueError("shape must be given if mode == 'w+'");
    }
    NpyHeader header =
        shape == null ? null : StoredArrays.header(dtype, isFortran(keywords), shape.dims());
    return FileArgument.work(
        path,
        () -> {
          try (FileChannel file = access.open(path)) {
            return StoredArrays.mapped(
                header == null
                    ? RawFile.mapToEnd(file, access, dtype.storage(), byteOffset)
                    : RawFile.map(file, access, header, byteOffset),
                dtype);
          }
        });
  }

  /// Maps the elements of a `.npy` file, or creates one: `numpy.lib.format.open_memmap`.
  ///
  /// Keywords: `mode` (default `r+`); for `w+` `shape` and `dtype` (default float64), `order`.
  ///
  /// @throws ValueError as [Io#load]; with `w+`, if no shape is given
  default NDArray openMemmap(Object filename, TextKeyword.ForMemmap... keywords) {
    TextKeyword.Mode mode = Keyword.find(TextKeyword.Mode.class, keywords);
    Keyword.ShapeOf shape = Keyword.find(Keyword.ShapeOf.class, keywords);
    Path path = FileArgument.path(filename);
    MapAccess access = mode == null ? MapAccess.READ_WRITE : MapAccess.of(mode.value());
    NpyHeader created = access == MapAccess.CREATE ? created(shape, keywords) : null;
    return FileArgument.work(
        path,
        () -> {
          try (FileChannel file = access.open(path)) {
            return StoredArrays.mapped(
                created == null ? NpyReader.map(file, access) : RawFile.create(file, created));
          }
        });
  }

  private static NpyHeader created(Keyword.@Nullable ShapeOf shape, Keyword[] keywords) {
    if (shape == null) {
      throw new ValueError("shape must be given if mode == 'w+'");
    }
    DType dtype = dtype(keywords, DType.FLOAT64);
    return StoredArrays.header(dtype, isFortran(keywords), shape.dims());
  }

  private static DType dtype(Keyword[] keywords, DType usual) {
    DType dtype = Keyword.dtypeIn(keywords);
    return dtype == null ? usual : dtype;
  }

  private static boolean isFortran(Keyword[] keywords) {
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    return order != null && order.value() == Order.F;
  }
}
