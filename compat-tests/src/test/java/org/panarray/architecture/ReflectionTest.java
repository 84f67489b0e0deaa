package org.panarray.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panarray.Generator;
import org.panarray.Kw;
import org.panarray.Linalg;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.Random;
import org.panarray.RandomState;
import org.panarray.Ufunc;
import org.panarray.keyword.Keyword;

/// Whoever looks methods up by reflection, as other languages of the JVM do, finds the type that
/// declares them and must be let into it: methods that are inherited from types which are not
/// public cannot be called.
final class ReflectionTest {
  static Stream<Class<?>> facades() {
    return Stream.of(
        Np.class,
        Linalg.class,
        NDArray.class,
        Random.class,
        Generator.class,
        RandomState.class,
        Ufunc.class,
        Kw.class);
  }

  @ParameterizedTest
  @MethodSource("facades")
  void everyPublicMethodIsDeclaredInAPublicTypeOfAnExportedPackage(Class<?> type) throws Exception {
    Set<String> exported = exported();
    Set<String> hidden = new TreeSet<>();
    for (Method method : type.getMethods()) {
      Class<?> declaring = method.getDeclaringClass();
      boolean ours = declaring.getPackageName().startsWith("org.panarray");
      if (ours && !(isPublic(declaring) && exported.contains(declaring.getPackageName()))) {
        hidden.add(declaring.getName() + "." + method.getName());
      }
    }
    assertEquals(Set.of(), hidden);
  }

  @Test
  void inheritedMethodsAreCalledWithoutForcingAccess() throws Exception {
    NDArray array = Np.np.array(List.of(3, 1, 2));
    Method sort = Np.class.getMethod("sort", Object.class, Keyword.ForSort[].class);
    Method det = Linalg.class.getMethod("det", Object.class);
    Method max = NDArray.class.getMethod("max", Keyword.ForExtremum[].class);
    assertEquals("[1 2 3]", sort.invoke(Np.np, array, new Keyword.ForSort[0]).toString());
    assertEquals("1.0", det.invoke(Np.np.linalg, Np.np.eye(2)).toString());
    assertEquals("3", max.invoke(array, (Object) new Keyword.ForExtremum[0]).toString());
  }

  private static boolean isPublic(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
      if (!Modifier.isPublic(at.getModifiers())) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> exported() throws Exception {
    Path place = Path.of(Np.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Optional<ModuleReference> found = ModuleFinder.of(place).find("org.panarray.ndarray");
    Assumptions.assumeTrue(found.isPresent(), "main and test classes share a folder");
    return found.orElseThrow().descriptor().exports().stream()
        .filter(exports -> !exports.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toSet());
  }
}
