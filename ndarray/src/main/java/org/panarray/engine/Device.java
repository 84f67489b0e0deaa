package org.panarray.engine;

import java.util.Locale;
import org.panarray.error.Required;
import org.panarray.error.ValueError;

/// Where an array's elements live.
///
/// @param kind the family of devices
/// @param index which one of that family, from 0
public record Device(Kind kind, int index) {
  /// A family of devices, for which one [EngineProvider] speaks: a value, so that a new provider
  /// brings its own.
  ///
  /// @param name in lower case, as [Device#toString] gives it
  public record Kind(String name) {
    public static final Kind CPU = new Kind("cpu");
    public static final Kind GPU = new Kind("gpu");

    public Kind {
      Required.argument(name, "name");
      if (!name.matches("[a-z][a-z0-9_]*")) {
        throw new ValueError("a kind of device is a lower-case word, not '" + name + "'");
      }
    }
  }

  public static final Device CPU = new Device(Kind.CPU, 0);
  public static final Device GPU = new Device(Kind.GPU, 0);

  /// The device of a name that [#toString] gives.
  public static Device of(String name) {
    String[] parts = name.split(":", 2);
    Kind kind = new Kind(parts[0].toLowerCase(Locale.ROOT));
    return new Device(kind, parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
  }

  /// `cpu`, `gpu`, or `gpu:1` for a further one.
  @Override
  public String toString() {
    return index == 0 ? kind.name() : kind.name() + ":" + index;
  }
}
