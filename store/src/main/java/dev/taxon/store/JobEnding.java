package dev.taxon.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The end of a job all of whose files have their outcome.
 *
 * @param errorMessage null when nothing failed
 */
record JobEnding(JobStatus status, @Nullable String errorMessage) {
  private static final int MESSAGE_CHARACTERS = 2_000;

  /**
   * One entry of the results.
   *
   * @param failure null when it was classified
   */
  record Entry(String spelling, Outcome.@Nullable Failed failure) {}

  /**
   * Counts entries of the results, so that the numbers are those that the client sees: a file that
   * is listed twice and fails makes two of them. The message names each id once.
   */
  static JobEnding of(Wire wire, List<Entry> entries) {
    var failed = entries.stream().filter(entry -> entry.failure() != null).toList();
    if (failed.isEmpty()) {
      return new JobEnding(JobStatus.SUCCESS, null);
    }
    var status = failed.size() == entries.size() ? JobStatus.ERROR : JobStatus.PARTIAL_SUCCESS;
    return new JobEnding(
        status,
        wire == Wire.V1
            ? message(failed, entries.size())
            : cut(reason(failed.getFirst()), MESSAGE_CHARACTERS));
  }

  private static String message(List<Entry> failed, int all) {
    var sentences = new LinkedHashSet<String>();
    for (var entry : failed) {
      sentences.add(entry.spelling() + ": " + reason(entry));
    }
    var text =
        new StringBuilder()
            .append(failed.size())
            .append(" of ")
            .append(all)
            .append(all == 1 ? " file failed: " : " files failed: ");
    int named = 0;
    for (var sentence : sentences) {
      int left = sentences.size() - named;
      var before = named == 0 ? "" : "; ";
      // room for the words that stand for the rest, unless this is the last
      int room = MESSAGE_CHARACTERS - text.length() - (left == 1 ? 0 : rest(left).length());
      if (named > 0 && before.length() + sentence.length() > room) {
        return text.append(rest(left)).toString();
      }
      text.append(before).append(cut(sentence, room));
      named++;
    }
    return text.toString();
  }

  private static String rest(int files) {
    return "; … and " + files + " more";
  }

  private static String reason(Entry entry) {
    var failure = Objects.requireNonNull(entry.failure());
    return failure.code() + ": " + failure.sentence();
  }

  /** The text, or its beginning and an ellipsis: at most {@code size} code units. */
  private static String cut(String text, int size) {
    if (text.length() <= size) {
      return text;
    }
    int end = size - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
