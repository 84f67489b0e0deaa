package org.panarray.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Compares the hand-written signatures with those that bytedeco's presets took from NVIDIA's
/// headers. Only reflection is used: nothing native is loaded, so it runs on every machine.
@OnStandIn
class CudaSignatureTest {
  @TestFactory
  Stream<DynamicTest> everySignatureAgreesWithThePresets() {
    return Map.of("cudart", Driver.TABLE, "nvrtc", Nvrtc.TABLE, "cublas", Cublas.TABLE)
        .entrySet()
        .stream()
        .flatMap(
            entry ->
                entry.getValue().signatures().entrySet().stream()
                    .map(
                        function ->
                            DynamicTest.dynamicTest(
                                function.getKey(),
                                () ->
                                    check(
                                        entry.getKey(), function.getKey(), function.getValue()))));
  }

  @Test
  void theTablesHaveAllTheirFunctions() {
    assertEquals(36, Driver.TABLE.signatures().size());
    assertEquals(8, Nvrtc.TABLE.signatures().size());
    assertEquals(12, Cublas.TABLE.signatures().size());
  }

  private static void check(String preset, String name, String signature) throws Exception {
    Class<?> type;
    try {
      type =
          Class.forName(
              "org.bytedeco.cuda.global." + preset,
              false,
              CudaSignatureTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      abort("bytedeco's CUDA presets are not on the class path");
      return;
    }
    // cuda.h renames functions by macros; the presets keep the name that programmers write.
    String plain = name.startsWith("cu") ? name.replaceFirst("_v2$", "") : name;
    Set<String> seen = new TreeSet<>();
    for (Method method : type.getDeclaredMethods()) {
      boolean sameName = method.getName().equals(name) || method.getName().equals(plain);
      if (sameName && Modifier.isNative(method.getModifiers())) {
        StringBuilder letters = new StringBuilder();
        for (Class<?> parameter : method.getParameterTypes()) {
          letters.append(letter(parameter));
        }
        seen.add(letters.toString());
      }
    }
    String expected = signature.replace('h', 'p');
    assertTrue(seen.contains(expected), () -> name + ": ours " + expected + ", presets " + seen);
  }

  private static char letter(Class<?> type) {
    if (type == int.class) {
      return 'i';
    }
    if (type == long.class) {
      return 'j';
    }
    if (type == byte.class) {
      return 'b';
    }
    return type.isPrimitive() ? '?' : 'p';
  }
}
