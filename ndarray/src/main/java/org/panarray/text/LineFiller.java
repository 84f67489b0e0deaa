package org.panarray.text;

/// Fills lines with words up to a width.
final class LineFiller {
  private final String indent;
  private final int width;
  private final StringBuilder done = new StringBuilder();
  private final StringBuilder line;

  LineFiller(String indent, int width) {
    this.indent = indent;
    this.width = width;
    this.line = new StringBuilder(indent);
  }

  /// Adds a word, in a new line if it does not fit into this one. The later lines of a word of
  /// several lines are put below its first.
  void add(String word) {
    String[] lines = word.indexOf('\n') < 0 ? new String[] {word} : word.split("\n");
    int widest = 0;
    for (String part : lines) {
      widest = Math.max(widest, part.length());
    }
    if (line.length() + widest > width && line.length() > indent.length()) {
      endLine(indent);
    }
    String column = " ".repeat(line.length());
    line.append(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      endLine(column);
      line.append(lines[i]);
    }
    line.repeat(" ", widest - lines[lines.length - 1].length());
  }

  /// Adds what stands between words, without regard to the width.
  void addSeparator(String separator) {
    line.append(separator);
  }

  /// Everything added so far; the first line starts with the indent.
  String text() {
    return done + line.toString();
  }

  private void endLine(String start) {
    done.append(line.toString().stripTrailing()).append('\n');
    line.setLength(0);
    line.append(start);
  }
}
