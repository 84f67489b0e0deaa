package org.panarray.engine.cpu.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// What a person may ask of generated classes: to see them (`-Dpanarray.dump=DIR`) and to have them
/// verified by the JDK's own rules before the JVM meets them (`-Dpanarray.verify=true`), which
/// names the instruction where the JVM only refuses the class.
final class Inspection {
  private static final @Nullable String DUMP = System.getProperty("panarray.dump");
  private static final boolean VERIFY = Boolean.getBoolean("panarray.verify");

  private Inspection() {}

  /// Does what the properties ask for.
  static void inspect(String name, byte[] bytes) {
    if (VERIFY) {
      verify(name, bytes);
    }
    if (DUMP != null) {
      dump(Path.of(DUMP), name, bytes);
    }
  }

  /// @throws IllegalStateException with what is wrong with the class
  static void verify(String name, byte[] bytes) {
    List<VerifyError> errors = ClassFile.of().verify(bytes);
    if (!errors.isEmpty()) {
      throw new IllegalStateException(name + ": " + errors.getFirst().getMessage());
    }
  }

  /// Another class of the same name is told apart by its checksum.
  static void dump(Path folder, String name, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(name + ".class");
      if (Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), bytes)) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        file = folder.resolve(name + "_" + Long.toHexString(sum.getValue()) + ".class");
      }
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
