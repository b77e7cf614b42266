package dev.taxon.cli.console;

/** The codes that native commands end with. */
public final class Exit {
  private Exit() {}

  public static final int DONE = 0;

  /** Done, but something happened that {@code --fail-on} names; or the program itself failed. */
  public static final int FAILED = 1;

  /** Wrong flags, settings or rules. */
  public static final int USAGE = 2;

  public static final int UNKNOWN_COMMAND = 3;
  public static final int AUTHENTICATION = 4;
  public static final int NOT_FOUND = 5;

  /** The service cannot be reached, or it failed itself. */
  public static final int UNREACHABLE = 6;

  public static final int TIMEOUT = 7;

  /** Ended by Ctrl-C. */
  public static final int INTERRUPTED = 130;
}
