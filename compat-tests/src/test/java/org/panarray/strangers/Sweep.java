package org.panarray.strangers;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;

/// The calls, one after the other, in a JVM that may die of them: it writes down each call before it
/// makes it.
///
/// `java ... Sweep FOLDER FROM-METHOD FROM-CALL SAMPLE SEED [ONLY]`: from the call with these numbers
/// on, one call of so many.
final class Sweep {
  /// A call uses no more of its thread's time than this, and no more by the clock than six times it.
  private static final long SECONDS = 10;

  /// They would stop the sweep itself, or change what is not the library's to change.
  private static final Set<String> LEFT_OUT = Set.of("setWarningListener", "seterrcall", "wait");

  private final Path folder;
  private final RandomAccessFile progress;
  private final int sample;
  private final long seed;
  private final String only;
  private int calls;
  private volatile long started;
  private volatile long cpuBefore;

  private Sweep(Path folder, int sample, long seed, String only) throws IOException {
    this.folder = folder;
    this.sample = sample;
    this.seed = seed;
    this.only = only;
    this.progress = new RandomAccessFile(folder.resolve("progress").toFile(), "rw");
  }

  /// Runs to the end, or until a call does not come back.
  public static void main(String[] args) throws Exception {
    Sweep sweep =
        new Sweep(
            Path.of(args[0]),
            Integer.parseInt(args[3]),
            Long.parseLong(args[4]),
            args.length > 5 ? args[5] : "");
    sweep.watch(Thread.currentThread());
    sweep.run(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Files.writeString(Path.of(args[0], "done"), sweep.calls + " calls\n");
    Runtime.getRuntime().halt(0);
  }

  private void run(int fromMethod, int fromCall) throws IOException {
    Ordinary.writeFiles();
    List<Entry> entries = Entries.all();
    for (int m = fromMethod; m < entries.size(); m++) {
      Entry entry = entries.get(m);
      if (!LEFT_OUT.contains(entry.name()) && entry.toString().contains(only)) {
        sweep(m, entry, m == fromMethod ? fromCall : 0);
      }
    }
  }

  private void sweep(int m, Entry entry, int fromCall) throws IOException {
    note(m, -1, entry + " with ordinary arguments");
    begin();
    Entry.Maker[] ordinary = ordinary(entry);
    end();
    int call = 0;
    boolean onArray = entry.receiver() != null && entry.subject().equals("array");
    if (onArray) {
      for (Strangers.Stranger stranger : Strangers.of(NDArray.class)) {
        if (!stranger.name().equals("null")) {
          one(m, call++, fromCall, entry, ordinary, -1, stranger);
        }
      }
    }
    Parameter[] parameters = entry.executable().getParameters();
    for (int i = 0; i < parameters.length; i++) {
      for (Strangers.Stranger stranger : Strangers.of(parameters[i].getType())) {
        one(m, call++, fromCall, entry, ordinary, i, stranger);
      }
    }
  }

  private void one(
      int m,
      int call,
      int fromCall,
      Entry entry,
      Entry.Maker[] ordinary,
      int at,
      Strangers.Stranger stranger)
      throws IOException {
    boolean telling = stranger.name().equals("null") || stranger.name().equals("closed");
    int draw = Math.floorMod((m * 31L + call + seed) * 0x9E3779B97F4A7C15L >>> 33, sample);
    if (call < fromCall || !(telling || draw == 0)) {
      return;
    }
    String text = entry + ", argument " + at + ": " + stranger.name();
    note(m, call, text);
    calls++;
    begin();
    String fault = null;
    try {
      Object[] arguments = made(ordinary);
      Object self = entry.receiver() == null ? null : entry.receiver().make();
      if (at < 0) {
        self = stranger.maker().make(self);
      } else {
        arguments[at] = stranger.maker().make(arguments[at]);
      }
      call(entry, self, arguments);
    } catch (Throwable e) {
      fault = Verdict.on(e);
    }
    long spent = end();
    if (spent > 2_000_000_000L) {
      append("slow", text + " " + spent / 1_000_000 + " ms");
    }
    if (fault != null) {
      append("faults", text + " -> " + fault);
    }
  }

  private static Object[] made(Entry.Maker[] makers) throws Throwable {
    Object[] arguments = new Object[makers.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = makers[i].make();
    }
    return arguments;
  }

  /// Looks at the result as a program would; blocks are closed again.
  private static void call(Entry entry, @Nullable Object self, @Nullable Object[] arguments)
      throws Throwable {
    try {
      Object result = entry.call(self, arguments);
      Entries.close(result);
      if (result instanceof NDArray array && array.size() < 100) {
        String _ = array.toString();
      }
    } finally {
      Entries.close(self);
    }
  }

  /// The arguments with which the method gives a result, or the likeliest ones.
  private Entry.Maker[] ordinary(Entry entry) throws IOException {
    Parameter[] parameters = entry.executable().getParameters();
    List<List<Entry.Maker>> choices = new ArrayList<>();
    int combinations = 1;
    for (Parameter parameter : parameters) {
      List<Entry.Maker> makers = Ordinary.candidates(parameter);
      choices.add(makers);
      combinations = Math.min(combinations * makers.size(), 400);
    }
    Entry.Maker[] first = null;
    for (int n = 0; n < combinations + 8; n++) {
      Entry.Maker[] makers = combination(choices, n);
      first = first == null ? makers : first;
      try {
        call(entry, entry.receiver() == null ? null : entry.receiver().make(), made(makers));
        return makers;
      } catch (Throwable e) {
        String fault = Verdict.on(e);
        if (fault != null) {
          append("faults", entry + ", ordinary " + n + " -> " + fault);
        }
      }
    }
    return first == null ? new Entry.Maker[0] : first;
  }

  /// First the same choice for every parameter, then all combinations.
  private static Entry.Maker[] combination(List<List<Entry.Maker>> choices, int n) {
    Entry.Maker[] makers = new Entry.Maker[choices.size()];
    int rest = n - 8;
    for (int i = 0; i < makers.length; i++) {
      int size = choices.get(i).size();
      makers[i] = choices.get(i).get(n < 8 ? Math.min(n, size - 1) : rest % size);
      rest /= size;
    }
    return makers;
  }

  private void note(int m, int call, String text) throws IOException {
    String line = m + " " + call + " " + text;
    byte[] bytes = Arrays.copyOf(line.getBytes(StandardCharsets.UTF_8), 400);
    progress.seek(0);
    progress.write(bytes);
  }

  private void append(String file, String line) throws IOException {
    Files.writeString(
        folder.resolve(file),
        line.replace('\n', ' ') + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void begin() {
    cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    started = System.nanoTime();
  }

  private long end() {
    started = 0;
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
  }

  /// Ends this JVM where a call does not come back.
  private void watch(Thread caller) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Thread watcher =
        new Thread(
            () -> {
              while (true) {
                try {
                  Thread.sleep(200);
                } catch (InterruptedException e) {
                  return;
                }
                long since = started;
                long clock = since == 0 ? 0 : System.nanoTime() - since;
                long cpu = threads.getThreadCpuTime(caller.threadId()) - cpuBefore;
                if (clock > 6 * SECONDS * 1_000_000_000L
                    || since != 0 && cpu > SECONDS * 1_000_000_000L) {
                  giveUp(caller);
                }
              }
            });
    watcher.setDaemon(true);
    watcher.start();
  }

  private void giveUp(Thread caller) {
    try {
      append("hangs", Arrays.stream(caller.getStackTrace()).limit(12).toList().toString());
    } catch (IOException e) {
      System.err.println(e);
    }
    Runtime.getRuntime().halt(3);
  }
}
