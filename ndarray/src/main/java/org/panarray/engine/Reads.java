package org.panarray.engine;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The reads of one buffer that were put off and that somebody still wants.
///
/// A write copies what such reads would miss, once for all that see the same elements. Who does the
/// work instead, as soon as somebody writes, does in a loop also the work whose result is garbage
/// that the collector has not found yet; a copy never costs more than the first of the steps that
/// were saved.
public final class Reads {
  /// Different views of one buffer that are watched; with more, a write would take long to find
  /// those that it changes.
  private static final int MOST = 16;

  private final List<WeakReference<Read>> waiting = new ArrayList<>(1);

  /// No reads.
  public Reads() {}

  /// A read of these elements of the buffer, which the caller wants until [Read#done]; null where
  /// so many different ones wait that this one should be done at once.
  public synchronized @Nullable Read of(Operand operand) {
    for (int k = waiting.size() - 1; k >= 0; k--) {
      Read read = waiting.get(k).get();
      if (read == null) {
        waiting.remove(k);
      } else if (read.isOf(operand)) {
        read.want();
        return read;
      }
    }
    if (waiting.size() == MOST) {
      return null;
    }
    Read read = new Read(operand);
    waiting.add(new WeakReference<>(read));
    return read;
  }

  /// To be called before elements of the buffer are written.
  ///
  /// @param copy gives elements memory of their own
  public synchronized void preserve(Operand written, UnaryOperator<Operand> copy) {
    for (Iterator<WeakReference<Read>> each = waiting.iterator(); each.hasNext(); ) {
      Read read = each.next().get();
      if (read == null || read.preserve(written, copy)) {
        each.remove();
      }
    }
  }
}
