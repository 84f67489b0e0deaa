package org.panarray.gpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The compiled kernels on disk.
class CubinDirectoryTest {
  private static final byte[] IMAGE = {1, 2, 3, 4, 5};

  @TempDir Path directory;

  @Test
  void whatWasWrittenIsReadBack() {
    CubinDirectory cubins = new CubinDirectory(directory.resolve("new/one"));
    assertTrue(cubins.read("key").isEmpty());
    assertTrue(cubins.write("key", IMAGE));
    assertArrayEquals(IMAGE, cubins.read("key").orElseThrow());
    assertTrue(cubins.read("other").isEmpty());
  }

  @Test
  void everyDamagedFileCountsAsAbsent() throws Exception {
    CubinDirectory cubins = new CubinDirectory(directory);
    cubins.write("key", IMAGE);
    Path file = cubins.path("key");
    byte[] good = Files.readAllBytes(file);
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(file, bad);
      assertTrue(cubins.read("key").isEmpty(), "byte " + at);
    }
    for (int length : new int[] {0, 7, 8, 40, good.length - 1}) {
      Files.write(file, Arrays.copyOf(good, length));
      assertTrue(cubins.read("key").isEmpty(), "length " + length);
    }
    Files.write(file, good);
    assertTrue(cubins.read("key").isPresent());
  }

  @Test
  void everyPartOfAKeyMatters() {
    String key = CubinDirectory.key("nvrtc 13.0", List.of("a", "b"), "source");
    assertEquals(64, key.length());
    assertEquals(key, CubinDirectory.key("nvrtc 13.0", List.of("a", "b"), "source"));
    assertNotEquals(key, CubinDirectory.key("nvrtc 13.1", List.of("a", "b"), "source"));
    assertNotEquals(key, CubinDirectory.key("nvrtc 13.0", List.of("a"), "source"));
    assertNotEquals(key, CubinDirectory.key("nvrtc 13.0", List.of("a", "b"), "sourc"));
  }

  @Test
  void aDirectoryThatCannotBeWrittenToIsNoError() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");
    CubinDirectory cubins = new CubinDirectory(file);
    assertFalse(cubins.write("key", IMAGE));
    assertTrue(cubins.read("key").isEmpty());
  }
}
