package org.panarray.strangers;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panarray.error.NumpyException;

/// How a call may end.
final class Verdict {
  /// What Java says of itself, and sizes that went past the end of a `long`.
  private static final Pattern NO_SENTENCE =
      Pattern.compile("Cannot invoke|because \"<|^null$|-\\d[\\d.]* ?([KMGTPE]iB|bytes)");

  private Verdict() {}

  /// What is wrong with the way a call ended, or null where nothing is.
  static @Nullable String on(Throwable thrown) {
    String message = thrown.getMessage();
    boolean sentence =
        message != null && !message.isBlank() && !NO_SENTENCE.matcher(message).find();
    boolean allowed =
        switch (thrown) {
          case NumpyException _, UncheckedIOException _ -> true;
          // states, not arguments: a block that is closed, a device that is not there
          case IllegalStateException _, UnsupportedOperationException _ -> true;
          default -> thrown.getClass().getName().startsWith("org.panarray.");
        };
    if (allowed && sentence) {
      return null;
    }
    String text = message == null || message.length() < 200 ? message : message.substring(0, 200);
    return thrown.getClass().getSimpleName() + ": " + text + " at " + place(thrown);
  }

  /// The innermost frames of ours.
  private static String place(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(f -> f.getClassName().startsWith("org.panarray."))
        .filter(f -> !f.getClassName().startsWith("org.panarray.strangers."))
        .limit(3)
        .map(f -> f.getFileName() + ":" + f.getLineNumber())
        .toList()
        .toString();
  }
}
