package org.panarray.io;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;
import static org.panarray.Kw.mmapMode;
import static org.panarray.Kw.named;
import static org.panarray.Np.np;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panarray.NDArray;
import org.panarray.NpzFile;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;

/// Valid files with bytes changed, cut and repeated: they are read or refused, and nothing else.
final class BrokenFilesTest {
  private static final int ROUNDS = 500;

  @TempDir private Path folder;

  @Test
  void damagedArraysAreReadOrRefused() throws IOException {
    Path path = folder.resolve("a.npy");
    np.save(path, np.arange(24.0).reshape(4, 6).transpose());
    fuzz(path, this::loadArray);
  }

  @Test
  void damagedArchivesAreReadOrRefused() throws IOException {
    Path path = folder.resolve("b.npz");
    np.savezCompressed(path, named("a", np.arange(30)), named("b", np.ones(3, 3)));
    fuzz(path, this::loadArchive);
    np.savez(path, named("a", np.arange(30)), named("b", np.ones(3, 3)));
    fuzz(path, this::loadArchive);
  }

  @Test
  void damagedTablesAreReadOrRefused() throws IOException {
    Path path = folder.resolve("c.txt");
    np.savetxt(path, np.arange(12.0).reshape(4, 3).times(1.0 / 7));
    fuzz(path, np::loadtxt);
    fuzz(path, np::genfromtxt);
  }

  /// What reads a file.
  @FunctionalInterface
  private interface Reader {
    void read(Path path);
  }

  private void loadArray(Path path) {
    NDArray read = np.load(path);
    assertNotNull(read.toString());
    assertNotNull(np.load(path, mmapMode("r")).toString());
  }

  private void loadArchive(Path path) {
    try (NpzFile file = np.loadz(path)) {
      for (String name : file) {
        assertNotNull(file.get(name).toString());
      }
    }
  }

  private void fuzz(Path path, Reader reader) throws IOException {
    byte[] whole = Files.readAllBytes(path);
    long seed = new Random().nextLong();
    System.out.println("seed of the damage to " + path.getFileName() + ": " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damage(whole, random);
      Files.write(path, damaged);
      try {
        reader.read(path);
      } catch (ValueError | TypeError | UncheckedIOException expected) {
        // named the fault
      } catch (RuntimeException | Error e) {
        fail("seed " + seed + ", round " + round, e);
      }
    }
  }

  private static byte[] damage(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(Math.min(bytes.length, random.nextBoolean() ? 100 : bytes.length));
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) "0123456789(),'{}-.<>|OfLe \n".charAt(random.nextInt(27));
        case 3 -> {
          int length = random.nextInt(Math.min(20, bytes.length - at));
          Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? '9' : 0xff));
        }
        default -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      }
    }
    return bytes;
  }
}
