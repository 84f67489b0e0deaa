module org.panarray.gpu {
  requires transitive org.panarray.ndarray;
  requires static transitive org.jspecify;
}
