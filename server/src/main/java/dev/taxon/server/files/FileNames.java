package dev.taxon.server.files;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file is called, out of what clients say it is called. */
public final class FileNames {
  private static final int MOST_CODE_POINTS = 3000;
  private static final String NAMELESS = "upload";
  private static final Pattern EXTENSION =
      Pattern.compile(".+\\.([\\p{L}\\p{N}_-]{1,32})", Pattern.DOTALL);

  private FileNames() {}

  /**
   * The name of an upload: the last segment of what was sent, else of the external id, else a word.
   */
  static String ofUpload(@Nullable String sent, @Nullable String externalFileId) {
    return lastSegment(sent).or(() -> lastSegment(externalFileId)).orElse(NAMELESS);
  }

  /**
   * The last path segment, whatever system the path is from, without control characters; empty when
   * nothing is left.
   */
  public static Optional<String> lastSegment(@Nullable String path) {
    if (path == null) {
      return Optional.empty();
    }
    String segment = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    String name =
        segment
            .codePoints()
            .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
            .limit(MOST_CODE_POINTS)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return name.isBlank() || name.equals(".") || name.equals("..")
        ? Optional.empty()
        : Optional.of(name);
  }

  /** The extension, lower case and without its dot. */
  static Optional<String> extension(String name) {
    var matcher = EXTENSION.matcher(lastSegment(name).orElse(""));
    return matcher.matches()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
