package org.panarray.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Keeps the directions between packages that the design draws, over the compiled classes.
final class ArchitectureTest {
  /// Packages that may speak of native memory and native code.
  private static final Set<String> NATIVE_PACKAGES =
      Set.of(
          "org.panarray.linalg",
          "org.panarray.engine",
          "org.panarray.engine.cpu",
          "org.panarray.engine.cpu.code",
          "org.panarray.engine.cpu.kernel",
          "org.panarray.engine.factorization",
          "org.panarray.engine.fault",
          "org.panarray.engine.interpreter",
          "org.panarray.engine.memory",
          "org.panarray.gpu",
          "org.panarray.io");

  /// NumPy's random streams are defined by the C library's logarithm.
  private static final String C_LIBRARY = "org.panarray.random.SystemMath";

  /// Who converts between arrays and memory segments, or files, or samples.
  private static final Set<String> CONVERTING =
      Set.of(
          "org.panarray.internal.array.ElementReader",
          "org.panarray.internal.array.ElementWriter",
          "org.panarray.internal.array.JavaRows",
          "org.panarray.internal.files.StoredArrays",
          "org.panarray.internal.page.ArrayElements",
          "org.panarray.internal.page.Creation",
          "org.panarray.internal.sampling.SampleMemory");

  /// What they may use for it.
  private static final List<String> CONVERSION =
      List.of(
          "java.lang.foreign.Arena",
          "java.lang.foreign.MemorySegment",
          "java.lang.foreign.ValueLayout");

  /// The one door; and an engine's own default methods, which no one else may build on.
  private static final Set<String> RUNNERS =
      Set.of("org.panarray.internal.array.Dispatch", "org.panarray.engine.Engine");

  private static final Set<String> SETTERS =
      Set.of(
          "org.panarray.internal.page.ArrayElements",
          "org.panarray.internal.array.ElementWriter",
          "org.panarray.internal.array.JavaRows",
          "org.panarray.internal.sampling.SampleMemory");

  private static final Set<String> ONE_BY_ONE =
      Set.of("org.panarray.internal.indexing.SingleElement");

  /// Who may put elements into memory beside the door, where no recorder sees them: transfers,
  /// which are recorded whole, and those whose arrays are new. Elements that are set one by one are
  /// counted as a write.
  private static final Map<String, Set<String>> WRITERS =
      Map.of(
          "org.panarray.engine.Engine.toHost", Set.of("org.panarray.internal.array.Transfers"),
          "org.panarray.engine.Engine.fromHost", Set.of("org.panarray.internal.array.Transfers"),
          "org.panarray.internal.array.ElementWriter.append",
              Set.of(
                  "org.panarray.internal.array.ArrayLike",
                  "org.panarray.internal.page.ArrayElements"),
          "org.panarray.engine.memory.ElementAccess.copy", ONE_BY_ONE,
          "org.panarray.engine.memory.ElementAccess.set", ONE_BY_ONE,
          "org.panarray.engine.memory.ElementAccess.setLong", SETTERS,
          "org.panarray.engine.memory.ElementAccess.setComplex", SETTERS);

  private static final String CPU = "org.panarray.engine.cpu.";

  private static final String ORACLE = "org.panarray.engine.interpreter";

  /// Who may ask the interpreter: what chooses an engine, and those that look for the fault behind
  /// a result that is not finite. What they find is judged by NumPy's recorded warnings.
  private static final Set<String> ASKING =
      Set.of(
          CPU + "CpuEngines", CPU + "FoldFaults", CPU + "ProductFaults", CPU + "UnderflowSearch");

  private static final String ROOMS = "org.panarray.internal.";
  private static final String PAGE = ROOMS + "page";

