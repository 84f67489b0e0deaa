package org.panarray.internal.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.internal.files.FileArgument;
import org.panarray.internal.files.Printer;
import org.panarray.internal.files.StoredArrays;
import org.panarray.io.RawFile;
import org.panarray.io.SafeFile;
import org.panarray.prim.FloatFormat;
import org.panarray.text.PrintableArray;
import org.panarray.text.ScalarText;

/// The elements of an array in files without a header.
public sealed interface ArrayStorage permits NDArray {

  /// Writes the elements in C order, in this machine's byte order: `ndarray.tofile`. The file knows
  /// neither dtype nor shape; see `np.save`.
  default void tofile(Object fid) {
    NDArray dense = StoredArrays.inOrderC((NDArray) this);
    Path path = FileArgument.path(fid);
    FileArgument.work(
        path,
        () -> {
          StoredArrays.write(
              Map.of("", dense),
              arrays -> SafeFile.write(path, file -> RawFile.write(file, arrays.get(""))));
          return path;
        });
  }

  /// Writes the elements in C order as text with `sep` between them: `ndarray.tofile`.
  default void tofile(Object fid, String sep) {
    if (Required.argument(sep, "sep").isEmpty()) {
      tofile(fid);
      return;
    }
    PrintableArray elements = Printer.printable((NDArray) this);
    long size = ((NDArray) this).size();
    StringJoiner text = new StringJoiner(sep);
    for (long i = 0; i < size; i++) {
      text.add(plain(elements, i));
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    Path path = FileArgument.path(fid);
    FileArgument.work(
        path,
        () -> {
          SafeFile.write(
              path,
              file -> {
                while (bytes.hasRemaining()) {
                  file.write(bytes);
                }
              });
          return path;
        });
  }

  /// NumPy writes Python's own numbers here: a float32 has all digits of its float64.
  private static String plain(PrintableArray elements, long index) {
    return switch (elements.elementType().kind()) {
      case BOOL, SIGNED, UNSIGNED -> ScalarText.str(elements, index);
      case FLOAT -> ScalarText.str(elements.realAt(index), FloatFormat.FLOAT64);
      case COMPLEX ->
          ScalarText.str(elements.realAt(index), elements.imaginaryAt(index), FloatFormat.FLOAT64);
    };
  }
}
