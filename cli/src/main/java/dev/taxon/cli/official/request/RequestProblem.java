package dev.taxon.cli.official.request;

/** Flags, files or standard input that make no request; the message is what the user reads. */
public final class RequestProblem extends Exception {
  private static final long serialVersionUID = 1;

  public RequestProblem(String message) {
    super(message);
  }

  /** The message. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
