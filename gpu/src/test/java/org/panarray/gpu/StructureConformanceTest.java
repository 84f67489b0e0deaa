package org.panarray.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.gpu.Specimens.ENGINE;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.error.ClosedArrayError;
import org.panarray.error.IndexError;
import org.panarray.error.MemoryError;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Primitives that move, find, sort and multiply, against the interpreter.
@OnStandIn
class StructureConformanceTest {
  private static final int[] SIZES = {0, 1, 2, 3, 7, 8, 15, 16, 17, 63, 65, 1000, 4098};

  private final Random random = new Random(21);

  private Operand array(ElementType type, long... dims) {
    return Specimens.host(type, Shape.of(dims), random, false);
  }

  /// Index arrays with negative indices and, nearly always, duplicates.
  private Operand indices(long bound, long... dims) {
    Operand index = array(ElementType.INT64, dims);
    var segment = ((CpuBuffer) index.buffer()).segment();
    for (long i = 0; i < index.layout().size(); i++) {
      segment.setAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, i, random.nextLong(-bound, bound));
    }
    return index;
  }

  @TestFactory
  Stream<DynamicTest> elementsOfEverySizeAreGatheredAndPut() {
    return Arrays.stream(ElementType.values())
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.numpyName(),
                    () -> {
                      Operand source = array(type, 17, 5);
                      Operand index = indices(17, 9);
                      agree(new Primitive.Gather(List.of(0), 0), source, index);
                      agree(
                          new Primitive.Scatter(null, List.of(0), 0),
                          source,
                          array(type, 9, 5),
                          index);
                    }));
  }

  @Test
  void indexArraysStandAnywhereAndMayBeStrided() {
    Operand source = array(ElementType.FLOAT32, 4, 5, 6, 7);
    Operand first = indices(5, 3, 2);
    Operand second = indices(7, 3, 2);
    for (int position = 0; position <= 2; position++) {
      agree(new Primitive.Gather(List.of(1, 3), position), source, first, second);
    }
    Operand turned = first.with(first.layout().transpose());
    agree(new Primitive.Gather(List.of(1), 2), source, turned);
    Operand backwards = source.with(source.layout().slice(1, 4, -1, 5).permute(3, 1, 0, 2));
    agree(new Primitive.Gather(List.of(1), 0), backwards, first);
    agree(new Primitive.Gather(List.of(1), 1), source, indices(5));
    agree(new Primitive.Gather(List.of(1), 1), source, indices(5, 0, 2));
  }

  @Test
  void theLastOfTheValuesForAPlaceWins() {
    Operand target = array(ElementType.INT32, 6, 7);
    Operand rows = indices(6, 500);
    Operand columns = indices(7, 500);
    agree(
        new Primitive.Scatter(null, List.of(0, 1), 0),
        target,
        array(ElementType.INT32, 500),
        rows,
        columns);
    Operand one = indices(6, 1);
    agree(new Primitive.Scatter(null, List.of(0), 0), target, array(ElementType.INT32, 1, 7), one);
  }

  @Test
  void valuesAreCombinedInTheOrderOfALoop() {
    for (ElementType type : List.of(ElementType.FLOAT64, ElementType.INT8, ElementType.COMPLEX64)) {
      for (ScalarOp op : List.of(ScalarOp.ADD, ScalarOp.SUBTRACT, ScalarOp.NEGATIVE)) {
        agree(
            new Primitive.Scatter(op, List.of(1), 1),
            array(type, 3, 10),
            array(type, 3, 200),
            indices(10, 200));
      }
    }
  }

  @Test
  void anIndexOutsideIsNumpysErrorAndNothingIsWritten() {
    Operand source = array(ElementType.INT64, 4, 5);
    Operand good = indices(4, 300);
    Operand bad = indices(5, 300);
    var segment = ((CpuBuffer) bad.buffer()).segment();
    segment.setAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, 17, -6);
    segment.setAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, 200, 5);
    IndexError error =
        assertThrows(
            IndexError.class,
            () -> Specimens.computed(new Primitive.Gather(List.of(0, 1), 0), source, good, bad));
    assertEquals("index -6 is out of bounds for axis 1 with size 5", error.getMessage());
    Operand target = Specimens.onDevice(source);
    assertThrows(
        IndexError.class,
        () ->
            ENGINE.run(
                new Primitive.Scatter(null, List.of(0, 1), 0),
                new Operand[] {
                  target,
                  Specimens.onDevice(array(ElementType.INT64, 300)),
                  Specimens.onDevice(good),
                  Specimens.onDevice(bad)
                },
                new Operand[] {target}));
    assertNull(Specimens.difference(source, Specimens.onHost(target), 0));
  }

  @TestFactory
  Stream<DynamicTest> everyTypeIsSortedStablyWithNanLast() {
    return Arrays.stream(ElementType.values())
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.numpyName(),
                    () -> {
                      Operand input = Specimens.host(type, Shape.of(65, 33), random, true);
                      for (int axis = 0; axis < 2; axis++) {
                        agree(new Primitive.ArgSort(axis), input);
                        agree(new Primitive.Sort(axis), input);
                      }
                      Operand line = Specimens.host(type, Shape.of(100), random, true);
                      Operand sorted = Specimens.expected(new Primitive.Sort(0), line)[0];
                      Operand values = Specimens.host(type, Shape.of(9, 9), random, true);
                      agree(new Primitive.SearchSorted(false), sorted, values);
                      agree(new Primitive.SearchSorted(true), sorted, values);
                    }));
  }

  @Test
  void everySizeIsSortedAndCompacted() {
    for (int n : SIZES) {
      Operand line = array(ElementType.FLOAT32, n);
      agree(new Primitive.Sort(0), line);
      agree(new Primitive.ArgSort(0), line);
      Operand flags = array(ElementType.BOOL, n);
      Primitive count =
          new Primitive.Reduce(
              ScalarOp.ADD,
              Expr.cast(new Expr.Arg(0, ElementType.BOOL), ElementType.INT64),
              List.of(0));
      long there =
          ((CpuBuffer) Specimens.expected(count, flags)[0].buffer())
              .segment()
              .get(ValueLayout.JAVA_LONG_UNALIGNED, 0);
      agree(new Primitive.Nonzero(there), flags);
    }
  }

  @Test
  void coordinatesOfAMatrixAreInTheOrderOfItsIndices() {
    Operand matrix = array(ElementType.COMPLEX128, 7, 9);
    Operand turned = matrix.with(matrix.layout().transpose());
    long count = 0;
    var segment = ((CpuBuffer) matrix.buffer()).segment();
    for (long i = 0; i < 63; i++) {
      boolean zero =
          segment.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, 2 * i) == 0
              && segment.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, 2 * i + 1) == 0;
      count += zero ? 0 : 1;
    }
    agree(new Primitive.Nonzero(count), turned);
  }

  @Test
  void copiesAndConcatenationsKeepEveryLayout() {
    for (ElementType type : ElementType.values()) {
      Operand a = array(type, 3, 4, 5);
      agree(new Primitive.Copy(Order.C), a.with(a.layout().permute(2, 0, 1)));
      agree(new Primitive.Copy(Order.C), a.with(a.layout().slice(1, 3, -2, 2)));
    }
    Operand a = array(ElementType.INT16, 3, 4);
    Operand b = array(ElementType.INT16, 2, 4);
    agree(new Primitive.Concat(0), a, b, a, array(ElementType.INT16, 0, 4));
    Operand turned = b.with(b.layout().transpose());
    agree(new Primitive.Concat(1), array(ElementType.INT16, 4, 6), turned);
  }

  @Test
  void matricesAreTurnedByTiles() {
    for (ElementType type :
        List.of(ElementType.UINT8, ElementType.FLOAT32, ElementType.COMPLEX128)) {
      for (long[] size : new long[][] {{16, 16}, {17, 65}, {100, 33}, {3, 40}}) {
        Operand a = array(type, size);
        agree(new Primitive.Copy(Order.C), a.with(a.layout().transpose()));
      }
      Operand stack = array(type, 3, 20, 2, 37);
      for (int[] axes : new int[][] {{0, 3, 2, 1}, {3, 0, 2, 1}, {2, 3, 0, 1}, {3, 2, 1, 0}}) {
        agree(new Primitive.Copy(Order.C), stack.with(stack.layout().permute(axes)));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> productsOfEveryType() {
    return Arrays.stream(ElementType.values())
        .map(type -> DynamicTest.dynamicTest(type.numpyName(), () -> checkProducts(type)));
  }

  private void checkProducts(ElementType type) {
    double ulps = type.isInexact() ? 4096 : 0;
    Primitive product = new Primitive.MatMul();
    for (long[] size : new long[][] {{1, 1, 1}, {2, 3, 4}, {7, 1, 5}, {1, 8, 3}, {16, 17, 2}}) {
      Operand a = array(type, size[0], size[1]);
      Operand b = array(type, size[1], size[2]);
      agree(product, ulps, a, b);
      Operand bt = array(type, size[2], size[1]);
      Operand at = array(type, size[1], size[0]);
      agree(product, ulps, at.with(at.layout().transpose()), bt.with(bt.layout().transpose()));
      Operand wide = array(type, 2 * size[0], 3 * size[1]);
      Layout part = wide.layout().slice(0, 1, 1, size[0]).slice(1, 0, 1, size[1]);
      agree(product, ulps, wide.with(part), b);
      Layout stepped = wide.layout().slice(0, size[0] - 1, -1, size[0]).slice(1, 1, 2, size[1]);
      agree(product, ulps, wide.with(stepped), b);
    }
    agree(product, ulps, array(type, 3, 1, 2, 4), array(type, 5, 4, 3));
    agree(product, ulps, array(type, 2, 3, 4, 5), array(type, 5, 2));
    agree(product, ulps, array(type, 3, 0), array(type, 0, 2));
    Operand stack = array(type, 4, 3, 3);
    agree(product, ulps, stack.with(stack.layout().slice(0, 3, -1, 4)), stack);
  }

  @Test
  void transfersKeepEveryLayoutOnBothSides() {
    Operand host = array(ElementType.FLOAT32, 5, 6, 7);
    Layout turned = host.layout().permute(2, 1, 0);
    Layout stepped = host.layout().slice(0, 4, -2, 3).slice(2, 1, 3, 2);
    for (Layout layout : List.of(host.layout(), turned, stepped)) {
      Operand source = host.with(layout);
      Operand device =
          new Operand(
              ElementType.FLOAT32,
              Layout.fortran(layout.shape()),
              ENGINE.allocate(ElementType.FLOAT32, layout.size()));
      ENGINE.fromHost(source, device);
      Operand back =
          Specimens.host(ElementType.FLOAT32, Shape.of(2 * layout.size()), random, false);
      Layout spread = Layout.contiguous(Shape.of(2 * layout.size())).slice(0, 0, 2, layout.size());
      long[] strides = Layout.contiguous(layout.shape()).strides();
      for (int axis = 0; axis < strides.length; axis++) {
        strides[axis] *= spread.stride(0);
      }
      Operand target = back.with(Layout.of(layout.shape(), strides, 0));
      ENGINE.toHost(device, target);
      Operand packed = Specimens.onHost(device);
      assertNull(Specimens.difference(source, packed, 0));
      assertNull(Specimens.difference(target, packed, 0));
    }
  }

  @Test
  void memoryThatIsNotThereAndMemoryThatWasClosedAreErrors() {
    MemoryError full =
        assertThrows(MemoryError.class, () -> ENGINE.allocate(ElementType.FLOAT64, 1L << 50));
    assertTrue(
        full.getMessage()
            .startsWith("Unable to allocate 9007199254740992 bytes on the device 'gpu'"),
        full::getMessage);
    Operand closed = Specimens.onDevice(array(ElementType.FLOAT64, 3));
    closed.buffer().close();
    assertThrows(ClosedArrayError.class, () -> Specimens.onHost(closed));
  }

  private static void agree(Primitive primitive, Operand... inputs) {
    agree(primitive, 0, inputs);
  }

  private static void agree(Primitive primitive, double ulps, Operand... inputs) {
    String difference =
        Specimens.difference(
            Specimens.expected(primitive, inputs)[0],
            Specimens.computed(primitive, inputs)[0],
            ulps);
    assertNull(difference, () -> primitive + " of " + inputs[0]);
  }
}
