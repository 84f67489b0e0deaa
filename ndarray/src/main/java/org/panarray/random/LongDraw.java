package org.panarray.random;

/// One draw from a discrete distribution of up to two real parameters; what it does not need it
/// ignores.
@FunctionalInterface
public interface LongDraw {
  long next(double a, double b);
}
