package org.panarray.text;

import java.util.stream.LongStream;

/// Lays the formatted elements of one array out in brackets and lines.
final class ArrayLayout {
  private static final String GAP = "...";

  private final long[] shape;
  private final String separator;
  private final int separatorWidth;
  private final int lineWidth;
  private final int edgeItems;
  private final boolean summarised;
  private final ElementFormat format;

  ArrayLayout(PrintableArray array, PrintOptions options, String separator, int suffixWidth) {
    this.shape = array.shape();
    this.separator = separator;
    this.separatorWidth = separator.stripTrailing().length();
    this.lineWidth = options.linewidth() - suffixWidth;
    this.edgeItems = options.edgeitems();
    this.summarised = ArrayFormatter.size(shape) > options.threshold();
    this.format = ElementFormat.of(array, printedIndices(), options);
  }

  /// The text, with every line but the first starting with `indent`.
  String format(String indent) {
    return format(0, 0, indent, lineWidth);
  }

  private String format(int axis, long offset, String indent, int width) {
    int axesLeft = shape.length - axis;
    if (axesLeft == 0) {
      return format.format(offset);
    }
    String body =
        axesLeft == 1 ? row(axis, offset, indent, width) : block(axis, offset, indent, width);
    return "[" + body.substring(indent.length()) + "]";
  }

  private String row(int axis, long offset, String indent, int width) {
    LineFiller filler = new LineFiller(indent, width - Math.max(separatorWidth, 1));
    long length = shape[axis];
    for (long item = 0; item < length; item++) {
      if (isGap(length, item)) {
        filler.add(GAP);
        filler.addSeparator(separator);
        item = afterGap(length);
      }
      filler.add(format.format(offset * length + item));
      if (item < length - 1) {
        filler.addSeparator(separator);
      }
    }
    return filler.text();
  }

  private String block(int axis, long offset, String indent, int width) {
    String between = separator.stripTrailing() + "\n".repeat(shape.length - axis - 1);
    StringBuilder text = new StringBuilder();
    long length = shape[axis];
    for (long item = 0; item < length; item++) {
      if (isGap(length, item)) {
        text.append(indent).append(GAP).append(between);
        item = afterGap(length);
      }
      text.append(indent).append(format(axis + 1, offset * length + item, indent + " ", width - 1));
      if (item < length - 1) {
        text.append(between);
      }
    }
    return text.toString();
  }

  private boolean isGap(long length, long item) {
    return isShortened(length) && item == Math.max(0, edgeItems);
  }

  private boolean isShortened(long length) {
    return summarised && 2L * edgeItems < length;
  }

  /// The first item after the gap; NumPy prints at least the last one.
  private long afterGap(long length) {
    return length - Math.max(1, edgeItems);
  }

  /// The flat indices of the elements that decide the common width: a walk over nothing else, for the
  /// array may be larger than memory.
  private long[] printedIndices() {
    LongStream indices = LongStream.of(0);
    for (long length : shape) {
      // An axis with no edge items is measured in full, as NumPy's slice [-0:] does.
      boolean whole = !isShortened(length) || edgeItems <= 0;
      long head = whole ? length : edgeItems;
      long tail = whole ? length : length - edgeItems;
      indices =
          indices.flatMap(
              offset ->
                  LongStream.concat(LongStream.range(0, head), LongStream.range(tail, length))
                      .map(item -> offset * length + item));
    }
    return indices.toArray();
  }
}
