package org.panarray.engine.cpu.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panarray.engine.memory.Home;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

class InspectionTest {
  private static final Expr SUM =
      Expr.apply(
          ScalarOp.ADD, new Expr.Arg(0, ElementType.FLOAT64), new Expr.Arg(1, ElementType.FLOAT64));

  private static final KernelKey KEY = KernelKey.map(SUM, 0, false, Home.NATIVE, false);

  @Test
  void aKernelSaysWhatItComputes() {
    String name = KernelCompiler.compile(KEY).toString();
    assertTrue(name.startsWith("org.panarray.engine.cpu.code.Map_float64_x0+x1/"), name);
  }

  @Test
  void aStackTraceShowsTheExpression() {
    List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
    assumeTrue(flags.contains("-XX:+ShowHiddenFrames"), "generated classes are hidden");
    Kernel kernel = KernelCompiler.compile(KernelKey.map(SUM, 0, false, Home.HEAP, false));
    Object[] wrong = {"no", "memory", "here"};
    Throwable error =
        assertThrows(Throwable.class, () -> kernel.call(1, wrong, new long[3], new long[3]));
    boolean found =
        Arrays.stream(error.getStackTrace()).anyMatch(frame -> "x0+x1".equals(frame.getFileName()));
    assertTrue(found, () -> kernel + ": " + Arrays.toString(error.getStackTrace()));
  }

  @Test
  void classesOfOneNameAreDumpedSideBySide(@TempDir Path folder) throws IOException {
    Path inner = folder.resolve("new");
    byte[] first = KernelCompiler.classFile(KEY, 32);
    Inspection.dump(inner, "Map", first);
    Inspection.dump(inner, "Map", first);
    Inspection.dump(inner, "Map", new byte[] {1});
    try (Stream<Path> files = Files.list(inner)) {
      assertEquals(2, files.count());
    }
    assertEquals(-1, Arrays.mismatch(first, Files.readAllBytes(inner.resolve("Map.class"))));
  }

  @Test
  void aClassThatTheJvmWouldRefuseIsToldWithItsPlace() {
    byte[] broken =
        ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS)
            .build(
                ClassDesc.of("Broken"),
                builder ->
                    builder.withMethodBody(
                        "run",
                        MethodTypeDesc.of(ConstantDescs.CD_int),
                        ClassFile.ACC_STATIC,
                        code -> code.lconst_0().ireturn()));
    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> Inspection.verify("Broken", broken));
    assertTrue(error.getMessage().contains("run"), error.getMessage());
  }
}
