package org.panarray.io;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.panarray.Kw.mmapMode;
import static org.panarray.Kw.named;
import static org.panarray.Np.np;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panarray.ChildJvm;
import org.panarray.NDArray;
import org.panarray.NpzFile;
import org.panarray.error.NumpyException;

/// Valid files with bytes changed, cut and repeated: they are read or refused with a clear word, at
/// once and in little memory, and nothing else.
final class BrokenFilesTest {
  private static final int ROUNDS = 400;
  private static final int SOAK_ROUNDS = 10_000;
  private static final long SOAK_SEED = Long.getLong("panarray.soak.seed", 20260430);

  @TempDir private Path folder;

  @Test
  void damagedFilesAreReadOrRefused() throws IOException {
    new Fuzzing(folder, new Random().nextLong(), ROUNDS).all();
  }

  @Test
  @Tag("soak")
  void fiftyThousandDamagedFilesAreReadOrRefusedInLittleMemory() throws Exception {
    String said =
        ChildJvm.run(
            Fuzzing.class,
            List.of("-Xmx128m"),
            folder.toString(),
            Long.toString(SOAK_SEED),
            Integer.toString(SOAK_ROUNDS));
    System.out.println(said.strip());
  }

  /// What reads a file.
  @FunctionalInterface
  private interface Reader {
    void read(Path path);
  }

  /// Damages files of every kind, `rounds` of each, and reads them.
  static final class Fuzzing {
    private static final long LONGEST_NANOS = 3_000_000_000L;
    private static final long MOST_BYTES = 256L << 20;

    private final Path folder;
    private final long seed;
    private final int rounds;
    private int read;
    private int refused;

    private Fuzzing(Path folder, long seed, int rounds) {
      this.folder = folder;
      this.seed = seed;
      this.rounds = rounds;
    }

    public static void main(String[] arguments) throws IOException {
      np.setWarningListener((category, text) -> {});
      new Fuzzing(
              Path.of(arguments[0]), Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]))
          .all();
      long peak = np.memory().peak();
      System.out.println(peak + " bytes of arrays at most");
      if (peak > MOST_BYTES) {
        throw new IllegalStateException("arrays took " + peak + " bytes");
      }
    }

    private void all() throws IOException {
      System.out.println("seed of the damage: " + seed);
      Random random = new Random(seed);
      Path array = folder.resolve("a.npy");
      np.save(array, np.arange(24.0).reshape(4, 6).transpose());
      fuzz(array, random, Fuzzing::loadArray);
      Path archive = folder.resolve("b.npz");
      np.savezCompressed(archive, named("a", np.arange(30)), named("b", np.ones(3, 3)));
      fuzz(archive, random, Fuzzing::loadArchive);
      np.savez(archive, named("a", np.arange(30)), named("b", np.ones(3, 3)));
      fuzz(archive, random, Fuzzing::loadArchive);
      Path table = folder.resolve("c.txt");
      np.savetxt(table, np.arange(12.0).reshape(4, 3).times(1.0 / 7));
      fuzz(table, random, np::loadtxt);
      fuzz(table, random, np::genfromtxt);
      System.out.println(read + " files read, " + refused + " refused");
    }

    private static void loadArray(Path path) {
      NDArray read = np.load(path);
      assertNotNull(read.toString());
      assertNotNull(np.load(path, mmapMode("r")).toString());
    }

    private static void loadArchive(Path path) {
      try (NpzFile file = np.loadz(path)) {
        for (String name : file) {
          assertNotNull(file.get(name).toString());
        }
      }
    }

    private void fuzz(Path path, Random random, Reader reader) throws IOException {
      byte[] whole = Files.readAllBytes(path);
      for (int round = 0; round < rounds; round++) {
        Files.write(path, damage(whole, random));
        long start = System.nanoTime();
        attempt(path, reader, round);
        if (System.nanoTime() - start > LONGEST_NANOS) {
          throw new IllegalStateException(where(path, round) + " took more than 3 s");
        }
      }
    }

    private void attempt(Path path, Reader reader, int round) {
      try {
        reader.read(path);
        read++;
      } catch (RuntimeException | Error e) {
        String text = String.valueOf(e.getMessage());
        boolean clear = e instanceof NumpyException || e instanceof UncheckedIOException;
        if (!clear || text.length() < 10 || text.endsWith("null")) {
          throw new IllegalStateException(where(path, round), e);
        }
        refused++;
      }
    }

    private String where(Path path, int round) {
      return path.getFileName() + ", round " + round + " of seed " + seed;
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
}
