package dev.taxon.cli.official;

import java.util.Map;

/**
 * Exit statuses. The official program knows 1 for every failure and 3 for an unknown command;
 * {@code TAXON_EXIT_CODES=1} asks for telling ones.
 */
record ExitCodes(boolean telling) {
  static final int DONE = 0;
  static final int UNKNOWN_COMMAND = 3;

  static ExitCodes of(Map<String, String> env) {
    return new ExitCodes(env.getOrDefault("TAXON_EXIT_CODES", "").equals("1"));
  }

  /** For words or input that make no request. */
  int usage() {
    return telling ? 2 : 1;
  }

  /** For an answer of that HTTP status, 400 or more. */
  int refused(int status) {
    if (!telling) {
      return 1;
    }
    return switch (status) {
      case 401, 403 -> 4;
      case 404 -> 5;
      case 408, 504 -> 7;
      default -> status >= 500 ? 6 : 1;
    };
  }

  /** When no answer came. */
  int unreachable(boolean timedOut) {
    return telling ? timedOut ? 7 : 6 : 1;
  }
}
