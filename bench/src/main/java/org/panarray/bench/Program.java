package org.panarray.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A program of `bench/scripts` and its twin in Python, each started as a user starts it.
///
/// @param page `first calls` or `programs`
/// @param title what the rows are called
/// @param ours the command that runs it here
/// @param numpys the command that runs it there
record Program(String page, String title, List<String> ours, List<String> numpys) {
  private static final List<String> FIRST_CALLS =
      List.of("abs", "add", "exp", "sort", "sum", "max", "matmul");

  private static final String FIRST = "first calls";

  /// All that there are under a root of sources.
  static List<Program> all(Path root) throws IOException {
    List<Program> programs = new ArrayList<>();
    for (String call : FIRST_CALLS) {
      programs.add(of(root, FIRST, "first " + call + ", 1e6", "first", call));
    }
    try (Stream<Path> files = Files.list(root.resolve("bench/scripts"))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".py") && !name.equals("first.py"))
          .map(name -> name.substring(0, name.length() - 3))
          .sorted()
          .forEach(name -> programs.add(of(root, "programs", name, name)));
    }
    return programs;
  }

  private static Program of(
      Path root, String page, String title, String script, String... arguments) {
    Path scripts = root.resolve("bench/scripts");
    String twin = Character.toUpperCase(script.charAt(0)) + script.substring(1) + ".java";
    List<String> ours = new ArrayList<>();
    ours.add(root.resolve("panarray").toString());
    ours.add(scripts.resolve(twin).toString());
    ours.addAll(List.of(arguments));
    List<String> numpys = new ArrayList<>();
    numpys.add(Peer.python());
    numpys.add(scripts.resolve(script + ".py").toString());
    numpys.addAll(List.of(arguments));
    return new Program(page, title, ours, numpys);
  }

  /// Its rows; none, and `differences` says why, where the twins print different things.
  List<Measured> measure(Peer runner, int times, List<String> differences) {
    // The first run is not counted: it may build, and brings the files into memory.
    Map<String, String> here = run(runner, ours);
    Map<String, String> there = run(runner, numpys);
    if (!printed(here).equals(printed(there)) || here.containsKey("error")) {
      differences.add(title + ": printed\n" + here.get("output") + "not\n" + there.get("output"));
      return List.of();
    }
    List<double[]> wall = new ArrayList<>();
    List<double[]> cpu = new ArrayList<>();
    List<double[]> memory = new ArrayList<>();
    List<double[]> call = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      here = run(runner, ours);
      there = run(runner, numpys);
      wall.add(both(here, there, "wall", 1e9));
      cpu.add(both(here, there, "cpu", 1e9));
      memory.add(both(here, there, "memory", 1));
      if (page.equals(FIRST)) {
        call.add(new double[] {nanos(here), nanos(there)});
      }
    }
    return page.equals(FIRST)
        ? List.of(Measured.of(page, title, "", "ns", call))
        : List.of(
            Measured.of("program wall time", title + ", wall", "", "ns", wall),
            Measured.of("program CPU time", title + ", CPU", "", "ns", cpu),
            Measured.of("program memory", title + ", peak memory", "", "bytes", memory));
  }

  private static Map<String, String> run(Peer runner, List<String> command) {
    return runner.ask(Map.of("command", String.join("\n", command)));
  }

  private static double[] both(
      Map<String, String> here, Map<String, String> there, String key, double unit) {
    return new double[] {
      Double.parseDouble(here.get(key)) * unit, Double.parseDouble(there.get(key)) * unit
    };
  }

  /// What a program printed but the time of a first call, which is the first line.
  private String printed(Map<String, String> answer) {
    String output = answer.getOrDefault("output", "");
    return page.equals(FIRST) ? output.substring(output.indexOf('\n') + 1) : output;
  }

  private static double nanos(Map<String, String> answer) {
    return Double.parseDouble(answer.getOrDefault("output", "").lines().findFirst().orElseThrow());
  }
}