  /// What algorithms may name of the public package: what their arguments and results are made of,
  /// and the state of a thread; none that has NumPy's functions.
  private static final Set<String> VOCABULARY =
      Set.of(
          "org.panarray.Complex",
          "org.panarray.DType",
          "org.panarray.DeviceScope",
          "org.panarray.ErrorScope",
          "org.panarray.ErrorState",
          "org.panarray.Finfo",
          "org.panarray.Iinfo",
          "org.panarray.Kw",
          "org.panarray.MemoryScope",
          "org.panarray.NDArray",
          "org.panarray.Poly1d",
          "org.panarray.PrintScope",
          "org.panarray.Selection");

  private static List<CompiledType> types = List.of();

  @BeforeAll
  static void readClasses() throws IOException {
    types =
        CompiledType.onClassPath().stream()
            .filter(type -> type.name().startsWith("org.panarray."))
            .filter(type -> !isTest(type.topLevel()))
            .toList();
    assertFalse(types.isEmpty());
  }

  @Test
  void primitivesKnowOnlyShapesAndErrors() {
    Set<String> allowed = Set.of("org.panarray.prim", "org.panarray.shape", "org.panarray.error");
    assertNone(in("org.panarray.prim"), name -> ours(name) && !allowed.contains(packageOf(name)));
    assertNone(in("org.panarray.prim"), name -> name.startsWith("java.lang.foreign."));
  }

  @Test
  void theVectorApiIsUsedOnlyByTheCpuEngine() {
    assertNone(
        type -> !type.packageName().startsWith("org.panarray.engine.cpu"),
        name -> name.startsWith("jdk.incubator."));
  }

  @Test
  void nativeMemoryIsUsedOnlyAtTheBottom() {
    assertNone(
        type ->
            !NATIVE_PACKAGES.contains(type.packageName())
                && !CONVERTING.contains(type.topLevel())
                && !type.topLevel().equals(C_LIBRARY),
        name -> name.startsWith("java.lang.foreign."));
  }

  @Test
  void thoseWhoConvertMemoryCallNoNativeCode() {
    assertNone(
        type -> CONVERTING.contains(type.topLevel()),
        name ->
            name.startsWith("java.lang.foreign.")
                && CONVERSION.stream().noneMatch(allowed -> name.startsWith(allowed)));
  }

  @Test
  void theOracleAndTheEngineItJudgesShareNoCode() {
    assertNone(
        type -> !type.packageName().equals(ORACLE) && !ASKING.contains(type.topLevel()),
        name -> packageOf(name).equals(ORACLE));
    assertNone(in(ORACLE), name -> name.startsWith(CPU));
  }

  @Test
  void onlyDispatchRunsAnEngine() {
    assertEquals(
        List.of(),
        types.stream()
            .filter(
                type ->
                    Stream.of("run", "runChain", "foldChain")
                        .anyMatch(
                            way -> type.calls().contains("org.panarray.engine.Engine." + way)))
            .map(CompiledType::topLevel)
            .filter(name -> !RUNNERS.contains(name))
            .toList());
  }

  @Test
  void fewWriteMemoryBesideTheDoor() {
    WRITERS.forEach(
        (method, allowed) ->
            assertEquals(
                List.of(),
                types.stream()
                    .filter(type -> !type.packageName().startsWith("org.panarray.engine"))
                    .filter(type -> type.calls().contains(method))
                    .map(CompiledType::topLevel)
                    .filter(name -> !allowed.contains(name))
                    .toList(),
                "who calls " + method));
  }

  @Test
  void theGpuKnowsNeitherGradientsNorBlasAndGradientsDoNotKnowTheGpu() {
    assertNone(
        in("org.panarray.gpu"),
        name -> name.startsWith("org.panarray.grad.") || name.startsWith("org.panarray.linalg."));
    assertNone(in("org.panarray.grad"), name -> name.startsWith("org.panarray.gpu."));
  }

  @Test
  void shapesAndBlasImportNothingOfOurs() {
    Set<String> bottom = Set.of("org.panarray.shape", "org.panarray.error");
    assertNone(
        type -> bottom.contains(type.packageName()),
        name -> ours(name) && !bottom.contains(packageOf(name)));
    assertNone(
        in("org.panarray.linalg"),
        name -> ours(name) && !packageOf(name).equals("org.panarray.linalg"));
  }

