package dev.taxon.cli.remote;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds in a job's message what it says of single files. */
final class Reasons {
  /** {@code <file id>: <CODE>: <sentence>}, up to the next file or the end. */
  private static final Pattern ONE =
      Pattern.compile(
          "((?:dfl-)?[0-9a-f]{8}-[0-9a-f-]{27}): (.+?)(?=; (?:dfl-)?[0-9a-f]{8}-[0-9a-f-]{27}: |$)",
          Pattern.DOTALL);

  private final Map<String, String> byFile = new HashMap<>();

  Reasons(@Nullable String message) {
    var matches = ONE.matcher(message == null ? "" : message);
    while (matches.find()) {
      byFile.put(matches.group(1), matches.group(2));
    }
  }

  /** {@code CODE: sentence}; something general where the message does not name the file. */
  String of(String fileId) {
    return byFile.getOrDefault(
        fileId, "ENGINE_ERROR: The service could not classify this file and does not say why.");
  }
}
