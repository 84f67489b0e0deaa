package org.panarray.engine.cpu.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import org.panarray.engine.memory.Home;
import org.panarray.prim.Expr;

/// Where the operands of the kernel being generated are found: local variables for the memory, the
/// position and the step of each, operand 0 being the output.
public final class RowCode {
  private static final int N_SLOT = 1;

  final CodeBuilder code;
  final KernelKey key;
  private final int[] memory;
  private final Home[] homes;
  private final int[] positions;
  private final int[] steps;

  RowCode(CodeBuilder code, KernelKey key, int operands) {
    this.code = code;
    this.key = key;
    this.memory = new int[operands];
    this.homes = new Home[operands];
    this.positions = new int[operands];
    this.steps = new int[operands];
    if (operands <= Kernel.REGISTER_INPUTS + 1) {
      for (int p = 0; p < operands; p++) {
        memory[p] = 2 + 5 * p;
        positions[p] = memory[p] + 1;
        steps[p] = memory[p] + 3;
      }
    } else {
      unpack(operands);
    }
    for (int p = 0; p < operands; p++) {
      homes[p] = key.moves(p) || key.home() == Home.ARRAYS ? key.home() : Home.ANY;
      if (homes[p] != Home.NATIVE) {
        // Once, so that the loop need not look at the class.
        code.aload(memory[p]).checkcast(memoryClass(p)).astore(memory[p]);
      }
    }
  }

  private ClassDesc memoryClass(int operand) {
    return switch (homes[operand]) {
      case HEAP -> Descriptors.BYTES;
      case NATIVE, ANY -> Descriptors.SEGMENT;
      case ARRAYS -> JavaArrays.arrays(JavaArrays.kind(key.operandType(operand)));
    };
  }

  /// The operand that tells of an index along an axis where its row begins, and its step.
  int operand(Expr.Index index) {
    int inputs = Expr.inputCount(key.expr());
    return 1 + inputs + KernelCompiler.indexAxes(key.expr()).indexOf(index.axis());
  }

  Home home(int operand) {
    return homes[operand];
  }

  private void unpack(int operands) {
    for (int p = 0; p < operands; p++) {
      memory[p] = code.allocateLocal(TypeKind.REFERENCE);
      positions[p] = code.allocateLocal(TypeKind.LONG);
      steps[p] = code.allocateLocal(TypeKind.LONG);
      code.aload(2).loadConstant(p).aaload().astore(memory[p]);
      code.aload(3).loadConstant(p).laload().lstore(positions[p]);
      code.aload(4).loadConstant(p).laload().lstore(steps[p]);
    }
  }

  void loadCount() {
    code.iload(N_SLOT);
  }

  /// Pushes what stands for the operand's memory.
  void loadMemory(int operand) {
    if (homes[operand] == Home.NATIVE) {
      code.getstatic(Descriptors.HOME, "EVERYTHING", Descriptors.SEGMENT);
    } else {
      code.aload(memory[operand]);
    }
  }

  void loadStep(int operand) {
    code.lload(steps[operand]);
  }

  /// Pushes the byte position of the operand's first element.
  void loadStart(int operand) {
    code.lload(positions[operand]);
  }

  /// Pushes the byte position of element `i` (a local variable) of an operand that moves.
  void loadPosition(int operand, int i, int byteSize, boolean strided) {
    code.lload(positions[operand]).iload(i).i2l();
    if (strided) {
      code.lload(steps[operand]).lmul();
    } else {
      code.loadConstant(Integer.numberOfTrailingZeros(byteSize)).lshl();
    }
    code.ladd();
  }
}
