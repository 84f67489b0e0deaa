package org.panarray.internal.array;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.prim.ElementType;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Shape;

/// What a dtype whose elements are no numbers says of them, one method for each family of
/// operations. What it does not say is refused.
public interface ElementRules {
  /// The rules of a dtype, or null where its elements are numbers.
  static @Nullable ElementRules of(DType dtype) {
    return dtype instanceof ElementRules rules ? rules : null;
  }

  /// The rules of the first array whose elements are no numbers, or null.
  static @Nullable ElementRules among(Object... values) {
    for (Object value : values) {
      if (value instanceof NDArray array && array.dtype() instanceof ElementRules rules) {
        return rules;
      }
    }
    return null;
  }

  /// An array of what a program gave: Java objects, texts, arrays.
  NDArray read(List<Object> leaves, Shape shape);

  /// The dtype that this one stands for where elements of others are cast to it: dates without a
  /// unit take the unit of what they are made of.
  DType adapted(DType... sources);

  /// The elements of an array of any dtype as elements of this one.
  NDArray castFrom(NDArray array);

  /// Elements of this dtype as numbers.
  NDArray castTo(NDArray array, ElementType numbers);

  /// The dtype in which elements of this one and of another meet.
  ///
  /// @param other null for a Java integer
  /// @param first whether this dtype is named before the other
  DType promoted(@Nullable DType other, boolean first);

  /// Whether the dtype says more than its class, such as a unit.
  boolean isParticular();

  /// The loop of a ufunc for arrays and Java scalars.
  ///
  /// @param wanted what the keywords `dtype` and `signature` ask for
  /// @throws org.panarray.error.TypeError where there is none
  ElementLoop loop(ScalarOp op, Object[] inputs, @Nullable LoopSignature wanted);

  /// How an operation combines elements, or null where no reductions of numbers do.
  @Nullable ElementFold fold(ScalarOp op);

  /// Numbers that are in the order of the elements.
  NDArray orderKey(NDArray array);

  /// The elements of such numbers.
  NDArray ofOrderKey(NDArray key);

  /// An element as an array prints it.
  String elementText(long stored);

  /// An element as a scalar is printed.
  String scalarText(long stored);

  /// The dtype as an array's `repr` prints it.
  String typeText();

  /// What a user's formatter of such elements is called.
  String formatterName();

  /// What NumPy's messages call the dtype's class: `DateTime64DType`.
  String className();
}
