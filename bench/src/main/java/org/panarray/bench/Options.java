package org.panarray.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The arguments of a run.
///
/// @param flags such as `--sample`
/// @param values of `--compare` and the like, given as `--compare=FILE` or `--compare FILE`
/// @param globs which rows are asked for; all, if none
record Options(Set<String> flags, Map<String, String> values, List<Pattern> globs) {
  private static final Set<String> FLAGS = Set.of("--sample", "--list", "--write");
  private static final Set<String> VALUES = Set.of("--root", "--out", "--compare");

  static Options of(String... arguments) {
    Options options = new Options(new HashSet<>(), new HashMap<>(), new ArrayList<>());
    for (int place = 0; place < arguments.length; place++) {
      String[] parts = arguments[place].split("=", 2);
      if (FLAGS.contains(arguments[place])) {
        options.flags.add(arguments[place]);
      } else if (VALUES.contains(parts[0]) && parts.length == 2) {
        options.values.put(parts[0], parts[1]);
      } else if (VALUES.contains(parts[0]) && place + 1 < arguments.length) {
        options.values.put(parts[0], arguments[++place]);
      } else if (arguments[place].startsWith("--")) {
        throw new IllegalArgumentException("there is no option " + arguments[place]);
      } else {
        options.globs.add(glob(arguments[place]));
      }
    }
    return options;
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  /// Whether rows of this page or title are asked for.
  boolean ask(String page, String title) {
    return globs.isEmpty()
        || globs.stream().anyMatch(glob -> glob.matcher(page).find() || glob.matcher(title).find());
  }

  /// `sort*` finds `np.sort(x)` and the page of sorting.
  private static Pattern glob(String glob) {
    String pattern =
        Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    boolean startsWord = !glob.isEmpty() && Character.isLetterOrDigit(glob.charAt(0));
    return Pattern.compile((startsWord ? "\\b" : "") + pattern);
  }
}
