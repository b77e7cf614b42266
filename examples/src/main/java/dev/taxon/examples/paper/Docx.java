package dev.taxon.examples.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A Word file, written as the XML it is. Its parts are stored, not deflated, because deflating
 * gives other bytes on other machines.
 */
public final class Docx {
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private final StringBuilder body = new StringBuilder();
  private final String footer;

  /**
   * Starts an empty file.
   *
   * @param footer stands at the foot of every page, before the page's number
   */
  public Docx(String footer) {
    this.footer = footer;
  }

  public Docx title(String text) {
    return paragraph("<w:jc w:val=\"center\"/><w:spacing w:after=\"240\"/>", run(text, true, 34));
  }

  public Docx heading(String text) {
    return paragraph(
        "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"60\"/>", run(text, true, 23));
  }

  public Docx text(String text) {
    return paragraph("<w:spacing w:after=\"100\"/>", run(text, false, 21));
  }

  /** Texts below each other without room between them. */
  public Docx block(String... texts) {
    for (String text : texts) {
      paragraph("<w:spacing w:after=\"0\"/>", run(text, false, 21));
    }
    return paragraph("<w:spacing w:after=\"60\"/>", "");
  }

  /** A table with lines; the first row is its head, the last column stands to the right. */
  public Docx table(List<List<String>> rows) {
    return table(rows, true);
  }

  /** Columns beside each other without lines, as signatures stand. */
  public Docx columns(List<List<String>> rows) {
    return table(rows, false);
  }

  private Docx table(List<List<String>> rows, boolean ruled) {
    int columns = rows.getFirst().size();
    body.append("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/>");
    if (ruled) {
      body.append("<w:tblBorders>");
      for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
        body.append("<w:%s w:val=\"single\" w:sz=\"4\" w:color=\"808080\"/>".formatted(side));
      }
      body.append("</w:tblBorders>");
    }
    body.append("</w:tblPr><w:tblGrid>");
    body.append(("<w:gridCol w:w=\"" + 9000 / columns + "\"/>").repeat(columns));
    body.append("</w:tblGrid>");
    for (List<String> row : rows) {
      body.append("<w:tr>");
      for (int column = 0; column < columns; column++) {
        boolean head = ruled && row.equals(rows.getFirst());
        boolean right = ruled && column == columns - 1;
        body.append(
            "<w:tc><w:tcPr><w:tcW w:w=\"" + 9000 / columns + "\" w:type=\"dxa\"/></w:tcPr>");
        paragraph(
            "<w:spacing w:before=\"40\" w:after=\"40\"/>"
                + (right ? "<w:jc w:val=\"right\"/>" : ""),
            run(row.get(column), head, 20));
        body.append("</w:tc>");
      }
      body.append("</w:tr>");
    }
    body.append("</w:tbl>");
    return paragraph("<w:spacing w:after=\"60\"/>", "");
  }

  /** The finished file. */
  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      store(zip, "[Content_Types].xml", contentTypes());
      store(zip, "_rels/.rels", relationship("officeDocument", "word/document.xml"));
      store(zip, "word/_rels/document.xml.rels", relationship("footer", "footer1.xml"));
      store(zip, "word/document.xml", document());
      store(zip, "word/footer1.xml", footer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String document() {
    return HEAD
        + "<w:document xmlns:w=\"%s\" xmlns:r=\"%s\"><w:body>%s"
            .formatted(WORD, OFFICE.substring(0, OFFICE.length() - 1), body)
        + "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"r1\"/>"
        + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1300\" w:right=\"1400\""
        + " w:bottom=\"1200\" w:left=\"1400\" w:header=\"600\" w:footer=\"600\" w:gutter=\"0\"/>"
        + "</w:sectPr></w:body></w:document>";
  }

  private String footer() {
    return HEAD
        + "<w:ftr xmlns:w=\"%s\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>%s"
            .formatted(WORD, run(footer + " – page ", false, 16))
        + "<w:fldSimple w:instr=\"PAGE\">%s</w:fldSimple></w:p></w:ftr>"
            .formatted(run("1", false, 16));
  }

  private static String contentTypes() {
    String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    return HEAD
        + "<Types xmlns=\""
        + PACKAGE
        + "content-types\">"
        + "<Default Extension=\"rels\""
        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\""
        + word
        + "document.main+xml\"/>"
        + "<Override PartName=\"/word/footer1.xml\" ContentType=\""
        + word
        + "footer+xml\"/>"
        + "</Types>";
  }

  private static String relationship(String kind, String target) {
    return HEAD
        + "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + "<Relationship Id=\"r1\" Type=\""
        + OFFICE
        + kind
        + "\" Target=\""
        + target
        + "\"/>"
        + "</Relationships>";
  }

  private Docx paragraph(String properties, String runs) {
    body.append("<w:p><w:pPr>").append(properties).append("</w:pPr>").append(runs).append("</w:p>");
    return this;
  }

  /** A text of one look; size is in half points. */
  private static String run(String text, boolean bold, int size) {
    return "<w:r><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\"/>"
        + (bold ? "<w:b/>" : "")
        + "<w:sz w:val=\""
        + size
        + "\"/></w:rPr><w:t xml:space=\"preserve\">"
        + text.replace("&", "&amp;").replace("<", "&lt;")
        + "</w:t></w:r>";
  }

  private static void store(ZipOutputStream zip, String name, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    var sum = new CRC32();
    sum.update(bytes);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(LocalDateTime.of(2026, 3, 2, 9, 0));
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
