/// Linear algebra on strided memory: OpenBLAS by Panama, and plain Java where it does not load.
///
/// On the module path run with `--enable-native-access=org.panarray.linalg`, on the class path with
/// `--enable-native-access=ALL-UNNAMED`; without, the JDK prints a warning. Bytedeco's platform jar
/// (`org.bytedeco:openblas`, classifier of the platform) need only be on either path: nothing is to
/// be added with `--add-modules`.
module org.panarray.linalg {
  requires org.bytedeco.javacpp;
  requires static transitive org.jspecify;

  exports org.panarray.linalg;
}
