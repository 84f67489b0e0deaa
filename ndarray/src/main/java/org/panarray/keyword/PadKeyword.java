package org.panarray.keyword;

import org.jspecify.annotations.Nullable;
import org.panarray.error.Required;

/// Keywords of `pad` and of functions about memory, bits and strides; see [Keyword].
public interface PadKeyword extends Keyword {
  /// Keywords of `pad`.
  interface ForPad extends Keyword {}

  /// Keywords of `frombuffer`.
  interface ForFrombuffer extends Keyword {}

  /// Keywords of `require`.
  interface ForRequire extends Keyword {}

  /// Keywords of `linspace` that change which parts it gives, and all others of it.
  interface ForLinspaceParts extends Keyword {}

  /// Keywords of `lib.strideTricks.slidingWindowView`.
  interface ForWindows extends Keyword {}

  /// Keywords of `lib.strideTricks.asStrided`.
  interface ForStrided extends Keyword {}

  /// Keywords of `packbits`.
  interface ForPackbits extends ForUnpackbits {}

  /// Keywords of `unpackbits`.
  interface ForUnpackbits extends Keyword {}

  /// Keywords of `ndarray.resize`.
  interface ForResize extends Keyword {}

  /// `refcheck`: NumPy's look for views, which has no use here: they keep their memory.
  record Refcheck(boolean value) implements ForResize {}

  /// `stat_length`: how many elements at each edge a statistic is of; null for all.
  record StatLength(@Nullable Object value) implements ForPad {}

  /// `constant_values`: what to pad with.
  record ConstantValues(Object value) implements ForPad {}

  /// `end_values`: what the ramps end at.
  record EndValues(Object value) implements ForPad {}

  /// `reflect_type`: `even`, or `odd` to reflect in the value of the edge too.
  record ReflectType(String value) implements ForPad {
    public ReflectType {
      Required.argument(value, "reflectType");
    }
  }

  /// `requirements`: letters or names such as `C` or `ALIGNED`.
  record Requirements(String... values) implements ForRequire {
    public Requirements {
      Required.all(values, "requirements");
    }
  }

  /// `retstep`: also the distance between samples.
  record Retstep(boolean value) implements ForLinspaceParts {}

  /// `writeable`: whether a view may be written.
  record Writeable(boolean value) implements ForWindows, ForStrided {}

  /// `bitorder`: `big` or `little`.
  record Bitorder(String value) implements ForPackbits {
    public Bitorder {
      Required.argument(value, "bitorder");
    }
  }
}
