package org.panarray.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Replays `streams.txt`, which `compat-tests/record/units/random_streams.py` recorded from NumPy.
class RecordedStreamsTest {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
  private static final int LEAST_LINES = 4000;

  @Test
  void everyRecordedDrawHasNumpysBits() throws IOException {
    assertTrue(SystemMath.isNative(), "the C library's functions are not bound");
    List<String> failures = new ArrayList<>();
    String stream = "";
    RecordedStream draws = new RecordedStream(new Sfc64(SeedSequence.of(0)), false);
    int lines = 0;
    try (BufferedReader in = recorded()) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        lines++;
        if (line.startsWith("stream ")) {
          stream = line;
          draws = started(line.split(" "));
        } else {
          check(draws, stream, line, failures);
        }
      }
    }
    assertEquals(List.of(), failures);
    assertTrue(lines > LEAST_LINES, "only " + lines + " lines were recorded");
  }

  private static void check(
      RecordedStream draws, String stream, String line, List<String> failures) {
    String[] fields = line.split("\\|", -1);
    String[] arguments = fields[1].isEmpty() ? new String[0] : fields[1].split(",");
    long[] words = draws.draw(fields[0], arguments, Integer.parseInt(fields[2]));
    long digest = 0;
    for (long word : words) {
      digest = digest * MULTIPLIER + word;
    }
    if (digest != Long.parseUnsignedLong(fields[3], 16)) {
      String first = words.length == 0 ? "" : Long.toHexString(words[0]);
      failures.add(stream + ": " + line + ", but the first value is " + first);
    }
  }

  private static RecordedStream started(String[] words) {
    boolean legacy = words[1].equals("RandomState");
    return new RecordedStream(legacy ? legacy(words[2]) : seeded(words[1], words[2]), legacy);
  }

  private static BitGenerator legacy(String seed) {
    return seed.contains(",")
        ? Mt19937.legacy(Arrays.stream(seed.split(",")).mapToLong(Long::parseLong).toArray())
        : Mt19937.legacy(Long.parseLong(seed));
  }

  private static BitGenerator seeded(String name, String seed) {
    SeedSequence sequence = SeedSequence.of(new BigInteger(seed));
    return switch (name) {
      case "PCG64" -> new Pcg64(sequence);
      case "PCG64DXSM" -> new Pcg64Dxsm(sequence);
      case "SFC64" -> new Sfc64(sequence);
      case "Philox" -> new Philox(sequence);
      case "MT19937" -> new Mt19937(sequence);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static BufferedReader recorded() {
    InputStream in =
        Objects.requireNonNull(RecordedStreamsTest.class.getResourceAsStream("streams.txt"));
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
  }
}
