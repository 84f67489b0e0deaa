package org.panarray;

/// `np.lib`: what NumPy keeps beside its main namespace.
public final class Lib {
  /// Views by strides.
  public final StrideTricks strideTricks = new StrideTricks();

  Lib() {}
}
