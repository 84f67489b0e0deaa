module org.panarray.grad {
  requires transitive org.panarray.ndarray;
  requires static transitive org.jspecify;
}
