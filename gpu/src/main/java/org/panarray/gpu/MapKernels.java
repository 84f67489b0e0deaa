package org.panarray.gpu;

import java.util.List;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;

/// The kernels of elementwise expressions.
///
/// Where all operands lie in one order without gaps, or stand still, each thread moves packs of
/// up to 16 bytes, all loads of a tile before its first store. Otherwise a thread finds each
/// element's place by division through the loops of a [Walk]. Expressions that compute for long
/// do not gain from packs.
final class MapKernels {
  /// Elements that a thread of a strided kernel computes.
  private static final int STRIDED_ITEMS = 4;

  /// The most that one instruction moves.
  static final int PACK_BYTES = 16;

  private static final int TILE_ITEMS = 8;
  private static final int HEAVY = 40;

  /// What a kernel is specialised to.
  ///
  /// @param still bit `i` is set where input `i` is one element for all; only without a walk
  /// @param rank the number of loops; only for the other forms
  /// @param wide whether indices need 64 bits
  record Key(Expr expr, List<ElementType> inputs, Form form, int still, int rank, boolean wide) {}

  /// How a kernel finds its elements.
  enum Form {
    /// All operands in one order, beginning at multiples of [#PACK_BYTES].
    PACKED,
    /// All operands in one order.
    CONTIGUOUS,
    /// By a walk in any order.
    STRIDED,
    /// By a walk over the axes, with coordinates.
    COORDINATES
  }

  private MapKernels() {}

  /// Elements in one pack.
  private static int packItems(Expr expr, List<ElementType> inputs) {
    if (ExprPrinter.weight(expr) > HEAVY) {
      return 1;
    }
    int bytes = expr.type().byteSize();
    for (ElementType type : inputs) {
      bytes = Math.max(bytes, type.byteSize());
    }
    return PACK_BYTES / bytes;
  }

  /// Elements that a thread of a contiguous kernel computes.
  private static int tileItems(int packItems) {
    return Math.max(packItems, TILE_ITEMS);
  }

  static KernelSource source(Key key) {
    String element = element(key.expr(), key.inputs(), coordinates(key));
    return switch (key.form()) {
      case PACKED -> packed(key, element, packItems(key.expr(), key.inputs()));
      case CONTIGUOUS -> packed(key, element, 1);
      case STRIDED, COORDINATES -> strided(key, element);
    };
  }

  /// The device function `NAME_element`.
  static String element(Expr expr, List<ElementType> inputs, int coordinates) {
    StringBuilder text = new StringBuilder();
    text.append("PA ").append(CudaType.value(expr.type())).append(" NAME_element(");
    String comma = "";
    for (int i = 0; i < inputs.size(); i++) {
      text.append(comma).append(CudaType.value(inputs.get(i))).append(" a").append(i);
      comma = ", ";
    }
    for (int d = 0; d < coordinates; d++) {
      text.append(comma).append("pa_i64 x").append(d);
      comma = ", ";
    }
    return text.append(") {\n").append(ExprPrinter.function(expr)).append("}\n").toString();
  }

  private static int coordinates(Key key) {
    return key.form() == Form.COORDINATES ? key.rank() : 0;
  }

  private static String head(Key key, String further) {
    StringBuilder text = new StringBuilder();
    text.append("extern \"C\" __global__ void __launch_bounds__(PA_BLOCK) NAME(");
    text.append(CudaType.stored(key.expr().type())).append("* out");
    for (int i = 0; i < key.inputs().size(); i++) {
      text.append(", const ").append(CudaType.stored(key.inputs().get(i))).append("* p").append(i);
    }
    return text.append(", pa_i64 n").append(further).append(") {\n").toString();
  }

