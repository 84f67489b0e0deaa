module org.panarray.linalg {
  requires static transitive org.jspecify;
}
