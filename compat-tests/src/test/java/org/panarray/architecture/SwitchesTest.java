package org.panarray.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.panarray.prim.Columns;
import org.panarray.prim.ElementType;
import org.panarray.prim.Loops;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// What is switched over without `default`, so that the compiler asks everywhere about a new one.
class SwitchesTest {
  private static final List<String> MODULES =
      List.of("broadcasting", "linalg", "ndarray", "gpu", "grad");

  private static final Set<String> OPERATIONS = names(ScalarOp.class);

  /// What else `prim` lists, beside operations: a new one of these must be asked for everywhere.
  private static final List<Class<? extends Enum<?>>> LISTED =
      List.of(
          ElementType.Kind.class,
          ElementType.Casting.class,
          Order.class,
          Loops.class,
          Primitive.FftKind.class,
          Primitive.QrMode.class,
          Columns.Family.class,
          Columns.Identity.class,
          Columns.Lanes.class,
          Columns.Truth.class,
          Columns.SignBit.class,
          Columns.Pole.class,
          Columns.Underflow.class,
          Columns.Smoothness.class,
          Columns.Trait.class);

  private static final List<String> SEALED = List.of("Primitive.", "Expr.", "Value.");

  /// How many switches over element types give a result to those that they do not name. Few are
  /// right (a fast way for some types, the general one for all others), so the number only falls.
  private static final int SILENT_OVER_TYPES = 11;

  /// Each of these throws, none gives a result to what it does not name.
  private static final Set<String> REFUSING =
      Set.of(
          // rows that say they are flat come to no arm; ElementwiseGradientTest asks all others
          "Pullback.unary",
          "Pullback.holomorphic",
          "Pullback.several",
          // folds of which few have a gradient; the others are refused in words for the user
          "ReductionRules.ofElements",
          "ReductionRules.scan",
          // NumPy has few loops of times; the others are refused in its words
          "TimeLoops.find",
          "TimeFolds.of");

  /// A quick way for a few operations; what these do not name takes the general one, so that
  /// forgetting an operation costs time and never a result.
  private static final Set<String> QUICKER =
      Set.of("Elementwise.shortened", "Scattering.ofFloats", "Scattering.ofIntegers");

  private final Set<String> overOperations = new TreeSet<>();
  private final Set<String> overSealed = new TreeSet<>();
  private final Set<String> overListed = new TreeSet<>();
  private final List<String> overTypes = new ArrayList<>();
  private int looked;

  @Test
  void nothingThatIsListedOnceIsForgottenInSilence() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
      for (CompilationUnitTree unit : task.parse()) {
        new Switches().scan(unit, null);
      }
    }
    assertTrue(looked > 100, "only " + looked + " switches seen");
    Set<String> known = new TreeSet<>(REFUSING);
    known.addAll(QUICKER);
    assertEquals(known, overOperations);
    assertEquals(Set.of(), overSealed);
    assertEquals(Set.of(), overListed);
    assertTrue(
        overTypes.size() <= SILENT_OVER_TYPES,
        () -> overTypes.size() + ", at most " + SILENT_OVER_TYPES + ": " + overTypes);
  }

  private static Set<String> names(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
  }

  private static List<Path> sources() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("ndarray/src/main/java"))) {
      root = root.getParent();
    }
    List<Path> sources = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sources;
  }

  private final class Switches extends TreeScanner<Void, String> {
    @Override
    public Void visitClass(ClassTree type, String place) {
      return super.visitClass(type, type.getSimpleName().toString());
    }

    @Override
    public Void visitMethod(MethodTree method, String type) {
      return super.visitMethod(method, type + "." + method.getName());
    }

    @Override
    public Void visitSwitch(SwitchTree tree, String place) {
      look(tree.getCases(), place);
      return super.visitSwitch(tree, place);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, String place) {
      look(tree.getCases(), place);
      return super.visitSwitchExpression(tree, place);
    }

    private void look(List<? extends CaseTree> cases, String place) {
      looked++;
      boolean blind = false;
      boolean refuses = false;
      List<String> labels = new ArrayList<>();
      for (CaseTree branch : cases) {
        for (var label : branch.getLabels()) {
          if (label instanceof DefaultCaseLabelTree) {
            blind = true;
            refuses = branch.getBody() instanceof ThrowTree;
          } else if (label instanceof ConstantCaseLabelTree constant) {
            labels.add(constant.getConstantExpression().toString());
          } else {
            labels.add(label.toString());
          }
        }
      }
      if (blind && !labels.isEmpty()) {
        note(labels, refuses, place);
      }
    }

    private void note(List<String> labels, boolean refuses, String place) {
      if (OPERATIONS.containsAll(labels)) {
        overOperations.add(place);
      }
      if (labels.stream().anyMatch(label -> SEALED.stream().anyMatch(label::startsWith))) {
        overSealed.add(place);
      }
      if (LISTED.stream().anyMatch(type -> names(type).containsAll(labels))) {
        overListed.add(place);
      }
      if (!refuses && names(ElementType.class).containsAll(labels)) {
        overTypes.add(place);
      }
    }
  }
}
