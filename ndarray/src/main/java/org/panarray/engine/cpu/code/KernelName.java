package org.panarray.engine.cpu.code;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.memory.Home;
import org.panarray.prim.ExprText;

/// What a generated class is called, so that stack traces, profiles and folders of dumped classes
/// say what a kernel computes.
final class KernelName {
  /// The longest text of an expression in a name.
  private static final int LONGEST = 80;

  private KernelName() {}

  /// `Map_float64_exp(sin(x0))_x1_lanes4`: the form, the type, the expression, and what tells
  /// kernels of one expression apart. A name of a class, and of a file on every system.
  static String of(KernelKey key, @Nullable VectorPlan plan) {
    StringBuilder name = new StringBuilder();
    for (String word : key.form().name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    if (key.fold() != null) {
      name.append('_').append(key.fold().numpyName());
    }
    String text = ExprText.of(key.expr()).replace(", ", ",").replaceAll("[^A-Za-z0-9(),+=-]+", "_");
    name.append('_').append(key.expr().type().numpyName()).append('_');
    name.append(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "~");
    if (key.still() != 0) {
      name.append("_still").append(Long.toBinaryString(key.still()));
    }
    name.append(key.strided() ? "_strided" : "");
    name.append(key.home() == Home.NATIVE ? "" : "_" + key.home().name().toLowerCase(Locale.ROOT));
    return name.append(plan == null ? "" : "_lanes" + plan.lanes()).toString();
  }
}
