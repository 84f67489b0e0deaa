package org.panarray.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The memory of an array goes back when the collector finds the array gone, which it may be while
/// its last elements are still being read: whoever works on the memory of an array holds on to it
/// by a fence behind the work. No test run shows a missing one reliably; the class files do.
final class FencesTest {
  private static final String FENCE = "java/lang/ref/Reference.reachabilityFence";

  /// What works on memory: elements one by one, blocks, and an engine.
  private static final Set<String> WORK =
      Set.of(
          "org/panarray/engine/memory/ElementAccess.getReal",
          "org/panarray/engine/memory/ElementAccess.getLong",
          "org/panarray/engine/memory/ElementAccess.getImaginary",
          "org/panarray/engine/memory/ElementAccess.setLong",
          "org/panarray/engine/memory/ElementAccess.setComplex",
          "org/panarray/engine/Engine.toHost",
          "org/panarray/engine/Engine.fromHost",
          "java/lang/foreign/MemorySegment.copy");

  private static final String OPERANDS = "[Lorg/panarray/engine/Operand;";

  /// Those who are given memory leave it to the giver to hold on to the array.
  private static final List<String> GIVEN = List.of("Ljava/lang/foreign/MemorySegment;", OPERANDS);

  /// Where arrays are spoken of.
  private static final String HOUSE = "org/panarray/([^/]+|internal/.+)";

  private static final String ARRAY = "Lorg/panarray/NDArray;";

  @Test
  void whoeverWorksOnTheMemoryOfAnArrayHoldsOnToIt() throws IOException {
    Set<String> working = new TreeSet<>();
    Set<String> unfenced = new TreeSet<>();
    for (byte[] bytes : CompiledType.classFiles()) {
      var model = ClassFile.of().parse(bytes);
      String owner = model.thisClass().asInternalName();
      if (!owner.matches(HOUSE)) {
        continue;
      }
      for (MethodModel method : model.methods()) {
        List<String> calls = calls(method);
        String name = owner + "." + method.methodName().stringValue();
        if (calls.stream().anyMatch(FencesTest::isWork) && !isGiven(method)) {
          working.add(name);
          if (Collections.frequency(calls, FENCE) < Math.max(1, arrays(method))) {
            unfenced.add(name);
          }
        }
      }
    }
    assertFalse(working.isEmpty());
    assertEquals(Set.of(), unfenced);
  }

  /// How many lists of arrays the method takes: each must be held on to.
  private static int arrays(MethodModel method) {
    String type = method.methodType().stringValue();
    return type.substring(0, type.indexOf(')')).split("\\[" + ARRAY, -1).length - 1;
  }

  private static boolean isWork(String call) {
    return WORK.contains(call)
        || call.equals("org/panarray/internal/array/Dispatch.run on operands");
  }

  /// A private part of a class works for a method that holds on; whoever returns the one array that
  /// it fills does so by that.
  private static boolean isGiven(MethodModel method) {
    String type = method.methodType().stringValue();
    return method.flags().has(AccessFlag.PRIVATE) && !method.flags().has(AccessFlag.STATIC)
        || GIVEN.stream().anyMatch(type::contains)
        || type.endsWith(")" + ARRAY) && type.indexOf(ARRAY) == type.lastIndexOf(ARRAY);
  }

  private static List<String> calls(MethodModel method) {
    List<String> calls = new ArrayList<>();
    method
        .code()
        .ifPresent(
            code ->
                code.forEach(
                    element -> {
                      if (element instanceof InvokeInstruction call) {
                        String name = call.owner().asInternalName() + "." + call.name();
                        boolean operands = call.type().stringValue().contains(OPERANDS);
                        calls.add(operands ? name + " on operands" : name);
                      }
                    }));
    return calls;
  }
}
