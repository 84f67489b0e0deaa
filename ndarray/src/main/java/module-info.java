module org.panarray.ndarray {
  requires org.panarray.linalg;
  requires transitive org.panarray.broadcasting;
  requires static transitive org.jspecify;
}
