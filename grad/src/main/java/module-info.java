/// Gradients of programs written with `org.panarray`.
module org.panarray.grad {
  requires static transitive org.jspecify;
  requires transitive org.panarray.ndarray;

  exports org.panarray.grad;
}