  @Test
  void algorithmsCallEachOtherAndNeverTheFacade() {
    assertNone(
        ArchitectureTest::isAlgorithm,
        name ->
            packageOf(name).equals(PAGE)
                || packageOf(name).equals("org.panarray")
                    && !VOCABULARY.contains(CompiledType.topLevelOf(name)));
  }

  @Test
  void theLowestRoomKnowsNoOther() {
    String lowest = ROOMS + "array";
    assertNone(in(lowest), name -> name.startsWith(ROOMS) && !packageOf(name).equals(lowest));
  }

  @Test
  void keywordsAndResultsOnlyCarryWhatWasGiven() {
    Set<String> types = Set.of("org.panarray.NDArray", "org.panarray.DType");
    Set<String> packages =
        Set.of(
            "org.panarray.keyword",
            "org.panarray.result",
            "org.panarray.prim",
            "org.panarray.shape",
            "org.panarray.error");
    assertNone(
        in("org.panarray.keyword").or(in("org.panarray.result")),
        name -> ours(name) && !packages.contains(packageOf(name)) && !types.contains(name));
  }

  /// Arrays are made of the rooms, and the rooms, the keywords and the results speak of arrays:
  /// what they may name of the public package is told by name instead, and for the pages, whose
  /// methods are the facade's, by nothing.
  @Test
  void packagesFormNoCycle() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (CompiledType type : types) {
      Set<String> targets = uses.computeIfAbsent(type.packageName(), _ -> new TreeSet<>());
      type.references().stream()
          .filter(ArchitectureTest::ours)
          .map(ArchitectureTest::packageOf)
          .filter(target -> !target.equals(type.packageName()))
          .filter(target -> !target.equals("org.panarray") || !isInTheHouse(type))
          .forEach(targets::add);
    }
    Set<String> cyclic = new TreeSet<>();
    for (String start : uses.keySet()) {
      if (reachableFrom(start, uses).contains(start)) {
        cyclic.add(start + " -> " + uses.get(start));
      }
    }
    assertEquals(Set.of(), cyclic);
  }

  private static Set<String> reachableFrom(String start, Map<String, Set<String>> uses) {
    Set<String> seen = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(uses.get(start));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (seen.add(next)) {
        open.addAll(uses.getOrDefault(next, Set.of()));
      }
    }
    return seen;
  }

  private static void assertNone(Predicate<CompiledType> where, Predicate<String> forbidden) {
    assertEquals(
        List.of(),
        types.stream()
            .filter(where)
            .flatMap(
                type ->
                    type.references().stream()
                        .filter(forbidden)
                        .map(name -> type.name() + " uses " + name))
            .toList());
  }

  private static boolean isInTheHouse(CompiledType type) {
    return type.packageName().startsWith(ROOMS)
        || type.packageName().equals("org.panarray.keyword")
        || type.packageName().equals("org.panarray.result");
  }

  private static boolean isAlgorithm(CompiledType type) {
    return type.packageName().startsWith(ROOMS) && !type.packageName().equals(PAGE);
  }

  private static Predicate<CompiledType> in(String packageName) {
    return type -> type.packageName().equals(packageName);
  }

  private static boolean ours(String name) {
    return name.startsWith("org.panarray.");
  }

  private static String packageOf(String name) {
    return CompiledType.packageOf(name);
  }

  /// Where main and test classes share a folder, the tests are told by where they live.
  private static boolean isTest(String topLevel) {
    String place = packageOf(topLevel);
    return topLevel.endsWith("Test")
        || topLevel.equals("org.panarray.gpu.Specimens")
        || place.equals("org.panarray.architecture")
        || place.startsWith("org.panarray.compat")
        || place.equals("org.panarray.strangers")
        || place.startsWith("org.panarray.bench");
  }
}
