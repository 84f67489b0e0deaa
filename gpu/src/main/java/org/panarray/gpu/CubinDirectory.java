package org.panarray.gpu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compiled kernels on disk, one file for each key, shared by all processes of a user.
///
/// A file is a magic number, the SHA-256 of the image, and the image. A file that does not check is
/// treated as absent. Files are written under another name and renamed, so that no reader ever sees
/// half a file. A directory that cannot be written to costs time, not correctness.
final class CubinDirectory {
  private static final byte[] MAGIC = "PANCUB01".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGEST_BYTES = 32;

  private final Path directory;

  CubinDirectory(Path directory) {
    this.directory = directory;
  }

  /// The directory that this process uses: `-Dpanarray.cuda.cache`, `PANARRAY_CUDA_CACHE`, or
  /// `panarray/cuda` in the user's cache directory.
  static CubinDirectory ofThisProcess() {
    return new CubinDirectory(
        first(System.getProperty("panarray.cuda.cache"), System.getenv("PANARRAY_CUDA_CACHE"))
            .map(Path::of)
            .orElseGet(
                () ->
                    Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                        .resolve("panarray/cuda")));
  }

  Path directory() {
    return directory;
  }

  /// The key of an image: everything that its bytes depend on.
  static String key(String compiler, List<String> options, String source) {
    MessageDigest digest = sha256();
    for (String part : List.of(compiler, String.join("\n", options), source)) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  Optional<byte[]> read(String key) {
    try {
      byte[] file = Files.readAllBytes(path(key));
      int header = MAGIC.length + DIGEST_BYTES;
      if (file.length < header || !startsWith(file, MAGIC)) {
        return Optional.empty();
      }
      byte[] image = Arrays.copyOfRange(file, header, file.length);
      byte[] digest = Arrays.copyOfRange(file, MAGIC.length, header);
      return MessageDigest.isEqual(digest, sha256().digest(image))
          ? Optional.of(image)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Writes an image; says whether it worked.
  boolean write(String key, byte[] image) {
    try {
      Files.createDirectories(directory);
      Path temporary = Files.createTempFile(directory, "new", ".cubin");
      ByteBuffer file = ByteBuffer.allocate(MAGIC.length + DIGEST_BYTES + image.length);
      file.put(MAGIC).put(sha256().digest(image)).put(image);
      Files.write(temporary, file.array());
      Files.move(temporary, path(key), StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  Path path(String key) {
    return directory.resolve(key + ".cubin");
  }

  private static Optional<String> first(@Nullable String a, @Nullable String b) {
    return Optional.ofNullable(a != null ? a : b);
  }

  private static boolean startsWith(byte[] file, byte[] prefix) {
    return Arrays.equals(file, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
