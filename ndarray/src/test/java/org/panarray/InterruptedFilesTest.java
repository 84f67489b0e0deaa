package org.panarray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A thread that is told to stop while it works on a file.
final class InterruptedFilesTest {
  @TempDir private Path folder;

  enum Writing {
    SAVE("a.npy"),
    SAVEZ("b.npz"),
    SAVEZ_COMPRESSED("c.npz"),
    SAVETXT("d.txt"),
    SAVETXT_PACKED("e.txt.gz"),
    TOFILE("f.bin"),
    TOFILE_TEXT("g.csv");

    private final String file;

    Writing(String file) {
      this.file = file;
    }

    private void write(Path folder, NDArray array) {
      Path path = folder.resolve(file);
      switch (this) {
        case SAVE -> np.save(path, array);
        case SAVEZ -> np.savez(path, array);
        case SAVEZ_COMPRESSED -> np.savezCompressed(path, array);
        case SAVETXT, SAVETXT_PACKED -> np.savetxt(path, array);
        case TOFILE -> array.tofile(path);
        case TOFILE_TEXT -> array.tofile(path, ",");
      }
    }
  }

  enum Reading {
    LOAD("a.npy"),
    LOAD_MAPPED("a.npy"),
    LOAD_ARCHIVE("b.npz"),
    LOADTXT("d.txt"),
    LOADTXT_PACKED("e.txt.gz"),
    GENFROMTXT("d.txt"),
    FROMFILE("f.bin"),
    FROMFILE_TEXT("g.csv"),
    MEMMAP("f.bin"),
    OPEN_MEMMAP("a.npy");

    private final String file;

    Reading(String file) {
      this.file = file;
    }

    private NDArray read(Path folder) {
      Path path = folder.resolve(file);
      return switch (this) {
        case LOAD -> np.load(path);
        case LOAD_MAPPED -> np.load(path, Kw.mmapMode("r"));
        case LOAD_ARCHIVE -> {
          try (NpzFile archive = np.loadz(path)) {
            yield archive.get("arr_0");
          }
        }
        case LOADTXT, LOADTXT_PACKED -> np.loadtxt(path);
        case GENFROMTXT -> np.genfromtxt(path);
        case FROMFILE -> np.fromfile(path, Kw.dtype(np.float64));
        case FROMFILE_TEXT -> np.fromfile(path, Kw.dtype(np.float64), Kw.sep(","));
        case MEMMAP -> np.memmap(path, Kw.dtype(np.float64));
        case OPEN_MEMMAP -> np.openMemmap(path);
      };
    }
  }

  @AfterEach
  void goOn() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @EnumSource
  void aWriterThatWasInterruptedLeavesTheOldFile(Writing way) throws IOException {
    way.write(folder, np.arange(10.0));
    byte[] before = Files.readAllBytes(folder.resolve(way.file));
    Thread.currentThread().interrupt();
    UncheckedIOException error =
        assertThrows(UncheckedIOException.class, () -> way.write(folder, np.arange(20.0)));
    assertTrue(Thread.interrupted(), "the thread no longer knows");
    assertEquals(told(way.file), error.getMessage());
    assertArrayEquals(before, Files.readAllBytes(folder.resolve(way.file)));
    assertEquals(List.of(way.file), files());
  }

  @ParameterizedTest
  @EnumSource
  void aReaderThatWasInterruptedSaysSoOrReads(Reading way) {
    for (Writing writing : Writing.values()) {
      writing.write(folder, np.arange(10.0));
    }
    Thread.currentThread().interrupt();
    try {
      assertEquals(np.arange(10.0).toString(), way.read(folder).toString());
    } catch (UncheckedIOException error) {
      assertEquals(told(way.file), error.getMessage());
    }
    assertTrue(Thread.interrupted(), "the thread no longer knows");
    assertEquals(np.arange(10.0).toString(), way.read(folder).toString());
  }

  @Test
  void aSaveThatIsInterruptedInTheMiddleIsAllOrNothing() throws InterruptedException, IOException {
    NDArray old = np.zeros(1 << 20);
    NDArray fresh = np.ones(1 << 20);
    int stopped = 0;
    for (int round = 0; round < 40; round++) {
      np.save(folder.resolve("a.npy"), old);
      CountDownLatch begun = new CountDownLatch(1);
      boolean[] failed = new boolean[1];
      Thread writer =
          new Thread(
              () -> {
                begun.countDown();
                try {
                  np.save(folder.resolve("a.npy"), fresh);
                } catch (UncheckedIOException error) {
                  failed[0] = Thread.interrupted() && told("a.npy").equals(error.getMessage());
                }
              });
      writer.start();
      begun.await();
      LockSupport.parkNanos(round * 100_000L);
      writer.interrupt();
      writer.join();
      NDArray there = np.load(folder.resolve("a.npy"));
      assertTrue(np.arrayEqual(there, failed[0] ? old : fresh), "round " + round);
      assertEquals(List.of("a.npy"), files());
      stopped += failed[0] ? 1 : 0;
    }
    assertTrue(stopped > 0, "no save was interrupted");
  }

  private String told(String file) {
    return "the thread was interrupted while it read or wrote '" + folder.resolve(file) + "'";
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
