package dev.taxon.server.http.route;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which bytes of a whole are wanted. One range is honoured; several at once, or anything that is no
 * range, mean all, as RFC 9110 allows.
 *
 * @param first from 0; {@code size} or more when the range lies beyond the end
 * @param length of the range, in bytes
 * @param size of the whole, in bytes
 * @param isAsked whether a range was asked for, which may be the whole
 */
record ByteRange(long first, long length, long size, boolean isAsked) {
  private static final Pattern ONE_RANGE = Pattern.compile("bytes=([0-9]*)-([0-9]*)");

  static ByteRange all(long size) {
    return new ByteRange(0, size, size, false);
  }

  static ByteRange parse(Optional<String> header, long size) {
    var matcher = ONE_RANGE.matcher(header.orElse("").replace(" ", ""));
    if (!matcher.matches()) {
      return all(size);
    }
    String from = matcher.group(1);
    String to = matcher.group(2);
    if (from.isEmpty()) {
      if (to.isEmpty()) {
        return all(size);
      }
      long last = Math.min(number(to), size);
      return last == 0 ? beyond(size) : new ByteRange(size - last, last, size, true);
    }
    long first = number(from);
    long end = to.isEmpty() ? size - 1 : Math.min(number(to), size - 1);
    if (first >= size) {
      return beyond(size);
    }
    return end < first ? all(size) : new ByteRange(first, end - first + 1, size, true);
  }

  /** More digits than a file's size can have mean a number beyond every file. */
  private static long number(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > 18 ? Long.MAX_VALUE : Long.parseLong(significant);
  }

  private static ByteRange beyond(long size) {
    return new ByteRange(size, 0, size, true);
  }

  /** Whether all is wanted and no range of it; of nothing there is no range. */
  boolean isAll() {
    return !isAsked || size == 0;
  }

  boolean isBeyond() {
    return length == 0 && size > 0;
  }

  String header() {
    return "bytes " + first + "-" + (first + length - 1) + "/" + size;
  }
}
