package org.panarray.engine.cpu.code;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The instructions of a class as text, one a line, for people to compare. Places to jump to are
/// numbered in their order, types are called by their last name.
final class KernelListing {
  private final StringBuilder lines = new StringBuilder();
  private final Map<Label, String> labels = new HashMap<>();

  private KernelListing() {}

  static String of(byte[] bytes) {
    ClassModel model = ClassFile.of().parse(bytes);
    KernelListing listing = new KernelListing();
    String source =
        model.findAttribute(Attributes.sourceFile()).orElseThrow().sourceFile().stringValue();
    listing.lines.append(name(model.thisClass().asSymbol())).append(": ").append(source);
    listing.lines.append('\n');
    for (MethodModel method : model.methods()) {
      if (!method.methodName().equalsString("<init>")) {
        listing.method(method);
      }
    }
    return listing.lines.toString();
  }

  private void method(MethodModel method) {
    lines.append('\n').append(method.methodName().stringValue());
    lines.append(method.methodTypeSymbol().displayDescriptor()).append('\n');
    CodeModel code = method.code().orElseThrow();
    labels.clear();
    for (CodeElement element : code) {
      if (element instanceof BranchInstruction branch) {
        labels.putIfAbsent(branch.target(), "");
      }
    }
    int count = 0;
    for (CodeElement element : code) {
      if (element instanceof LabelTarget place && labels.containsKey(place.label())) {
        labels.put(place.label(), "L" + ++count);
      }
    }
    for (CodeElement element : code) {
      if (element instanceof LabelTarget place && labels.containsKey(place.label())) {
        lines.append(labels.get(place.label())).append(":\n");
      } else if (element instanceof Instruction instruction) {
        lines.append("  ").append(text(instruction)).append('\n');
      }
    }
  }

  private String text(Instruction instruction) {
    String name = instruction.opcode().name().toLowerCase(Locale.ROOT);
    return switch (instruction) {
      case LoadInstruction load -> generic(name) + " " + load.slot();
      case StoreInstruction store -> generic(name) + " " + store.slot();
      case IncrementInstruction add -> generic(name) + " " + add.slot() + " " + add.constant();
      case BranchInstruction branch -> generic(name) + " " + labels.get(branch.target());
      case ConstantInstruction constant -> "const " + constant.constantValue();
      case FieldInstruction field ->
          name + " " + name(field.owner().asSymbol()) + "." + field.name().stringValue();
      case InvokeInstruction call ->
          name
              + " "
              + name(call.owner().asSymbol())
              + "."
              + call.name().stringValue()
              + call.typeSymbol().displayDescriptor();
      case TypeCheckInstruction check -> name + " " + name(check.type().asSymbol());
      case NewObjectInstruction made -> name + " " + name(made.className().asSymbol());
      default -> name;
    };
  }

  /// Without how many bytes the operand takes.
  private static String generic(String name) {
    return name.replaceAll("(_w|_[0-3])$", "");
  }

  private static String name(ClassDesc type) {
    return type.displayName();
  }
}
