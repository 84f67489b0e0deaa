/// Where elements live: shapes, strided layouts, broadcasting, indices and the loops over them, and
/// NumPy's exceptions. Arithmetic on `long` only: no memory is touched here.
module org.panarray.broadcasting {
  requires static transitive org.jspecify;

  exports org.panarray.error;
  exports org.panarray.shape;
}
