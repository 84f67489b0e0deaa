package org.panarray.gpu;

import java.util.List;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;

/// The kernels that find elements by index arrays. Every one walks a shape and takes one structure
/// whose fields are 64 bits wide: pointers, sizes and steps of the indexed axes, then the walk.
final class IndexKernels {
  /// Marks that every index is inside.
  static final long ALL_INSIDE = -1;

  /// What a kernel is specialised to.
  sealed interface Key {
    /// Looks for the first index (in C order) outside of its axis.
    record Check(int rank) implements Key {}

    /// Reads elements of so many bytes at the places that `indices` arrays name.
    record Gather(int bytes, int indices, int rank) implements Key {}

    /// Notes at each place the last of the values that go there.
    record Claim(int indices, int rank) implements Key {}

    /// Writes those values that [Claim] noted.
    record Put(int bytes, int indices, int rank) implements Key {}

    /// Writes down the place of each value.
    record Places(int indices, int rank) implements Key {}

    /// Folds the values of each place, sorted by place, into the element there.
    record Fold(Expr combination, ElementType type, int rank) implements Key {}

    /// Positions at which values keep a sorted line in order.
    record Search(ElementType type, boolean right, int rank) implements Key {}

    /// Coordinates of the elements that a running count says are there.
    record Coordinates(int rank) implements Key {}
  }

  private IndexKernels() {}

  static KernelSource source(Key key) {
    return switch (key) {
      case Key.Check check -> check(check.rank());
      case Key.Gather gather ->
          indexed(
              "gather",
              "  %1$s* out; const %1$s* source;\n".formatted(word(gather.bytes())),
              gather.indices(),
              gather.rank(),
              2,
              "a.out[o0] = a.source[o1 + place];");
      case Key.Claim claim ->
          indexed(
              "claim",
              "  pa_u64* owner;\n",
              claim.indices(),
              claim.rank(),
              1,
              "atomicMax(a.owner + o0 + place, (pa_u64)i + 1);");
      case Key.Put put ->
          indexed(
              "put",
              "  %1$s* target; const %1$s* values; const pa_u64* owner; pa_i64 lowest;\n"
                  .formatted(word(put.bytes())),
              put.indices(),
              put.rank(),
              2,
              "if (!a.owner || a.owner[o0 + place - a.lowest] == (pa_u64)i + 1) {\n"
                  + "    a.target[o0 + place] = a.values[o1];\n  }");
      case Key.Places places ->
          indexed(
              "places",
              "  pa_i64* out;\n",
              places.indices(),
              places.rank(),
              1,
              "a.out[i] = o0 + place;");
      case Key.Fold fold -> fold(fold);
      case Key.Search search -> search(search);
      case Key.Coordinates coordinates -> coordinates(coordinates.rank());
    };
  }

  private static String word(int bytes) {
    return CudaType.stored(CudaType.ofSize(bytes));
  }

  /// Variables `o0 ...` for the offsets of the operands of a walk at element `i`.
  private static String offsets(int operands, int rank) {
    String[] names = new String[operands];
    StringBuilder text = new StringBuilder();
    for (int p = 0; p < operands; p++) {
      names[p] = "o" + p;
      text.append(p == 0 ? "    pa_i64 " : ", ").append("o").append(p).append(" = 0");
    }
    return text + ";\n" + Walk.decode("i", "a.walk", rank, names, true);
  }

  private static KernelSource kernel(
      String kind, String fields, int rank, int operands, String body, KernelSource.Part... parts) {
    String text =
        Walk.structure("NAME_walk", rank, operands)
            + "struct NAME_arguments {\n"
            + fields
            + "  NAME_walk walk;\n};\n"
            + """
            extern "C" __global__ void __launch_bounds__(PA_BLOCK) NAME(
                  NAME_arguments a, pa_i64 n) {
              const pa_i64 i = blockIdx.x * (pa_i64)PA_BLOCK + threadIdx.x;
              if (i >= n) return;
            """
            + offsets(operands, rank)
            + body
            + "}\n";
    return KernelSource.of(kind, text, parts);
  }

  /// A kernel with index arrays: `place` is the distance that they lead to. The offsets of the
  /// arrays follow those of the first `operands`.
  private static KernelSource indexed(
      String kind, String fields, int indices, int rank, int operands, String action) {
    StringBuilder pointers = new StringBuilder(fields);
    StringBuilder body = new StringBuilder("  pa_i64 place = 0;\n");
    for (int k = 0; k < indices; k++) {
      pointers.append("  const pa_i64* p%d;\n".formatted(k));
      body.append(
          "  { const pa_i64 at = a.p%1$d[o%2$d]; place += (at < 0 ? at + a.size[%1$d] : at)"
                  .formatted(k, operands + k)
              + " * a.step[%d]; }\n".formatted(k));
    }
    pointers.append("  pa_i64 size[%1$d], step[%1$d];\n".formatted(indices));
    return kernel(kind, pointers.toString(), rank, operands + indices, body + "  " + action + "\n");
  }

  private static KernelSource check(int rank) {
    return kernel(
        "check",
        "  const pa_i64* index;\n  pa_u64* first;\n  pa_i64 size, number;\n",
        rank,
        1,
        """
          const pa_i64 at = a.index[o0];
          if (at < -a.size || at >= a.size) {
            atomicMin(a.first, (pa_u64)a.number << 56 | (pa_u64)i);
          }
        """);
  }

  private static KernelSource fold(Key.Fold fold) {
    String type = CudaType.stored(fold.type());
    String element = MapKernels.element(fold.combination(), List.of(fold.type(), fold.type()), 0);
    KernelSource kernel =
        kernel(
            "fold",
            """
              %1$s* target;
              const %1$s* values;
              const pa_i64* places;
              const pa_i64* order;
              pa_i64 n;
            """
                .formatted(type),
            fold.rank(),
            1,
            """
              const pa_i64 place = a.places[i];
              if (i > 0 && a.places[i - 1] == place) return;
              %s v = a.target[place];
              for (pa_i64 k = i; k < a.n && a.places[k] == place; k++) {
                const pa_i64 i = a.order[k];
            %s    v = NAME_element(v, a.values[o0]);
              }
              a.target[place] = v;
            """
                .formatted(CudaType.value(fold.type()), offsets(1, fold.rank())));
    return KernelSource.of("fold", element + kernel.text().replace(kernel.name(), "NAME"));
  }

  private static KernelSource search(Key.Search search) {
    String type = CudaType.stored(search.type());
    return kernel(
        "search",
        "  pa_i64* out;\n  const %1$s* values;\n  const %1$s* sorted;\n  pa_i64 length, step;\n"
            .formatted(type),
        search.rank(),
        2,
        "  a.out[o0] = pa_search(a.sorted, a.length, a.step, a.values[o1], %b);\n"
            .formatted(search.right()),
        KernelSource.Part.SORT);
  }

  private static KernelSource coordinates(int rank) {
    StringBuilder writes = new StringBuilder();
    for (int d = 0; d < rank; d++) {
      writes.append("  row[%d * a.axis_step] = %s;\n".formatted(d, d == 0 ? "rest" : "d" + d));
    }
    return kernel(
        "coordinates",
        "  pa_i64* out;\n  const pa_i64* running;\n  pa_i64 row_step, axis_step, rows;\n",
        rank,
        1,
        """
          const pa_i64 count = a.running[i];
          if (count == (i > 0 ? a.running[i - 1] : 0) || count > a.rows) return;
          pa_i64* row = a.out + (count - 1) * a.row_step;
        """
            + writes);
  }
}
