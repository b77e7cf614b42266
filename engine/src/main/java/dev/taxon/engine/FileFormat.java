package dev.taxon.engine;

import dev.taxon.Line;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a file is by its format alone, as far as people name kinds of documents after it.
 *
 * @param phrase with its article: "an e-mail message"
 * @param names folded words that people call it by
 */
record FileFormat(String phrase, Set<String> names) {
  static final FileFormat MAIL =
      new FileFormat("an e-mail message", Set.of("email", "mail", "message", "courriel", "correo"));
  static final FileFormat SPREADSHEET =
      new FileFormat("a spreadsheet", Set.of("spreadsheet", "workbook", "tabelle", "tableur"));
  static final FileFormat SLIDES =
      new FileFormat(
          "a presentation",
          Set.of("presentation", "slide", "slides", "deck", "prasentation", "folien"));
  static final FileFormat PICTURE =
      new FileFormat(
          "a picture", Set.of("picture", "photo", "photograph", "image", "bild", "foto"));
  static final FileFormat OTHER = new FileFormat("a file", Set.of());

  private static final String ATTACHMENT = "Attachment: ";
  private static final Pattern HEAD = Pattern.compile("(?:From|To|Cc|Date|Attachment): ");

  static FileFormat of(String mediaType) {
    if (mediaType.equals("message/rfc822") || mediaType.equals("application/vnd.ms-outlook")) {
      return MAIL;
    }
    if (mediaType.contains("spreadsheet") || mediaType.contains("ms-excel")) {
      return SPREADSHEET;
    }
    if (mediaType.contains("presentation") || mediaType.contains("powerpoint")) {
      return SLIDES;
    }
    return mediaType.startsWith("image/") ? PICTURE : OTHER;
  }

  /**
   * Whether a line of a message is its subject, says from whom or when it is, or what comes with
   * it.
   */
  static boolean isHeadOfMail(Line line) {
    return line.role() == Line.Role.TITLE || HEAD.matcher(line.text()).lookingAt();
  }

  /** Whether a line of a message names an attachment. */
  static boolean isAttachment(Line line) {
    return line.text().startsWith(ATTACHMENT);
  }

  /** Whether a folded word is a name for it. */
  boolean isCalled(String folded) {
    return names.contains(folded);
  }
}
