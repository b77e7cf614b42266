package dev.taxon.cli.official.parse;

/**
 * Words that make no command; the message is what the user reads, and {@code code} the exit status.
 */
public final class UsageProblem extends Exception {
  private static final long serialVersionUID = 1;

  private final int code;
  private final boolean showHelp;

  private UsageProblem(String message, int code, boolean showHelp) {
    super(message);
    this.code = code;
    this.showHelp = showHelp;
  }

  /** A flag that is unknown or has a bad value; help follows when it stood before the command. */
  static UsageProblem flag(String message, String suggestion, boolean showHelp) {
    return new UsageProblem("Incorrect Usage: " + message + "\n\n" + suggestion, 1, showHelp);
  }

  /** A command that is not there. */
  static UsageProblem unknown(String message) {
    return new UsageProblem(message + "\n", 3, false);
  }

  /** Any other mistake. */
  static UsageProblem other(String message) {
    return new UsageProblem(message + "\n", 1, false);
  }

  public int code() {
    return code;
  }

  /** Whether the program's help belongs on standard output. */
  public boolean showHelp() {
    return showHelp;
  }

  /** The message with its line ends. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
