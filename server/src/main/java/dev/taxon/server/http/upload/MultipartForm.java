package dev.taxon.server.http.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;

/**
 * A {@code multipart/form-data} body with one file part, read as it comes, its parts in any order.
 * The file's end is told only after everything behind it was read and found good, so that whoever
 * stores the file keeps nothing of a form that is cut off or wrong.
 */
public final class MultipartForm {
  /** Longer than any name or id that could be kept. */
  private static final int MOST_TEXT_BYTES = 64 << 10;

  private static final int MOST_HEADER_BYTES = 64 << 10;

  /** What to make of the form, once it is all there. */
  public interface Check {
    /**
     * Looks at the whole form.
     *
     * @param texts text parts by name
     * @param files how many parts the file's field had
     */
    void accept(Map<String, String> texts, int files);
  }

  /**
   * The file part.
   *
   * @param name as the client wrote it; null when it named none
   * @param bytes end only after the check
   */
  public record FilePart(@Nullable String name, InputStream bytes) {}

  private final MultipartInput parts;
  private final String fileField;
  private final Set<String> textFields;
  private final Check check;
  private final Map<String, String> texts = new HashMap<>();
  private int files;
  private boolean more;

  /**
   * Begins to read.
   *
   * @param contentType the request's
   * @param fileField name of the file part
   * @param textFields names of the text parts that are wanted; others are dropped unread
   * @throws BrokenBody when there is no form in the body
   */
  public MultipartForm(
      InputStream body, String contentType, String fileField, Set<String> textFields, Check check)
      throws IOException {
    String boundary =
        Disposition.parse(contentType)
            .parameter("boundary")
            .filter(b -> !b.isEmpty() && b.length() <= 200)
            .orElseThrow(() -> new BrokenBody("The multipart body has no boundary", null));
    this.fileField = fileField;
    this.textFields = Set.copyOf(textFields);
    this.check = check;
    this.parts =
        MultipartInput.builder()
            .setInputStream(new LeadingLineBreak(body))
            .setBoundary(boundary.getBytes(StandardCharsets.UTF_8))
            .setMaxPartHeaderSize(MOST_HEADER_BYTES)
            .get();
    parts.setHeaderCharset(StandardCharsets.UTF_8);
    attempt(parts::discardBodyData);
    this.more = attempt(parts::readBoundary);
  }

  /** Whether a content type is one that this class reads. */
  public static boolean isForm(@Nullable String contentType) {
    return contentType != null
        && Disposition.parse(contentType).value().equals("multipart/form-data");
  }

  /**
   * Reads up to the file. Without one, the whole form was read and the check has spoken.
   *
   * @throws BrokenBody when the form is cut off or malformed
   */
  public Optional<FilePart> file() throws IOException {
    Found found = nextFile();
    if (found == null) {
      check.accept(texts, files);
      return Optional.empty();
    }
    return Optional.of(new FilePart(found.name(), new PartBytes(found.bytes())));
  }

  /** A part of the file's field, as the parser gives it. */
  private record Found(@Nullable String name, InputStream bytes) {}

  private @Nullable Found nextFile() throws IOException {
    while (more) {
      Disposition disposition = disposition(attempt(parts::readHeaders));
      String field = disposition.parameter("name").orElse("");
      InputStream bytes = parts.newInputStream();
      if (field.equals(fileField)) {
        files++;
        return new Found(disposition.fileName().orElse(null), bytes);
      }
      if (textFields.contains(field)) {
        texts.put(field, text(field, bytes));
      }
      leave(bytes);
    }
    return null;
  }

  private void leave(InputStream part) throws IOException {
    attempt(() -> {
      part.close();
      return true;
    });
    more = attempt(parts::readBoundary);
  }

  private static String text(String field, InputStream bytes) throws IOException {
    byte[] text = attempt(() -> bytes.readNBytes(MOST_TEXT_BYTES + 1));
    if (text.length > MOST_TEXT_BYTES) {
      throw new BrokenBody(
          "The part " + field + " is too long: the limit is " + MOST_TEXT_BYTES + " bytes", null);
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  private static Disposition disposition(String headers) {
    String unfolded = headers.replaceAll("\r?\n[ \t]+", " ");
    for (String line : unfolded.split("\r?\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase("content-disposition")) {
        return Disposition.parse(line.substring(colon + 1));
      }
    }
    return new Disposition("", Map.of());
  }

  /** A step of the parser, whose complaints all mean the same to the client. */
  private interface Step<T> {
    T take() throws IOException;
  }

  private static <T> T attempt(Step<T> step) throws IOException {
    try {
      return step.take();
    } catch (FileUploadException e) {
      throw new BrokenBody("The multipart body is cut off or malformed", e);
    }
  }

  /** The file's bytes; behind the last one comes the rest of the form, then the end. */
  private final class PartBytes extends InputStream {
    private final InputStream bytes;
    private boolean ended;

    PartBytes(InputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (ended) {
        return -1;
      }
      int n = attempt(() -> bytes.read(buffer, offset, length));
      if (n < 0) {
        ended = true;
        leave(bytes);
        for (Found another = nextFile(); another != null; another = nextFile()) {
          leave(another.bytes());
        }
        check.accept(texts, files);
      }
      return n;
    }
  }
}
