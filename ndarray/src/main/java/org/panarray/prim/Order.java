package org.panarray.prim;

/// Memory order of a result: rows first, columns first, or as the input has it.
public enum Order {
  C,
  F,
  A,
  K
}
