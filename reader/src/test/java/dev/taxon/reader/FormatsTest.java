package dev.taxon.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Document;
import dev.taxon.Line;
import dev.taxon.Line.Role;
import dev.taxon.Page;
import dev.taxon.PageChoice;
import dev.taxon.ReadFailure;
import dev.taxon.ReadLimits;
import dev.taxon.ReadRequest;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page is in each format, and what its lines are. */
class FormatsTest {
  private static final String OOXML =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>";

  private final FileReader reader = new FileReader(ReaderSettings.DEFAULT.withTesseract(null));
  @TempDir private Path folder;
  private Samples samples;

  @BeforeEach
  void here() {
    samples = new Samples(folder);
  }

  @Test
  void flowingTextMakesPagesOfASheetOfPaper() throws ReadFailure {
    String[] paragraphs = new String[120];
    for (int i = 0; i < paragraphs.length; i += 2) {
      paragraphs[i] = "Normal";
      paragraphs[i + 1] = "Paragraph " + i + " says something that fills a line or two of paper.";
    }

    Document all = read(samples.docx("long.docx", paragraphs));
    Document second = read(samples.docx("long.docx", paragraphs), new PageChoice(List.of(2), null));

    assertThat(all.pages()).hasSize(2);
    assertThat(all.pages()).allMatch(page -> page.text().length() <= 3_000);
    assertThat(second.pages()).containsExactly(all.pages().get(1));
  }

  @Test
  void aTablesRowIsALine() throws ReadFailure {
    String cell = "<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>";
    String two =
        "<w:tc><w:p><w:r><w:t>Ann</w:t></w:r></w:p><w:p><w:r><w:t>Road 1</w:t></w:r></w:p></w:tc>";
    Path file =
        samples.docxOf(
            "table.docx",
            "<w:tbl><w:tr>"
                + cell.formatted("Total")
                + cell.formatted("40 EUR")
                + "</w:tr><w:tr>"
                + two
                + "</w:tr></w:tbl>");

    assertThat(read(file).pages().getFirst().text()).isEqualTo("Total 40 EUR\nAnn\nRoad 1");
  }

  @Test
  void aSheetIsAPage() throws ReadFailure {
    String sheet =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
            + "<c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c><c r=\"B1\"><v>40</v></c></row></sheetData></worksheet>";
    Path file =
        samples.zip(
            "book.xlsx",
            Map.of(
                "[Content_Types].xml",
                TYPES
                    + override("xl/workbook.xml", "spreadsheetml.sheet.main")
                    + override("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet")
                    + override("xl/worksheets/sheet2.xml", "spreadsheetml.worksheet")
                    + "</Types>",
                "_rels/.rels",
                relations("officeDocument", "xl/workbook.xml"),
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
                    + OOXML
                    + "\"><sheets><sheet name=\"May\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"June\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                relations("worksheet", "worksheets/sheet1.xml", "worksheets/sheet2.xml"),
                "xl/worksheets/sheet1.xml",
                sheet.formatted("Rent"),
                "xl/worksheets/sheet2.xml",
                sheet.formatted("Power")));

    Document document = read(file);

    assertThat(document.pages())
        .extracting(Page::text)
        .containsExactly("May\nRent 40", "June\nPower 40");
    assertThat(document.pages().getFirst().lines().getFirst().role()).isEqualTo(Role.HEADING);
  }

  @Test
  void aSlideIsAPage() throws ReadFailure {
    String slide =
        "<p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
            + "<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
            + "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"t\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>"
            + "<p:txBody><a:bodyPr/><a:p><a:r><a:t>%s</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>";
    Path file =
        samples.zip(
            "deck.pptx",
            Map.of(
                "[Content_Types].xml",
                TYPES
                    + override("ppt/presentation.xml", "presentationml.presentation.main")
                    + override("ppt/slides/slide1.xml", "presentationml.slide")
                    + override("ppt/slides/slide2.xml", "presentationml.slide")
                    + "</Types>",
                "_rels/.rels",
                relations("officeDocument", "ppt/presentation.xml"),
                "ppt/presentation.xml",
                "<p:presentation xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:r=\""
                    + OOXML
                    + "\"><p:sldIdLst><p:sldId id=\"257\" r:id=\"r2\"/><p:sldId id=\"256\" r:id=\"r1\"/></p:sldIdLst></p:presentation>",
                "ppt/_rels/presentation.xml.rels",
                relations("slide", "slides/slide1.xml", "slides/slide2.xml"),
                "ppt/slides/slide1.xml",
                slide.formatted("Shown last"),
                "ppt/slides/slide2.xml",
                slide.formatted("Shown first")));

    assertThat(read(file).pages())
        .extracting(Page::text)
        .containsExactly("Shown first", "Shown last");
  }

