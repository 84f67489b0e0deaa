package org.panarray.io;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panarray.NDArray;
import org.panarray.NpzFile;
import org.panarray.error.NumpyException;
import org.panarray.keyword.TextKeyword;

/// Damaged files, with what NumPy made of them (`damage.py`): the same array, or an error where
/// NumPy has one. `-Dpanarray.damaged=FILE` replays another recording.
final class DamagedFilesTest {
  private static final int FEWEST = 4_000;
  private static final long LONGEST_NANOS = 3_000_000_000L;
  private static final int SHOWN = 40;

  /// NumPy loads these, and their elements have no dtype here: texts, records, raw bytes.
  private static final List<String> REFUSED_HERE = List.of("other", "bytes");

  /// NumPy loads arrays of arrays (`(2,)f8`); here they are told to have no dtype.
  private static final String NO_DTYPE =
      " is not supported: only arrays of bools, numbers and times";

  @TempDir private Path folder;

  private final List<String> differences = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private int files;

  @BeforeAll
  static void ignoreWarnings() {
    np.setWarningListener((category, text) -> {});
  }

  @AfterAll
  static void restoreWarnings() {
    np.setWarningListener(null);
  }

  @Test
  void damagedFilesAreReadOrRefusedAsByNumpy() throws IOException {
    Path path = folder.resolve("damaged");
    try (BufferedReader lines = recording()) {
      for (String line; (line = lines.readLine()) != null; ) {
        if (line.startsWith("#")) {
          System.out.println(line);
          continue;
        }
        String[] fields = line.split("\t", -1);
        Files.write(path, HexFormat.of().parseHex(fields[1]));
        long start = System.nanoTime();
        replay(fields, path);
        if (System.nanoTime() - start > LONGEST_NANOS) {
          differences.add("slow: " + shown(fields));
        }
        files++;
      }
    }
    System.out.println(files + " files: " + counts);
    List<String> first = differences.subList(0, Math.min(SHOWN, differences.size()));
    assertTrue(
        differences.isEmpty(),
        () -> differences.size() + " of " + files + ":\n" + String.join("\n", first));
    assertTrue(files >= FEWEST, () -> "only " + files);
  }

  private static BufferedReader recording() throws IOException {
    String named = System.getProperty("panarray.damaged");
    InputStream packed =
        named != null
            ? new FileInputStream(named)
            : Objects.requireNonNull(DamagedFilesTest.class.getResourceAsStream("damaged.tsv.gz"));
    return new BufferedReader(
        new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8));
  }

  private void replay(String[] fields, Path path) {
    switch (fields[0]) {
      case "npy" -> compare(fields, "", fields[2], answer(() -> np.load(path)));
      case "npz" -> replayArchive(fields, path);
      default -> compare(fields, fields[3], fields[2], answer(() -> table(fields, path)));
    }
  }

  private static NDArray table(String[] fields, Path path) {
    var keywords = TableKeywords.of(Recording.options(fields[3]));
    return fields[0].equals("loadtxt")
        ? np.loadtxt(path, keywords.toArray(TextKeyword.ForLoadtxt[]::new))
        : np.genfromtxt(path, keywords.toArray(TextKeyword.ForGenfromtxt[]::new));
  }

  private void replayArchive(String[] fields, Path path) {
    boolean refused = fields[2].startsWith("!");
    try (NpzFile file = np.loadz(path)) {
      if (refused) {
        compare(fields, "", fields[2], "ok archive of " + file.files());
        return;
      }
      List<String> names = new ArrayList<>();
      for (String member : fields[2].isEmpty() ? new String[0] : fields[2].split(";")) {
        int equals = member.indexOf('=');
        String name =
            new String(
                HexFormat.of().parseHex(member.substring(0, equals)), StandardCharsets.UTF_8);
        names.add(name);
        compare(fields, name, member.substring(equals + 1), answer(() -> file.get(name)));
      }
      compare(fields, "names", "ok " + names, "ok " + file.files());
    } catch (RuntimeException e) {
      compare(fields, "", refused ? fields[2] : "ok archive", fault(e));
    }
  }

  private static String answer(Supplier<NDArray> reading) {
    try {
      NDArray array = reading.get();
      boolean fortran = array.flags().fContiguous() && !array.flags().cContiguous();
      return String.join(
          " ",
          "ok",
          array.dtype().name(),
          "(" + Recording.shapeText(array.dims()) + ")",
          fortran && array.ndim() > 1 ? "F" : "C",
          hash(array.tobytes()));
    } catch (RuntimeException e) {
      return fault(e);
    }
  }

  private static String fault(RuntimeException fault) {
    String text = String.valueOf(fault.getMessage());
    boolean named = fault instanceof NumpyException || fault instanceof UncheckedIOException;
    boolean unclear = !named || text.length() < 10 || text.endsWith("null");
    return (unclear ? "unclear " : "! ") + fault.getClass().getSimpleName() + ": " + text;
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private void compare(String[] fields, String what, String expected, String got) {
    boolean refuses = got.startsWith("! ");
    boolean same =
        expected.startsWith("!") || REFUSED_HERE.contains(expected) || got.contains(NO_DTYPE)
            ? refuses
            : expected.equals(got);
    counts.merge(expected.split("[ =]")[0] + (refuses ? " refused" : " read"), 1, Integer::sum);
    if (!same) {
      differences.add(shown(fields) + " " + what + "\n  NumPy: " + expected + "\n  here:  " + got);
    }
  }

  private static String shown(String[] fields) {
    String text = new String(HexFormat.of().parseHex(fields[1]), StandardCharsets.ISO_8859_1);
    String bytes = Recording.escape(text).replaceAll("[^ -~]", "?");
    return fields[0] + " " + (fields[0].equals("npz") ? fields[1] : bytes + " " + fields[1]);
  }
}
