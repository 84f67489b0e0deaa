package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Kw.mmapMode;
import static org.panarray.Np.np;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Saves that are killed at any moment, and files that are read while others write them: what is
/// there is what one save wrote, whole.
final class SavingTest {
  private static final int THREADS = 8;

  /// All elements of a saved array are the number of the save.
  private static final long ELEMENTS = 100_000;

  private static final long TEXT_ELEMENTS = 5_000;

  @TempDir private Path folder;

  /// The ways to save, each into a file of its own.
  private enum Way {
    SAVE("a.npy"),
    SAVEZ("b.npz"),
    SAVEZ_COMPRESSED("c.npz"),
    SAVETXT("d.txt"),
    TOFILE("e.bin"),
    MAPPED("f.npy");

    private final String file;

    Way(String file) {
      this.file = file;
    }

    private void save(Path folder, long number) {
      Path path = folder.resolve(file);
      NDArray array = np.full(this == SAVETXT ? TEXT_ELEMENTS : ELEMENTS, (double) number);
      switch (this) {
        case SAVE -> np.save(path, array);
        case SAVEZ -> np.savez(path, array);
        case SAVEZ_COMPRESSED -> np.savezCompressed(path, array);
        case SAVETXT -> np.savetxt(path, array);
        case TOFILE -> array.tofile(path);
        case MAPPED -> {
          if (!Files.exists(path)) {
            np.save(path, array);
          }
          np.copyto(np.load(path, mmapMode("r+")), array);
        }
      }
    }

    private NDArray load(Path folder) {
      Path path = folder.resolve(file);
      return switch (this) {
        case SAVE, MAPPED -> np.load(path);
        case SAVEZ, SAVEZ_COMPRESSED -> {
          try (NpzFile archive = np.loadz(path)) {
            yield archive.get("arr_0");
          }
        }
        case SAVETXT -> np.loadtxt(path);
        case TOFILE -> np.fromfile(path);
      };
    }

    /// A mapping is written in place: elements of two saves may stand beside each other.
    private void check(Path folder, String when) {
      NDArray array = load(folder);
      assertEquals(this == SAVETXT ? TEXT_ELEMENTS : ELEMENTS, array.size(), this + when);
      if (this == MAPPED) {
        assertTrue(np.all(np.equal(array, np.floor(array))).asBoolean(), this + when);
      } else {
        assertEquals(array.min().asDouble(), array.max().asDouble(), this + when);
      }
    }
  }

  @Test
  void aKilledSaveLeavesTheOldFileOrTheNew() throws Exception {
    kill(1);
  }

  @Test
  @Tag("soak")
  void manyKilledSavesLeaveTheOldFilesOrTheNew() throws Exception {
    kill(25);
  }

  private void kill(int rounds) throws Exception {
    long seed = 20260430;
    System.out.println("seed of the moments of the kills: " + seed);
    Random random = new Random(seed);
    int leftOver = 0;
    for (int round = 0; round < rounds; round++) {
      Process process =
          ChildJvm.PLAIN
              .withOptions("-Xmx256m")
              .start(Saver.class, folder.toString(), round + "000000");
      BufferedReader says =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      assertEquals("saved", says.readLine());
      Thread.sleep(random.nextInt(400));
      process.destroyForcibly().waitFor();
      leftOver += parts().size();
      for (Way way : Way.values()) {
        way.check(folder, " in round " + round + " of seed " + seed);
      }
    }
    np.save(folder.resolve("last.npy"), np.arange(3));
    System.out.println(
        rounds
            + " kills during "
            + rounds * Way.values().length
            + " saves left "
            + leftOver
            + " parts, of which the next saves left "
            + parts().size());
    assertEquals(List.of(), parts());
  }

  private List<Path> parts() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    }
  }

  /// Saves in all ways at the same time until it is killed.
  static final class Saver {
    private Saver() {}

    public static void main(String[] arguments) throws InterruptedException {
      Path folder = Path.of(arguments[0]);
      long first = Long.parseLong(arguments[1]);
      for (Way way : Way.values()) {
        way.save(folder, first);
      }
      List<Thread> threads = new ArrayList<>();
      for (Way way : Way.values()) {
        threads.add(
            Thread.ofPlatform()
                .start(
                    () -> {
                      for (long number = first + 1; true; number++) {
                        way.save(folder, number);
                      }
                    }));
      }
      System.out.println("saved");
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  @Test
  void readersOfAFileThatOthersWriteSeeWholeSaves() throws Exception {
    readAndWrite(8);
  }

  @Test
  @Tag("soak")
  void readersOfAFileThatOthersWriteSeeWholeSavesForLong() throws Exception {
    readAndWrite(500);
  }

  private void readAndWrite(int writes) throws ExecutionException, InterruptedException {
    List<Way> ways = List.of(Way.SAVE, Way.SAVEZ, Way.SAVETXT, Way.TOFILE);
    ways.forEach(way -> way.save(folder, 0));
    AtomicBoolean writing = new AtomicBoolean(true);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> readers = new ArrayList<>();
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < THREADS / 2; i++) {
        int own = i;
        writers.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < writes; n++) {
                    ways.get((own + n) % ways.size()).save(folder, own * 1_000_000L + n);
                  }
                }));
        readers.add(
            threads.submit(
                () -> {
                  for (int n = 0; writing.get(); n++) {
                    ways.get((own + n) % ways.size()).check(folder, " while it is written");
                  }
                }));
      }
      try {
        for (Future<?> writer : writers) {
          writer.get();
        }
      } finally {
        writing.set(false);
      }
      for (Future<?> reader : readers) {
        reader.get();
      }
    }
  }
}
