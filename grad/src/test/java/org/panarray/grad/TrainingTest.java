package org.panarray.grad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panarray.Generator;
import org.panarray.Kw;
import org.panarray.NDArray;

/// Training step after step in 256 MB: the bytes that arrays hold stay what they were.
/// `-Dpanarray.soak.steps=20000` makes the soak longer.
final class TrainingTest {
  private static final int SOAK_STEPS = Integer.getInteger("panarray.soak.steps", 2_000);

  @TempDir private Path folder;

  @Test
  void trainingHoldsNoMore() throws Exception {
    train(100);
  }

  @Test
  @Tag("soak")
  void trainingForLongHoldsNoMore() throws Exception {
    train(SOAK_STEPS);
  }

  private void train(int steps) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                Program.class.getName(),
                Integer.toString(steps))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(50, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    String said = Files.readString(output);
    System.out.println(said.strip());
    assertTrue(ended, said);
    assertEquals(0, process.exitValue(), said);
    assertTrue(said.contains("flat"), said);
  }

  /// Where the classes are, whether they were found on the class path or the module path.
  private static String classPath() {
    StringBuilder path = new StringBuilder();
    for (String property : List.of("java.class.path", "jdk.module.path")) {
      path.append(System.getProperty(property, "")).append(java.io.File.pathSeparatorChar);
    }
    return path.append(Path.of("target", "test-classes").toAbsolutePath())
        .append(java.io.File.pathSeparatorChar)
        .append(Path.of("target", "classes").toAbsolutePath())
        .toString();
  }

  /// Fits a network of two layers and looks at the memory ten times.
  static final class Program {
    private static final int LOOKS = 10;
    private static final long SLACK = 1 << 20;

    private Program() {}

    public static void main(String[] arguments) throws InterruptedException {
      int steps = Integer.parseInt(arguments[0]);
      Generator random = np.random.defaultRng(1);
      NDArray x = random.standardNormal(Kw.size(256, 64));
      NDArray target = np.sin(x.matmul(random.standardNormal(Kw.size(64, 8))));
      NDArray first = random.standardNormal(Kw.size(64, 64)).times(0.1);
      NDArray second = random.standardNormal(Kw.size(64, 8)).times(0.1);
      double loss = Double.POSITIVE_INFINITY;
      double atStart = loss;
      long before = -1;
      for (int step = 1; step <= steps; step++) {
        try (var context = new GradContext()) {
          context.watch(first, second);
          NDArray miss = np.tanh(x.matmul(first)).matmul(second).minus(target);
          NDArray error = np.mean(miss.times(miss));
          List<NDArray> slopes = context.gradients(error, List.of(first, second));
          first = first.minus(slopes.get(0).times(0.5));
          second = second.minus(slopes.get(1).times(0.5));
          loss = error.asDouble();
        }
        atStart = step == 1 ? loss : atStart;
        if (step % Math.max(1, steps / LOOKS) == 0) {
          long held = held();
          System.out.println("step " + step + ": loss " + loss + ", " + held + " bytes held");
          if (before >= 0 && held > before + SLACK) {
            throw new IllegalStateException(held + " bytes held, " + before + " before");
          }
          before = before < 0 ? held : before;
        }
      }
      System.out.println(loss < atStart ? "flat" : "it learned nothing");
    }

    /// What arrays hold when the collector has found those that are gone.
    private static long held() throws InterruptedException {
      long held = Long.MAX_VALUE;
      for (int i = 0; i < 20; i++) {
        System.gc();
        Thread.sleep(20);
        long now = np.memory().inUse();
        if (now == held) {
          break;
        }
        held = now;
      }
      return held;
    }
  }
}
