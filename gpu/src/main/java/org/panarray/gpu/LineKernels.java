package org.panarray.gpu;

import java.util.List;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

/// The kernels that combine elements along axes: reductions, the position of an extremum, scans.
///
/// The device code is in `reduce.cuh` and `scan.cuh`. What is printed here is the structure that
/// tells it where the elements are and how two of them combine.
final class LineKernels {
  /// What a kernel does.
  sealed interface Task {
    /// A reduction of an expression.
    record Reduction(ScalarOp op, Expr element) implements Task {}

    /// The position of the first largest or smallest element.
    record Extremum(boolean largest, ElementType type) implements Task {}

    /// A scan.
    record Running(ScalarOp op, ElementType type) implements Task {}
  }

  /// How the threads are laid out.
  enum Form {
    /// Neighbouring threads along the reduced axes.
    ROWS,
    /// Neighbouring threads along the outputs.
    COLUMNS,
    /// One thread for each output or line, from the first element to the last.
    SEQUENTIAL,
    /// A block for each tile of a line.
    TILES
  }

  /// What a kernel is specialised to.
  ///
  /// @param keptRank loops over the outputs
  /// @param alongRank loops over what is combined
  record Key(Task task, List<ElementType> inputs, Form form, int keptRank, int alongRank) {}

  /// The kernel that scans the totals of tiles.
  record TotalsKey(ScalarOp op, ElementType type) {}

  private LineKernels() {}

  /// The type in which a reduction accumulates: NumPy adds and multiplies halves in single
  /// precision.
  static ElementType accumulator(ScalarOp op, ElementType type) {
    boolean rounds = op == ScalarOp.ADD || op == ScalarOp.MULTIPLY;
    return rounds ? type.computed() : type;
  }

  /// The size of one partial result.
  static int accumulatorBytes(Task task) {
    return switch (task) {
      case Task.Reduction reduction ->
          accumulator(reduction.op(), reduction.element().type()).byteSize();
      case Task.Extremum extremum -> Math.max(16, 2 * extremum.type().byteSize());
      case Task.Running running -> running.type().byteSize();
    };
  }

  static KernelSource source(Key key) {
    return switch (key.task()) {
      case Task.Reduction reduction -> reduction(key, reduction);
      case Task.Extremum extremum -> extremum(key, extremum);
      case Task.Running running -> running(key, running);
    };
  }

  static KernelSource totals(TotalsKey key) {
    String acc = CudaType.value(key.type());
    String text =
        "struct NAME_op {\n  typedef "
            + acc
            + " Acc;\n"
            + combine(key.op(), key.type())
            + "};\n"
            + """
            extern "C" __global__ void __launch_bounds__(PA_BLOCK) NAME(
                $acc* data, pa_i64 length, pa_i64 tiles, $acc* totals, const $acc* carry) {
              pa_totals<NAME_op> body = {data, length};
              pa_scan_tiles(body, length, tiles, totals, carry);
            }
            """
                .replace("$acc", acc);
    return KernelSource.of("totals", text, KernelSource.Part.SCAN);
  }

  private static KernelSource reduction(Key key, Task.Reduction task) {
    ElementType type = task.element().type();
    ElementType acc = accumulator(task.op(), type);
    String value = "NAME_element(" + arguments(key.inputs().size()) + ")";
    String text =
        MapKernels.element(task.element(), key.inputs(), 0)
            + "typedef "
            + CudaType.value(acc)
            + " NAME_acc;\n"
            + body(
                key,
                type,
                CudaType.cast(value, type, acc),
                combine(task.op(), acc),
                CudaType.cast("v", acc, type))
            + launcher(key.form());
    return KernelSource.of("reduce", text, KernelSource.Part.REDUCE);
  }

  private static KernelSource extremum(Key key, Task.Extremum task) {
    ElementType type = task.type();
    boolean half = type.isNarrowFloat();
    String x = half ? "pa_float(a.v)" : "a.v";
    String y = half ? "pa_float(b.v)" : "b.v";
    String combine =
        """
          static __device__ Acc combine(Acc a, Acc b) {
            const bool a_nan = pa_isnan($x), b_nan = pa_isnan($y), later = a.i < b.i;
            const bool better = b_nan || $y $better $x || ($y == $x && !later);
            return (a_nan ? b_nan && !later : better) ? b : a;
          }
        """
            .replace("$x", x)
            .replace("$y", y)
            .replace("$better", task.largest() ? ">" : "<");
    String text =
        "struct NAME_acc { %s v; pa_i64 i; };\n".formatted(CudaType.value(type))
            + body(
                key,
                ElementType.INT64,
                "NAME_acc{p0[o0] %s, j}".formatted(type.isBool() ? "!= 0" : ""),
                combine,
                "v.i")
            + launcher(key.form());
    return KernelSource.of("extremum", text, KernelSource.Part.REDUCE);
  }

