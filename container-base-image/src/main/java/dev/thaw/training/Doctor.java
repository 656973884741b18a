package dev.thaw.training;

/** {@code thaw-doctor}: what the runtime sees of a function, its cache and its flags. */
final class Doctor {
  private Doctor() {}

  /** Prints it. */
  public static void main(String[] args) {
    System.out.println(System.getProperty("java.vm.version"));
  }
}
