package dev.taxon.reader;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What a file is.
 *
 * @param mediaType without parameters
 * @param format which reads it
 * @param charset how it is written, where the file is text
 */
record FileType(String mediaType, Format format, Charset charset) {
  FileType(String mediaType, Format format) {
    this(mediaType, format, StandardCharsets.UTF_8);
  }

  /** How a file is read; {@link #name} is what a person calls it. */
  enum Format {
    PDF("PDF"),
    PICTURE("picture"),
    TEXT("text"),
    MARKDOWN("text"),
    HTML("HTML page"),
    XML("XML file"),
    MAIL("mail"),
    OUTLOOK("Outlook message"),
    WORDS("text document"),
    SHEETS("spreadsheet"),
    SLIDES("presentation"),
    OLD_WORDS("text document"),
    OLD_SHEETS("spreadsheet"),
    OLD_SLIDES("presentation"),
    RTF("RTF document"),
    OPEN_WORDS("text document"),
    OPEN_SHEETS("spreadsheet"),
    OPEN_SLIDES("presentation"),
    BOOK("book");

    private final String called;

    Format(String called) {
      this.called = called;
    }

    String called() {
      return called;
    }
  }
}
