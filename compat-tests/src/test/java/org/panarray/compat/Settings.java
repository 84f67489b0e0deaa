package org.panarray.compat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.panarray.engine.Device;

/// What to replay, and where.
///
/// @param pages pages of cases, all if empty
/// @param allLayouts every layout of every case instead of one, chosen by the line number
/// @param only replays the cases whose call contains this text
/// @param sample replays one case of so many
/// @param device where the inputs live
/// @param out the folder for the lists of failures and of proved names
/// @param strict whether the program exits with 1 where a case fails
record Settings(
    List<String> pages,
    boolean allLayouts,
    String only,
    int sample,
    Device device,
    Path out,
    boolean strict) {

  static final Settings DEFAULT =
      new Settings(List.of(), false, "", 1, Device.CPU, Path.of("target"), false);

  Settings withAllLayouts() {
    return new Settings(pages, true, only, sample, device, out, strict);
  }

  /// `[page ...] [--all-layouts] [--only=TEXT] [--sample=N] [--device=gpu] [--out=FOLDER] [--strict]`.
  static Settings parse(String[] arguments) {
    List<String> pages = new ArrayList<>();
    boolean allLayouts = false;
    boolean strict = false;
    String only = "";
    int sample = 1;
    Device device = Device.CPU;
    Path out = DEFAULT.out();
    for (String argument : arguments) {
      String value = argument.substring(argument.indexOf('=') + 1);
      switch (argument.substring(0, argument.length() - value.length())) {
        case "--only=" -> only = value;
        case "--sample=" -> sample = Integer.parseInt(value);
        case "--device=" -> device = value.equals("gpu") ? Device.GPU : Device.CPU;
        case "--out=" -> out = Path.of(value);
        default -> {
          if (argument.equals("--all-layouts")) {
            allLayouts = true;
          } else if (argument.equals("--strict")) {
            strict = true;
          } else {
            pages.add(argument);
          }
        }
      }
    }
    return new Settings(pages, allLayouts, only, sample, device, out, strict);
  }

  boolean takes(Case recorded) {
    return recorded.call().contains(only) && recorded.line() % sample == 0;
  }
}
