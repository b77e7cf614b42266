package dev.taxon.reader.office;

import dev.taxon.Line;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.LineBuilder;
import dev.taxon.reader.pages.Pages;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes the XHTML that Tika makes of a document and turns it into lines and pages. Throws {@link
 * Enough} when nothing that follows can matter.
 */
final class Xhtml extends DefaultHandler {
  /** How the XHTML of a format shows where a page begins. */
  enum Paging {
    /** Not at all: text flows. */
    FLOWING,
    /** A {@code div} of class {@code slide} or {@code slide-content}. */
    SLIDES,
    /** A {@code div} of class {@code page} or {@code sheet}. */
    SHEETS
  }

  /** Nothing more is needed. */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough was read", null, false, false);
    }
  }

  private static final Set<String> BLOCKS =
      Set.of("p", "div", "li", "tr", "table", "br", "ul", "ol", "body", "blockquote", "pre");

  private final Attempt attempt;
  private final Pages pages;
  private final Paging paging;
  private final LineBuilder lines;
  private int cells;
  private int paragraphs;
  private int head;
  private int unseen;
  private boolean slides;
  private Line.Role role = Line.Role.BODY;

  Xhtml(Attempt attempt, Pages pages, Paging paging) {
    this.attempt = attempt;
    this.pages = pages;
    this.paging = paging;
    this.lines = new LineBuilder(pages, paging == Paging.FLOWING);
    if (paging == Paging.FLOWING) {
      pages.begin(null);
    }
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    attempt.check();
    if (pages.done()) {
      throw new Enough();
    }
    if (unseen > 0 || "glossary".equals(attributes.getValue("class"))) {
      unseen++;
      return;
    }
    String kind = attributes.getValue("class") == null ? "" : attributes.getValue("class");
    if (beginsPage(name, kind)) {
      lines.end(Line.Role.BODY);
      pages.begin(null);
    }
    switch (name) {
      case "head" -> head++;
      case "td", "th" -> {
        cells++;
        paragraphs = 0;
        lines.gap();
      }
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        lines.end(Line.Role.BODY);
        role = kind.equals("title") ? Line.Role.TITLE : Line.Role.HEADING;
      }
      default -> startBlock(name);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    if (unseen > 0) {
      unseen--;
      return;
    }
    switch (name) {
      case "head" -> head--;
      case "td", "th" -> {
        cells--;
        lines.gap();
      }
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        lines.end(role);
        role = Line.Role.BODY;
      }
      default -> endBlock(name);
    }
  }

  @Override
  public void characters(char[] text, int start, int length) {
    attempt.check();
    if (head > 0 || unseen > 0) {
      return;
    }
    if (length == 1 && text[start] == '\n') {
      // How paragraphs inside of cells and controls are told.
      lines.end(role);
    } else {
      lines.text(new String(text, start, length));
    }
  }

  @Override
  public void ignorableWhitespace(char[] text, int start, int length) {
    lines.gap();
  }

  @Override
  public void endDocument() {
    lines.end(role);
  }

  /** A row of a table is one line, as long as its cells have one paragraph each. */
  private void startBlock(String name) {
    if (cells > 0 && name.equals("p") && paragraphs++ == 0) {
      lines.gap();
    } else if (BLOCKS.contains(name)) {
      lines.end(role);
    }
  }

  private void endBlock(String name) {
    if (cells > 0 && name.equals("p")) {
      lines.gap();
    } else if (BLOCKS.contains(name)) {
      lines.end(role);
    }
  }

  private boolean beginsPage(String name, String kind) {
    if (!name.equals("div")) {
      return false;
    }
    slides |= kind.equals("slide");
    return switch (paging) {
      case FLOWING -> false;
      // The older generation has both, one inside the other.
      case SLIDES -> kind.equals("slide") || (kind.equals("slide-content") && !slides);
      case SHEETS -> kind.equals("page") || kind.equals("sheet");
    };
  }
}
