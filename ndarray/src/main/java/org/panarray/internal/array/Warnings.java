package org.panarray.internal.array;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.panarray.error.Required;

/// Warnings, as Python gives them: a text appears once.
public final class Warnings {
  /// Texts that are kept; some name files or shapes, so that there may be ever new ones.
  private static final int REMEMBERED = 1_000;

  private static final Set<String> GIVEN =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  private static volatile @Nullable BiConsumer<String, String> listener;

  private Warnings() {}

  /// Sends warnings (category and text) to a listener instead of the error stream; null restores
  /// it.
  public static void setListener(@Nullable BiConsumer<String, String> given) {
    listener = given;
  }

  /// Whether a listener is told, which may ask when.
  static boolean areHeard() {
    return listener != null;
  }

  /// Gives a warning.
  public static void warn(String category, String text) {
    Required.argument(text, "text");
    BiConsumer<String, String> told = listener;
    if (told != null) {
      told.accept(category, text);
    } else if (GIVEN.add(text)) {
      System.err.println(category + ": " + text);
    }
  }
}