  @Test
  void openDocumentIsReadInItsThreeKinds() throws ReadFailure {
    Document words =
        read(
            openDocument(
                "text",
                "<text:h>Lease</text:h><text:p>The rent<text:s/>is 900.</text:p>"
                    + "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"));
    Document sheets =
        read(
            openDocument(
                "spreadsheet",
                "<table:table table:name=\"May\"><table:table-row><table:table-cell><text:p>Rent</text:p></table:table-cell>"
                    + "<table:table-cell><text:p>40</text:p></table:table-cell></table:table-row></table:table>"
                    + "<table:table table:name=\"June\"/>"));
    Document slides =
        read(
            openDocument(
                "presentation",
                "<draw:page><text:p>One</text:p><presentation:notes><text:p>note</text:p></presentation:notes></draw:page>"
                    + "<draw:page><text:p>Two</text:p></draw:page>"));

    assertThat(words.pages().getFirst().lines())
        .containsExactly(new Line("Lease", Role.HEADING, null), Line.of("The rent is 900."));
    assertThat(sheets.pages()).extracting(Page::text).containsExactly("May\nRent 40", "June");
    assertThat(slides.pages()).extracting(Page::text).containsExactly("One", "Two");
  }

  @Test
  void aChapterOfABookIsAPage() throws ReadFailure {
    Path file =
        samples.zip(
            "novel.epub",
            Map.of(
                "mimetype", "application/epub+zip",
                "META-INF/container.xml",
                    "<container><rootfiles><rootfile full-path=\"in/book.opf\"/></rootfiles></container>",
                "in/book.opf",
                    "<package xmlns:dc=\"d\"><metadata><dc:title>A Novel</dc:title></metadata><manifest>"
                        + "<item id=\"b\" href=\"b%20two.xhtml\"/><item id=\"a\" href=\"a.xhtml\"/></manifest>"
                        + "<spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>",
                "in/a.xhtml", "<html><body><h1>I</h1><p>It began.</p></body></html>",
                "in/b two.xhtml", "<html><body><p>It ended.</p></body></html>"));

    Document document = read(file);

    assertThat(document.pages())
        .extracting(Page::text)
        .containsExactly("A Novel\nI\nIt began.", "It ended.");
    assertThat(document.pages().getFirst().lines().getFirst().role()).isEqualTo(Role.TITLE);
    assertThat(read(file, new PageChoice(List.of(2), null)).pageCount()).isEqualTo(2);
  }

  @Test
  void rtfIsRead() throws ReadFailure {
    Document document =
        read(samples.text("a.rtf", "{\\rtf1\\ansi Invoice\\par Total \\'80 40\\par}"));

    assertThat(document.mediaType()).isEqualTo("application/rtf");
    assertThat(document.pages().getFirst().text()).isEqualTo("Invoice\nTotal \u20AC 40");
  }

  @Test
  void aMailShowsItsHeadTheFirstOfItsAlternativesAndItsAttachments() throws ReadFailure {
    Path file =
        samples.text(
            "a.eml",
            """
            Received: by example.org
            From: "Ann" <ann@example.org>
            To: bob@example.org
            Subject: =?utf-8?B?UmVjaG51bmcgTcOkcno=?=
            Date: Tue, 3 Mar 2026 10:00:00 +0100
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Gr=FC=DFe
            --a
            Content-Type: text/html

            <b>Never shown</b>
            --a--
            --m
            Content-Type: application/pdf; name="a; b.pdf"
            Content-Disposition: attachment; filename="a; b.pdf"

            JVBERi0=
            --m--
            """);

    Document document = read(file);

    assertThat(document.mediaType()).isEqualTo("message/rfc822");
    assertThat(document.pages().getFirst().lines())
        .containsExactly(
            new Line("Rechnung M\u00E4rz", Role.TITLE, null),
            Line.of("From: \"Ann\" <ann@example.org>"),
            Line.of("To: bob@example.org"),
            Line.of("Date: Tue, 3 Mar 2026 10:00:00 +0100"),
            Line.of("Gr\u00FC\u00DFe"),
            Line.of("Attachment: a; b.pdf"));
  }

