package org.panarray.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parts of files that are being written, and parts that nobody writes any more.
final class PartFileTest {
  @TempDir private Path folder;

  private Path leftOver() throws IOException {
    return Files.write(folder.resolve(".a.npy." + UUID.randomUUID() + ".part"), new byte[100]);
  }

  @Test
  void aSaveRemovesWhatKilledWritersLeft() throws IOException {
    Path stale = leftOver();
    Path others = Files.write(folder.resolve(".important.part"), new byte[1]);
    SafeFile.write(folder.resolve("b.npy"), file -> file.write(ByteBuffer.allocate(3)));
    assertFalse(Files.exists(stale));
    assertTrue(Files.exists(others));
    assertEquals(3, Files.size(folder.resolve("b.npy")));
  }

  @Test
  void aPartThatIsBeingWrittenStays() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    SafeFile.write(
        inner.resolve("a.npy"),
        file -> {
          file.write(ByteBuffer.allocate(7));
          List<Path> parts = list(inner);
          assertEquals(1, parts.size());
          PartFile.removeStale(inner.resolve("b.npy"));
          assertEquals(parts, list(inner));
        });
    assertEquals(List.of(inner.resolve("a.npy")), list(inner));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