  private static KernelSource packed(Key key, String element, int pack) {
    String out = CudaType.stored(key.expr().type());
    int packs = tileItems(pack) / pack;
    StringBuilder loads = new StringBuilder();
    StringBuilder fills = new StringBuilder();
    StringBuilder arguments = new StringBuilder();
    StringBuilder single = new StringBuilder();
    StringBuilder stills = new StringBuilder();
    for (int i = 0; i < key.inputs().size(); i++) {
      String type = CudaType.stored(key.inputs().get(i));
      String comma = i == 0 ? "" : ", ";
      if ((key.still() >> i & 1) != 0) {
        stills.append("  const %s s%d = *p%d;\n".formatted(type, i, i));
        arguments.append(comma).append("s").append(i);
        single.append(comma).append("s").append(i);
      } else {
        loads.append("    pa_pack<%s, %d> l%d[%d];\n".formatted(type, pack, i, packs));
        fills.append(
            "      l%d[u] = *(const pa_pack<%s, %d>*)(p%d + at + u * (PA_BLOCK * %d));\n"
                .formatted(i, type, pack, i, pack));
        arguments.append(comma).append("l%d[u].at[k]".formatted(i));
        single.append(comma).append("p%d[i]".formatted(i));
      }
    }
    String text =
        element
            + head(key, "")
            + stills
            + """
              const pa_i64 tile = (pa_i64)blockIdx.x * (PA_BLOCK * $pack * $packs);
              if (tile + PA_BLOCK * $pack * $packs <= n) {
                const pa_i64 at = tile + threadIdx.x * $pack;
            $loads#pragma unroll
                for (int u = 0; u < $packs; u++) {
            $fills    }
            #pragma $unroll
                for (int u = 0; u < $packs; u++) {
                  pa_pack<$out, $pack> r;
            #pragma unroll
                  for (int k = 0; k < $pack; k++) r.at[k] = NAME_element($arguments);
                  *(pa_pack<$out, $pack>*)(out + at + u * (PA_BLOCK * $pack)) = r;
                }
              } else {
            #pragma unroll 1
                for (pa_i64 i = tile + threadIdx.x; i < n; i += PA_BLOCK) {
                  out[i] = NAME_element($single);
                }
              }
            }
            """
                .replace("$unroll", pack == 1 ? "unroll 1" : "unroll")
                .replace("$packs", Integer.toString(packs))
                .replace("$pack", Integer.toString(pack))
                .replace("$out", out)
                .replace("$loads", loads)
                .replace("$fills", fills)
                .replace("$arguments", arguments)
                .replace("$single", single);
    return KernelSource.of("map", text).withItems(packs * pack);
  }

  private static KernelSource strided(Key key, String element) {
    int count = key.inputs().size();
    String[] offsets = new String[count + 1];
    String offset = key.wide() ? "pa_i64" : "int";
    StringBuilder declarations = new StringBuilder("    ").append(offset).append(" o = 0");
    StringBuilder arguments = new StringBuilder();
    offsets[0] = "o";
    for (int i = 0; i < count; i++) {
      offsets[i + 1] = "o" + i;
      declarations.append(", o").append(i).append(" = 0");
      arguments.append(i == 0 ? "" : ", ").append("p%d[o%d]".formatted(i, i));
    }
    for (int d = 0; d < coordinates(key); d++) {
      arguments.append(arguments.isEmpty() ? "" : ", ").append(d == 0 ? "rest" : "d" + d);
    }
    String number = key.wide() ? "pa_u64" : "pa_u32";
    String text =
        Walk.structure("NAME_walk", key.rank(), count + 1)
            + element
            + head(key, ", NAME_walk w")
            + """
              const $number first = ($number)blockIdx.x * (PA_BLOCK * $items) + threadIdx.x;
            #pragma unroll
              for (int u = 0; u < $items; u++) {
                const $number i = first + u * PA_BLOCK;
                if (i >= ($number)n) return;
            $declarations;
            $decode    out[o] = NAME_element($arguments);
              }
            }
            """
                .replace("$number", number)
                .replace("$items", Integer.toString(STRIDED_ITEMS))
                .replace("$declarations", declarations)
                .replace("$decode", Walk.decode("i", "w", key.rank(), offsets, key.wide()))
                .replace("$arguments", arguments);
    return KernelSource.of("map", text).withItems(STRIDED_ITEMS);
  }
}
