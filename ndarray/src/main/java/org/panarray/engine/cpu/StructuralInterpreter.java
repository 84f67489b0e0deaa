package org.panarray.engine.cpu;

import org.panarray.engine.Operand;
import org.panarray.prim.Primitive;

/// The interpreter's part for primitives that move elements instead of computing them.
final class StructuralInterpreter {
  private StructuralInterpreter() {}

  static int run(Primitive primitive, Operand[] inputs, Operand[] outputs) {
    throw new UnsupportedOperationException("the interpreter has no rule for " + primitive);
  }
}
