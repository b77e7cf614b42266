package dev.taxon.reader.office;

import dev.taxon.Line;
import dev.taxon.ReadFailure;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.LineBuilder;
import dev.taxon.reader.pages.Pages;
import dev.taxon.reader.text.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * OpenDocument's text, spreadsheets and presentations, from the one XML file that holds the
 * content. Read here and not through Tika, which tells neither sheets nor slides apart.
 */
public final class OpenDocument {
  /** What a page is in the file. */
  public enum Kind {
    WORDS,
    SHEETS,
    SLIDES
  }

  private OpenDocument() {}

  public static void read(Attempt attempt, Kind kind, Pages pages) throws IOException, ReadFailure {
    try (ZipFile zip = attempt.closing(new ZipFile(attempt.file().toFile()))) {
      ZipEntry manifest = zip.getEntry("META-INF/manifest.xml");
      if (manifest != null) {
        refuseEncrypted(attempt, zip, manifest);
      }
      ZipEntry content = zip.getEntry("content.xml");
      if (content == null) {
        throw new IOException("no content.xml");
      }
      try (InputStream in = attempt.watched(zip.getInputStream(content))) {
        Xml.parse(in, new Content(attempt, kind, pages));
      }
    } catch (Xhtml.Enough e) {
      // The chosen pages are complete.
    } catch (SAXException e) {
      throw new IOException(e);
    }
  }

  private static void refuseEncrypted(Attempt attempt, ZipFile zip, ZipEntry manifest)
      throws IOException, ReadFailure, SAXException {
    Set<String> names = new HashSet<>();
    try (InputStream in = attempt.watched(zip.getInputStream(manifest))) {
      Xml.parse(
          in,
          new DefaultHandler() {
            @Override
            public void startElement(String uri, String name, String full, Attributes attributes) {
              names.add(name);
            }
          });
    }
    if (names.contains("encryption-data")) {
      throw Office.isProtected(new IOException("encryption-data in the manifest"));
    }
  }

  private static final class Content extends DefaultHandler {
    /** Not shown on the page: notes beside it, deleted text, and what defines how it looks. */
    private static final Set<String> UNSEEN =
        Set.of(
            "tracked-changes",
            "notes",
            "annotation",
            "automatic-styles",
            "scripts",
            "forms",
            "desc");

    private final Attempt attempt;
    private final Kind kind;
    private final Pages pages;
    private final LineBuilder lines;
    private int unseen;
    private int cells;
    private int paragraphs;
    private int tables;
    private int level;

    Content(Attempt attempt, Kind kind, Pages pages) {
      this.attempt = attempt;
      this.kind = kind;
      this.pages = pages;
      this.lines = new LineBuilder(pages, kind == Kind.WORDS);
      if (kind == Kind.WORDS) {
        pages.begin(null);
      }
    }

    @Override
    public void startElement(String uri, String name, String full, Attributes attributes) {
      attempt.check();
      if (pages.done()) {
        throw new Xhtml.Enough();
      }
      if (unseen > 0 || UNSEEN.contains(name)) {
        unseen++;
        return;
      }
      switch (name) {
        case "table" -> {
          if (tables++ == 0 && kind == Kind.SHEETS) {
            page();
            lines.text(attribute(attributes, "name"));
            lines.end(Line.Role.HEADING);
          }
        }
        case "page" -> {
          if (kind == Kind.SLIDES) {
            page();
          }
        }
        case "table-cell" -> {
          cells++;
          paragraphs = 0;
        }
        case "p" -> {
          if (cells > 0 && paragraphs++ > 0) {
            lines.end(Line.Role.BODY);
          }
        }
        case "s", "tab" -> lines.gap();
        case "line-break" -> endLine(Line.Role.BODY);
        case "h" -> level++;
        default -> {}
      }
    }

    @Override
    public void endElement(String uri, String name, String full) {
      if (unseen > 0) {
        unseen--;
        return;
      }
      switch (name) {
        case "table" -> tables--;
        case "table-cell" -> {
          cells--;
          lines.gap();
        }
        case "h" -> {
          level--;
          endLine(Line.Role.HEADING);
        }
        case "p" -> endLine(level > 0 ? Line.Role.HEADING : Line.Role.BODY);
        case "table-row" -> lines.end(Line.Role.BODY);
        default -> {}
      }
    }

    @Override
    public void characters(char[] text, int start, int length) {
      attempt.check();
      if (unseen == 0) {
        lines.text(new String(text, start, length));
      }
    }

    @Override
    public void endDocument() {
      lines.end(Line.Role.BODY);
    }

    private void page() {
      lines.end(Line.Role.BODY);
      pages.begin(null);
    }

    /** A row of a table is one line, as long as its cells have one paragraph each. */
    private void endLine(Line.Role role) {
      if (cells > 0) {
        lines.gap();
      } else {
        lines.end(role);
      }
    }

    private static String attribute(Attributes attributes, String name) {
      for (int i = 0; i < attributes.getLength(); i++) {
        if (attributes.getLocalName(i).equals(name)) {
          return attributes.getValue(i);
        }
      }
      return "";
    }
  }
}
