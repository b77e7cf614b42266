package dev.taxon.server.http.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The formats that {@code openapi.yaml} names: what they accept, and how to read it. */
public final class Formats {
  private static final String BETA_PREFIX = "dfl-";
  private static final Pattern UUID_SPELLING =
      Pattern.compile(
          "[0-9a-fA-F]{8}(-?)[0-9a-fA-F]{4}\\1[0-9a-fA-F]{4}\\1[0-9a-fA-F]{4}\\1[0-9a-fA-F]{12}");
  private static final Pattern FILE_ORDER = Pattern.compile("(name|id|created_at)( asc| desc)?");

  private static final Pattern PAGES =
      Pattern.compile("\\s*([0-9]{1,9})\\s*(?:-\\s*([0-9]{1,9})\\s*)?");
  private static final int LAST_PAGE = 10_000;

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern SPACED_OFFSET =
      Pattern.compile("^(.*T[0-9:.]+) ([0-9]{2}:[0-9]{2})$");
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant BEHIND_THE_LATEST = Instant.parse("+10000-01-01T00:00:00Z");

  private Formats() {}

  /** An id in any case, with or without hyphens. */
  public static Optional<UUID> uuid(String text) {
    if (!UUID_SPELLING.matcher(text).matches()) {
      return Optional.empty();
    }
    String digits = text.replace("-", "");
    return Optional.of(
        new UUID(
            Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16)));
  }

  /** As {@link #uuid}, also with the prefix {@code dfl-}. */
  public static Optional<UUID> fileId(String text) {
    return uuid(
        text.regionMatches(true, 0, BETA_PREFIX, 0, BETA_PREFIX.length())
            ? text.substring(BETA_PREFIX.length())
            : text);
  }

  /**
   * RFC 3339, years 1 to 9999; without an offset it means UTC, without a time midnight. An offset
   * whose plus sign a query turned into a space is understood.
   */
  public static Optional<Instant> timestamp(String text) {
    return instant(text)
        .filter(instant -> !instant.isBefore(EARLIEST) && instant.isBefore(BEHIND_THE_LATEST));
  }

  private static Optional<Instant> instant(String text) {
    String whole = DATE.matcher(text).matches() ? text + "T00:00Z" : text;
    try {
      return Optional.of(
          OffsetDateTime.parse(SPACED_OFFSET.matcher(whole).replaceFirst("$1+$2")).toInstant());
    } catch (DateTimeException withoutOffset) {
      try {
        return Optional.of(LocalDateTime.parse(whole).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException neither) {
        return Optional.empty();
      }
    }
  }

  /** An id that begins with a prefix such as {@code clj-}. */
  public static Optional<UUID> prefixed(String prefix, String text) {
    return text.regionMatches(true, 0, prefix, 0, prefix.length())
        ? uuid(text.substring(prefix.length()))
        : Optional.empty();
  }

  /**
   * Page numbers such as {@code 1,3,5-7}, from 1, ascending. What lies beyond {@value #LAST_PAGE}
   * in a range is left out.
   */
  public static Optional<List<Integer>> pages(String text) {
    var pages = new TreeSet<Integer>();
    for (String piece : text.split(",", -1)) {
      var range = PAGES.matcher(piece);
      if (!range.matches()) {
        return Optional.empty();
      }
      int from = Integer.parseInt(range.group(1));
      int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
      if (from < 1 || to < from) {
        return Optional.empty();
      }
      pages.add(from);
      for (int page = from + 1; page <= Math.min(to, LAST_PAGE); page++) {
        pages.add(page);
      }
    }
    return Optional.of(List.copyOf(pages));
  }

  static List<Format> all() {
    return List.of(
        format("uuid", text -> uuid(text).isPresent()),
        format("file-id", text -> fileId(text).isPresent()),
        format("timestamp", text -> timestamp(text).isPresent()),
        // nothing at all is minLength's to say
        format("not-blank", text -> text.isEmpty() || !text.isBlank()),
        format("page-ranges", text -> pages(text).isPresent()),
        format("file-order", text -> FILE_ORDER.matcher(text).matches()));
  }

  private static Format format(String name, Predicate<String> accepts) {
    return new Format() {
      @Override
      public String getName() {
        return name;
      }

      @Override
      public boolean matches(ExecutionContext context, String value) {
        return accepts.test(value);
      }
    };
  }
}
