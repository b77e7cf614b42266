package dev.taxon.reader;

import dev.taxon.ReadFailure;
import dev.taxon.ReadFailure.Code;
import dev.taxon.reader.FileType.Format;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.text.Encoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Finds out what a file is from its bytes. The name decides only between kinds of text that are
 * hard to tell apart (Markdown, tables, mails, fragments of HTML).
 */
final class TypeDetector {
  private static final int HEAD_BYTES = 1 << 16;

  private static final Pattern HTML =
      Pattern.compile("<(!doctype\\s+html|html|head|body)[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKUP = Pattern.compile("<[a-z][a-z0-9]*(\\s[^>]*)?/?>");
  private static final Pattern HEADER_LINE = Pattern.compile("[A-Za-z][A-Za-z0-9-]*:.*");
  private static final Pattern MAIL_LINE =
      Pattern.compile(
          "(?i)(from|to|subject|date|received|message-id|mime-version|return-path|delivered-to|reply-to"
              + "|content-type|cc|sender|x-[a-z-]+)\\s*:.*");

  private TypeDetector() {}

  static FileType detect(Attempt attempt) throws IOException, ReadFailure {
    byte[] head;
    try (InputStream in = attempt.open()) {
      head = in.readNBytes(HEAD_BYTES);
    }
    FileType known = Signatures.of(head);
    if (known != null) {
      return known;
    }
    String extension = extension(attempt.request().name());
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
      return Containers.zip(attempt);
    }
    if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
      return Containers.ole(attempt);
    }
    Charset charset = Encoding.of(head, attempt.request().language());
    if (charset == null) {
      throw unsupported(head);
    }
    return text(new String(head, charset), charset, extension);
  }

  private static FileType text(String head, Charset charset, String extension) {
    String start = head.stripLeading();
    if (start.startsWith("\uFEFF")) {
      start = start.substring(1).stripLeading();
    }
    boolean markup = start.startsWith("<");
    String first = start.substring(0, Math.min(start.length(), 4096));
    boolean plainXml = first.startsWith("<?xml") && !first.contains("xhtml") && !isHtml(extension);
    if (markup && !plainXml && HTML.matcher(first).find()) {
      return new FileType("text/html", Format.HTML, charset);
    }
    if (isHtml(extension) && MARKUP.matcher(first.toLowerCase(Locale.ROOT)).find()) {
      return new FileType("text/html", Format.HTML, charset);
    }
    boolean xml = markup && (first.startsWith("<!DOCTYPE") || extension.equals("xml"));
    if (xml || first.startsWith("<?xml")) {
      return new FileType("application/xml", Format.XML, charset);
    }
    if (isMail(start, extension)) {
      return new FileType("message/rfc822", Format.MAIL, charset);
    }
    return switch (extension) {
      case "md", "markdown" -> new FileType("text/markdown", Format.MARKDOWN, charset);
      case "csv" -> new FileType("text/csv", Format.TEXT, charset);
      case "tsv" -> new FileType("text/tab-separated-values", Format.TEXT, charset);
      default -> new FileType("text/plain", Format.TEXT, charset);
    };
  }

  /** A mail opens with a block of header lines; two of them must be those that mails have. */
  private static boolean isMail(String start, String extension) {
    int mails = 0;
    int lines = 0;
    boolean unmistakable = false;
    for (String line : (Iterable<String>) start.lines().limit(200)::iterator) {
      if (line.isBlank()) {
        break;
      }
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      boolean envelope = lines == 0 && line.startsWith("From ");
      if (!folded && !envelope && !HEADER_LINE.matcher(line).matches()) {
        return false;
      }
      lines++;
      if (MAIL_LINE.matcher(line).matches()) {
        mails++;
        String lower = line.toLowerCase(Locale.ROOT);
        unmistakable |=
            lower.startsWith("received:")
                || lower.startsWith("message-id:")
                || lower.startsWith("mime-version:")
                || lower.startsWith("return-path:");
      }
    }
    return mails >= 2 && (unmistakable || extension.equals("eml"));
  }

  private static boolean isHtml(String extension) {
    return extension.equals("html") || extension.equals("htm") || extension.equals("xhtml");
  }

  private static ReadFailure unsupported(byte[] head) throws IOException {
    String type =
        MimeTypes.getDefaultMimeTypes()
            .detect(new ByteArrayInputStream(head), new Metadata())
            .toString();
    return new ReadFailure(
        Code.UNSUPPORTED_FILE_TYPE,
        type.equals("application/octet-stream") || type.startsWith("text/")
            ? "The file is neither text nor of a known document type; save it as PDF."
            : "Files of type %s cannot be read; save it as PDF.".formatted(type));
  }

  static boolean startsWith(byte[] head, int... signature) {
    if (head.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((head[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
