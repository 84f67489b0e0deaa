import static org.panarray.Kw.axis;
import static org.panarray.Kw.delimiter;
import static org.panarray.Kw.dtype;
import static org.panarray.Kw.fullMatrices;
import static org.panarray.Kw.keepdims;
import static org.panarray.Kw.slice;
import static org.panarray.Np.np;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.engine.DeviceUnavailable;
import org.panarray.grad.GradContext;

/// Handwritten digits, from the file to the confusion matrix, as one would write it in NumPy; and,
/// what NumPy lacks, trained by gradients that nobody wrote down. Its NumPy twin is numpy/digits.py.
///
/// Run it with `./panarray examples/Digits.java`.
public class Digits {
  private static final int STEPS = 300;
  private static final double RATE = 0.5;
  private static final double DECAY = 1e-3;

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length > 0 ? args[0] : "examples/data");
    Stopwatch time = new Stopwatch();

    // 1. Load
    NDArray table = np.loadtxt(folder.resolve("digits.csv.gz"), delimiter(","), dtype(np.int64));
    System.out.println("table: " + table.shape() + " " + table.dtype());
    System.out.println(table.get(slice(3), slice(16)));
    NDArray x = table.get(":, :-1").astype(np.float64);
    NDArray y = table.get(":, -1");
    System.out.println("images: " + x.shape() + " " + x.dtype());
    System.out.println(x.get(0).reshape(8, 8));
    time.lap("load");

    // 2. Standardise and split
    NDArray mean = x.mean(0);
    NDArray std = x.std(0);
    System.out.println("constant columns: " + np.flatnonzero(std.eq(0)));
    NDArray z = x.minus(mean).div(np.where(std.eq(0), 1.0, std));
    System.out.println("mean of squares: " + np.round(np.mean(z.pow(2)), 6));
    NDArray order = np.random.defaultRng(0).permutation(z.len());
    System.out.println("first of the permutation: " + order.get(slice(8)));
    NDArray train = order.get(slice(1400));
    NDArray test = order.get("1400:");
    NDArray zTrain = z.get(train);
    NDArray zTest = z.get(test);
    System.out.println("train and test: " + zTrain.shape() + " " + zTest.shape());
    time.lap("standardise and split");

    // 3. Principal components
    var usv = np.linalg.svd(zTrain.minus(zTrain.mean(0)), fullMatrices(false));
    NDArray explained = usv.S().pow(2).div(np.sum(usv.S().pow(2)));
    System.out.println("explained variance: " + np.round(explained.get(slice(5)), 4));
    System.out.println(
        "components for 90 %: " + np.searchsorted(np.cumsum(explained), 0.9).plus(1));
    time.lap("principal components");

    // 4. Train by gradients
    NDArray oneHot = np.eye(10).get(y.get(train));
    Model model = train(zTrain, oneHot, Device.CPU);
    time.lap("train");

    // 5. Save, load, predict
    Path file = args.length > 1 ? Path.of(args[1]) : Files.createTempFile("digits", ".npz");
    np.savez(file, Map.of("w", model.w(), "b", model.b()));
    try (var saved = np.loadz(file)) {
      System.out.println(
          "saved: "
              + saved.files().stream().sorted().map(name -> "'" + name + "'").toList()
              + " "
              + saved.get("w").shape()
              + " "
              + saved.get("b").shape());
      NDArray scores = zTest.matmul(saved.get("w")).plus(saved.get("b"));
      NDArray predicted = np.argmax(scores, 1);
      System.out.println("test accuracy: " + np.round(np.mean(predicted.eq(y.get(test))), 4));
      NDArray confusion = np.zeros(new long[] {10, 10}, np.int64);
      np.add.at(confusion, new Object[] {y.get(test), predicted}, 1);
      System.out.println(confusion);
    }
    time.lap("save, load, predict");

    // 6. The same on a GPU: one argument changes
    try {
      train(zTrain, oneHot, Device.GPU);
      time.lap("train on the GPU");
    } catch (DeviceUnavailable e) {
      System.out.println("not on a GPU: " + e.getMessage().lines().findFirst().orElseThrow());
    }
    time.print();
  }

  private record Model(NDArray w, NDArray b) {}

  /// Softmax regression by gradient descent: the loss is written down, its gradient is not.
  private static Model train(NDArray x, NDArray oneHot, Device device) {
    try (var _ = np.device(device)) {
      NDArray input = x.toDevice(device);
      NDArray target = oneHot.toDevice(device);
      NDArray w = np.zeros(64, 10);
      NDArray b = np.zeros(10);
      for (int step = 1; step <= STEPS; step++) {
        try (var context = new GradContext()) {
          context.watch(w, b);
          NDArray scores = input.matmul(w).plus(b);
          NDArray shifted = scores.minus(np.max(scores, axis(1), keepdims(true)));
          NDArray logSum = np.log(np.sum(np.exp(shifted), axis(1), keepdims(true)));
          NDArray likelihood = np.sum(target.times(shifted.minus(logSum))).div(input.len());
          NDArray loss = np.sum(w.times(w)).times(DECAY).minus(likelihood);
          List<NDArray> slopes = context.gradients(loss, List.of(w, b));
          w = w.minus(slopes.get(0).times(RATE));
          b = b.minus(slopes.get(1).times(RATE));
          if (step % 100 == 0) {
            System.out.printf("step %d: loss %.6f on %s%n", step, loss.asDouble(), device);
          }
        }
      }
      return new Model(w.toDevice(Device.CPU), b.toDevice(Device.CPU));
    }
  }

  /// The time of each stage.
  private static final class Stopwatch {
    private final StringBuilder laps = new StringBuilder();
    private final long start = System.nanoTime();
    private long last = start;

    void lap(String stage) {
      long now = System.nanoTime();
      laps.append(String.format("  %-24s %6.2f s%n", stage, (now - last) / 1e9));
      last = now;
    }

    void print() {
      System.out.printf("time:%n%s  %-24s %6.2f s%n", laps, "all", (last - start) / 1e9);
    }
  }
}
