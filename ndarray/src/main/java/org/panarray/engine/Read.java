package org.panarray.engine;

import java.util.function.UnaryOperator;
import org.panarray.shape.Layout;

/// Elements that work which was put off will read, as they are now: where somebody writes them
/// first, it finds a copy.
public final class Read {
  private Operand operand;
  private int users = 1; // that want to read; the first has made it
  private int readers; // that read now

  /// Elements that nobody writes any more, or that a [Reads] watches.
  public Read(Operand operand) {
    this.operand = operand;
  }

  /// Notes one more who wants to read.
  synchronized void want() {
    users++;
  }

  /// Notes that one has read what it wanted.
  public synchronized void done() {
    users--;
  }

  /// The elements. They stay until [#end].
  public synchronized Operand begin() {
    readers++;
    return operand;
  }

  /// Lets the elements go.
  public synchronized void end() {
    readers--;
    if (readers == 0) {
      notifyAll();
    }
  }

  synchronized boolean isOf(Operand other) {
    return operand.type() == other.type()
        && (operand.layout() == other.layout() || operand.layout().equals(other.layout()));
  }

  /// Copies the elements, if somebody wants them and a write to `written` could change them.
  ///
  /// @return whether the buffer need not be watched for this read any more
  synchronized boolean preserve(Operand written, UnaryOperator<Operand> copy) {
    if (operand.type() == written.type()
        && !Layout.mayOverlap(operand.layout(), written.layout())) {
      return false;
    }
    boolean interrupted = false;
    while (readers > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // the work in progress reads what would be overwritten
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (users > 0) {
      operand = copy.apply(operand);
    }
    return true;
  }
}
