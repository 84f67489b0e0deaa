package org.panarray.random;

/// One draw from a continuous distribution of up to three parameters; what it does not need it
/// ignores.
@FunctionalInterface
public interface DoubleDraw {
  double next(double a, double b, double c);
}
