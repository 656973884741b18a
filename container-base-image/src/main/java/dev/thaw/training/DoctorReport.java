package dev.thaw.training;

/** Aligned lines of text, a heading before each group; problems are marked and counted. */
final class DoctorReport {
  private static final int WIDTH = 12;
  private static final String PROBLEM = "! ";

  private final StringBuilder text = new StringBuilder();
  private String heading = "";
  private int problems;

  /** Adds a line of a group. */
  void say(String group, String line) {
    add(group, "  ", line);
  }

  /** Adds lines that name something wrong and what to do about it. */
  void problem(String group, String... lines) {
    problems++;
    String mark = PROBLEM;
    for (String line : lines) {
      add(group, mark, line);
      mark = "  ";
    }
  }

  int problems() {
    return problems;
  }

  private void add(String group, String mark, String line) {
    String shown = group.equals(heading) ? "" : group;
    heading = group;
    text.append(shown).repeat(' ', WIDTH - shown.length()).append(mark);
    text.append(printable(line)).append('\n');
  }

  /** A file name may hold anything. */
  private static String printable(String line) {
    StringBuilder shown = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      shown.append(Character.isISOControl(c) ? '?' : c);
    }
    return shown.toString();
  }

  /** Bytes as {@code 12.3 MB}. */
  static String size(long bytes) {
    if (bytes < 1 << 20) {
      return (bytes + 1023) / 1024 + " KB";
    }
    long tenths = (bytes * 10 + (1 << 19)) >> 20;
    return tenths / 10 + "." + tenths % 10 + " MB";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