  private static String launcher(Form form) {
    String call =
        form == Form.SEQUENTIAL
            ? "pa_fold(body, outputs, length);"
            : """
            pa_reduce_launch<NAME_body, %b>(
                body, outputs, length, chunk, along, partial, second);\
            """
                .formatted(form == Form.ROWS);
    return """
    extern "C" __global__ void __launch_bounds__(PA_BLOCK) NAME(NAME_body body, pa_i64 outputs,
        pa_i64 length, pa_i64 chunk, int along, NAME_acc* partial, int second) {
      $call
    }
    """
        .replace("$call", call);
  }

  private static KernelSource running(Key key, Task.Running task) {
    ElementType type = task.type();
    // Unlike a reduction, NumPy's accumulate rounds a half at every step.
    ElementType acc = type;
    String stored = CudaType.stored(type);
    String load = type.isBool() ? "p0[s.i + j * step_in] != 0" : "p0[s.i + j * step_in]";
    String text =
        Walk.structure("NAME_kept", key.keptRank(), 2)
            + """
            struct NAME_body {
              typedef $acc Acc;
              struct Start { pa_i64 o, i; };
              const $stored* p0;
              $stored* out;
              pa_i64 step_out, step_in;
              NAME_kept kept;
              __device__ Start start(pa_i64 line) const {
                pa_i64 o = 0, i = 0;
            $decode    return {o, i};
              }
              __device__ Acc element(Start s, pa_i64 j) const { return $load; }
            $combine  __device__ void store(Start s, pa_i64 j, Acc v) const {
                out[s.o + j * step_out] = $store;
              }
            };
            """
                .replace("$acc", CudaType.value(acc))
                .replace("$stored", stored)
                .replace(
                    "$decode",
                    Walk.decode("line", "kept", key.keptRank(), new String[] {"o", "i"}, true))
                .replace("$load", CudaType.cast("(" + load + ")", type, acc))
                .replace("$combine", combine(task.op(), acc))
                .replace("$store", CudaType.cast("v", acc, type))
            + """
            extern "C" __global__ void __launch_bounds__(PA_BLOCK) NAME(
                NAME_body body, pa_i64 lines, pa_i64 length, pa_i64 tiles,
                NAME_body::Acc* totals, const NAME_body::Acc* carry) {
              $call
            }
            """
                .replace(
                    "$call",
                    key.form() == Form.SEQUENTIAL
                        ? "pa_scan_lines(body, lines, length);"
                        : "pa_scan_tiles(body, length, tiles, totals, carry);");
    return KernelSource.of("scan", text, KernelSource.Part.SCAN);
  }

  private static String combine(ScalarOp op, ElementType acc) {
    return "  static __device__ Acc combine(Acc a, Acc b) { return %s; }\n"
        .formatted(ExprPrinter.call(op, List.of(acc, acc), List.of("a", "b"), acc));
  }

  /// The elements that the arguments of `NAME_element` are.
  private static String arguments(int inputs) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < inputs; i++) {
      text.append(i == 0 ? "" : ", ").append("p%d[o%d]".formatted(i, i));
    }
    return text.toString();
  }

  /// The structure that a reduction is given; every field is 64 bits wide.
  private static String body(
      Key key, ElementType result, String element, String combine, String store) {
    int inputs = key.inputs().size();
    String[] along = new String[inputs];
    String[] kept = new String[inputs + 1];
    StringBuilder pointers = new StringBuilder();
    StringBuilder copies = new StringBuilder();
    StringBuilder fields = new StringBuilder();
    StringBuilder zeros = new StringBuilder();
    kept[0] = "o";
    for (int i = 0; i < inputs; i++) {
      String type = CudaType.stored(key.inputs().get(i));
      pointers.append("  const %s* p%d;\n".formatted(type, i));
      along[i] = "o" + i;
      kept[i + 1] = "o" + i;
      copies.append("    pa_i64 o%d = s.o%d;\n".formatted(i, i));
      fields.append(i == 0 ? "" : ", ").append("o").append(i);
      zeros.append(", o").append(i).append(" = 0");
    }
    return Walk.structure("NAME_kept", key.keptRank(), inputs + 1)
        + Walk.structure("NAME_along", key.alongRank(), Math.max(1, inputs))
        + """
        struct NAME_body {
          typedef NAME_acc Acc;
          struct Start { pa_i64 $fields; };
        $pointers  $result* out;
          NAME_kept kept;
          NAME_along along;
          __device__ Start start(pa_i64 output) const {
            pa_i64 o = 0$zeros;
        $kept    return {$fields};
          }
          __device__ Acc element(Start s, pa_i64 j) const {
        $copies$along    return $element;
          }
        $combine  __device__ void store(pa_i64 output, Acc v) const {
            pa_i64 o = 0$zeros;
        $kept    out[o] = $store;
          }
        };
        """
            .replace("$fields", fields)
            .replace("$pointers", pointers)
            .replace("$result", CudaType.stored(result))
            .replace("$zeros", zeros)
            .replace("$kept", Walk.decode("output", "kept", key.keptRank(), kept, true))
            .replace("$copies", copies)
            .replace("$along", Walk.decode("j", "along", key.alongRank(), along, true))
            .replace("$element", element)
            .replace("$combine", combine)
            .replace("$store", store);
  }
}
