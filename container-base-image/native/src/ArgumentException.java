/** An argument that is not understood. */
final class ArgumentException extends Exception {
  private static final long serialVersionUID = 1;

  ArgumentException(String message) {
    super(message);
  }
}
