package dev.taxon.server.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What kind of file some bytes begin like: a label for lists, where the name has no extension.
 * Reading a document does not depend on it.
 */
enum FileKind {
  PDF("pdf", "%PDF-"),
  PNG("png", "\u0089PNG\r\n\u001a\n"),
  JPG("jpg", "\u00ff\u00d8\u00ff"),
  GIF("gif", "GIF8"),
  TIF_LITTLE("tif", "II*\0"),
  TIF_BIG("tif", "MM\0*"),
  BMP("bmp", "BM"),
  RTF("rtf", "{\\rtf"),
  OFFICE_97("doc", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
  ZIP("zip", "PK\u0003\u0004");

  private static final int HEAD_BYTES = 8 << 10;

  private final String extension;

  /** The first bytes, each as a character. */
  private final String magic;

  FileKind(String extension, String magic) {
    this.extension = extension;
    this.magic = magic;
  }

  /** The usual extension for what the file begins like. */
  static Optional<String> extensionOf(Path file) throws IOException {
    String head;
    try (InputStream in = Files.newInputStream(file)) {
      head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    }
    return Stream.of(values())
        .filter(kind -> head.startsWith(kind.magic))
        .map(kind -> kind == ZIP ? packed(head) : kind.extension)
        .findFirst();
  }

  /** Office formats are zip files whose first entries give them away. */
  private static String packed(String names) {
    if (names.contains("mimetypeapplication/epub+zip")) {
      return "epub";
    }
    if (names.contains("mimetypeapplication/vnd.oasis.opendocument.text")) {
      return "odt";
    }
    if (names.contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) {
      return "ods";
    }
    if (names.contains("word/")) {
      return "docx";
    }
    if (names.contains("xl/")) {
      return "xlsx";
    }
    return names.contains("ppt/") ? "pptx" : ZIP.extension;
  }
}
