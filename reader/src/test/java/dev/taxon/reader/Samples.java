package dev.taxon.reader;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Makes the files that the tests read. */
final class Samples {
  static final PDFont HELVETICA = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

  /** What is drawn on a page. */
  interface Drawing {
    void on(PDPageContentStream page) throws IOException;
  }

  private final Path folder;

  Samples(Path folder) {
    this.folder = folder;
  }

  Path bytes(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path text(String name, String content) {
    return bytes(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** A PDF of A4 pages. */
  Path pdf(String name, Drawing... pages) {
    Path file = folder.resolve(name);
    try (PDDocument document = new PDDocument()) {
      for (Drawing drawing : pages) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          drawing.on(content);
        }
      }
      document.save(file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of 12 points from the top of a page. */
  static Drawing lines(String... lines) {
    return page -> {
      page.beginText();
      page.setFont(HELVETICA, 12);
      page.setLeading(16);
      page.newLineAtOffset(72, 760);
      for (String line : lines) {
        page.showText(line);
        page.newLine();
      }
      page.endText();
    };
  }

  /** A Word document; each paragraph is its style and its text. */
  Path docx(String name, String... stylesAndTexts) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < stylesAndTexts.length; i += 2) {
      body.append("<w:p><w:pPr><w:pStyle w:val=\"").append(stylesAndTexts[i]);
      body.append("\"/></w:pPr><w:r><w:t>").append(stylesAndTexts[i + 1]);
      body.append("</w:t></w:r></w:p>");
    }
    return docxOf(name, body.toString());
  }

  Path docxOf(String name, String body) {
    return zip(
        name,
        Map.of(
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
            </Types>\
            """,
            "_rels/.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
            </Relationships>\
            """,
            "word/_rels/document.xml.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
            </Relationships>\
            """,
            "word/styles.xml",
            """
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
            <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
            <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
            </w:styles>\
            """,
            "word/document.xml",
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + body
                + "</w:body></w:document>"));
  }

  Path zip(String name, Map<String, String> entries) {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
