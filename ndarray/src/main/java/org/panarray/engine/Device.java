package org.panarray.engine;

import java.util.Locale;

/// Where an array's elements live.
///
/// @param kind the family of devices
/// @param index which one of that family, from 0
public record Device(Kind kind, int index) {
  public enum Kind {
    CPU,
    GPU
  }

  public static final Device CPU = new Device(Kind.CPU, 0);
  public static final Device GPU = new Device(Kind.GPU, 0);

  /// The device of a name that [#toString] gives.
  public static Device of(String name) {
    String[] parts = name.split(":", 2);
    Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
    return new Device(kind, parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
  }

  /// `cpu`, `gpu`, or `gpu:1` for a further one.
  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return index == 0 ? name : name + ":" + index;
  }
}