  @Test
  void aLetterThatTalksOfHeadersIsNoMail() throws ReadFailure {
    assertThat(read(samples.text("a.txt", "Subject: our meeting\n\nDear Ann,")).mediaType())
        .isEqualTo("text/plain");
  }

  @Test
  void theNameTellsKindsOfTextApart() throws ReadFailure {
    Document markdown = read(samples.text("a.md", "# Minutes\n\n* item"));

    assertThat(markdown.mediaType()).isEqualTo("text/markdown");
    assertThat(markdown.pages().getFirst().lines().getFirst())
        .isEqualTo(new Line("Minutes", Role.HEADING, null));
    assertThat(read(samples.text("a.csv", "date,amount\n1,2")).mediaType()).isEqualTo("text/csv");
    assertThat(read(samples.text("a.html", "<p>a fragment</p>")).mediaType())
        .isEqualTo("text/html");
    assertThat(read(samples.text("a.txt", "<p>a fragment</p>")).mediaType())
        .isEqualTo("text/plain");
  }

  @Test
  void recordsOfXmlAreLines() throws ReadFailure {
    Path file =
        samples.text(
            "a.xml", "<?xml version=\"1.0\"?><r><n>Ann</n><p>Was <b>paid</b> today.</p></r>");

    assertThat(read(file).pages().getFirst().text()).isEqualTo("Ann\nWas paid today.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252", "ISO-8859-1"})
  void europeanTextIsDecoded(String charset) throws ReadFailure {
    String text =
        "Rechnung f\u00FCr M\u00E4rz: 1.000,00 zu zahlen an die B\u00E4ckerei M\u00FCller\n"
            .repeat(3);

    assertThat(
            read(samples.bytes("a.txt", text.getBytes(Charset.forName(charset))))
                .pages()
                .getFirst()
                .text())
        .isEqualTo(text.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shift_JIS", "EUC-JP", "UTF-8"})
  void japaneseTextIsDecoded(String charset) throws ReadFailure {
    String text =
        "\u8ACB\u6C42\u66F8\u306E\u65E5\u4ED8\u306F\u4E09\u6708\u3067\u3059\u3002\u5408\u8A08\u91D1\u984D\u3092\u304A\u652F\u6255\u3044\u304F\u3060\u3055\u3044\u3002\n";

    assertThat(
            read(samples.bytes("a.txt", text.repeat(3).getBytes(Charset.forName(charset))))
                .pages()
                .getFirst()
                .text())
        .startsWith(text.strip());
  }

  @Test
  void anHtmlPageIsDecodedAsItSays() throws ReadFailure {
    String page =
        "<html><head><meta charset=\"windows-1251\"></head><body>\u0421\u0447\u0451\u0442</body></html>";

    assertThat(
            read(samples.bytes("a.html", page.getBytes(Charset.forName("windows-1251"))))
                .pages()
                .getFirst()
                .text())
        .isEqualTo("\u0421\u0447\u0451\u0442");
  }

  private Path openDocument(String kind, String body) {
    String names =
        "xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:draw=\"d\" xmlns:presentation=\"p\"";
    return samples.zip(
        kind,
        Map.of(
            "mimetype", "application/vnd.oasis.opendocument." + kind,
            "content.xml",
                "<office:document-content "
                    + names
                    + "><office:body>"
                    + body
                    + "</office:body></office:document-content>"));
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/%s\" ContentType=\"application/vnd.openxmlformats-officedocument.%s+xml\"/>"
        .formatted(part, type);
  }

  private static String relations(String type, String... targets) {
    StringBuilder all =
        new StringBuilder(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (int i = 0; i < targets.length; i++) {
      all.append(
          "<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i + 1, OOXML, type, targets[i]));
    }
    return all.append("</Relationships>").toString();
  }

  private Document read(Path file) throws ReadFailure {
    return read(file, PageChoice.ALL);
  }

  private Document read(Path file, PageChoice pages) throws ReadFailure {
    return reader.read(
        file, new ReadRequest(file.getFileName().toString(), "en", pages, ReadLimits.DEFAULT));
  }
}
