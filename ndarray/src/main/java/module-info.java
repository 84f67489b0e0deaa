/// NumPy's arrays and functions: the public API in `org.panarray`, and the seam for other engines
/// and for gradients.
///
/// On the module path the Vector API comes with this module; on the class path a program adds it
/// (`--add-modules jdk.incubator.vector`), and without it the scalar kernels do the work.
@SuppressWarnings("module") // the modules named in qualified exports are compiled after this one
module org.panarray.ndarray {
  requires static transitive org.jspecify;
  requires transitive org.panarray.broadcasting;
  requires org.panarray.linalg;
  requires java.management;
  requires jdk.incubator.vector;
  requires jdk.management;

  exports org.panarray.prim to
      org.panarray.gpu,
      org.panarray.grad;
  exports org.panarray.engine to
      org.panarray.gpu,
      org.panarray.grad;
}
