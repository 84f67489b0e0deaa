package org.panarray.process;

import static org.panarray.Np.np;

import org.panarray.Doctor;

/// A program that solves one system and tells by what.
final class OneSolution {
  private OneSolution() {}

  public static void main(String[] args) {
    System.out.println(np.linalg.solve(np.eye(3).times(2.0), np.ones(3)));
    System.out.print(Doctor.report());
  }
}
