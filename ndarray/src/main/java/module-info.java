/// NumPy's arrays and functions.
///
/// `org.panarray` is the API that programs use; `prim` and `engine` are the seam for other engines
/// and for recorders such as gradients, which speak in primitives. Everything else is exported to
/// nobody.
///
/// On the module path the Vector API comes with this module; on the class path a program adds it
/// (`--add-modules jdk.incubator.vector`), and without it the scalar kernels do the work.
@SuppressWarnings("module") // the friends that internals are exported to are compiled later
module org.panarray.ndarray {
  requires static transitive org.jspecify;
  requires transitive org.panarray.broadcasting;
  requires org.panarray.linalg;
  requires java.management;
  requires jdk.incubator.vector;
  requires jdk.management;

  exports org.panarray;
  exports org.panarray.internal.page;
  exports org.panarray.internal.array to
      org.panarray.gpu,
      org.panarray.grad;
  exports org.panarray.keyword;
  exports org.panarray.result;
  exports org.panarray.engine;
  exports org.panarray.prim;
  exports org.panarray.random;

  uses org.panarray.engine.EngineProvider;
}
