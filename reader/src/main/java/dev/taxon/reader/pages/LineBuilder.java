package dev.taxon.reader.pages;

import dev.taxon.Line;

/**
 * Puts lines together from the pieces of markup: text is collapsed as a browser does it, elements
 * that break lines end them.
 */
public final class LineBuilder {
  private final Pages pages;
  private final boolean flowing;
  private final StringBuilder line = new StringBuilder();

  /**
   * @param flowing whether the lines flow over pages of {@link Pages#FLOWING_PAGE} characters
   */
  public LineBuilder(Pages pages, boolean flowing) {
    this.pages = pages;
    this.flowing = flowing;
  }

  /** More of this line; line breaks in it are mere space. */
  public void text(String text) {
    if (line.length() > Pages.FLOWING_PAGE * 20) {
      end(Line.Role.BODY);
    }
    line.append(text);
  }

  /** More of this line, in which a line break ends it. */
  public void preformatted(String text) {
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line.append(text, start, i);
        end(Line.Role.BODY);
        start = i + 1;
      }
    }
    line.append(text, start, text.length());
  }

  /** White space, as between the cells of a row. */
  public void gap() {
    line.append(' ');
  }

  /** Ends the line, which was of this role. */
  public void end(Line.Role role) {
    String text = Seen.collapsed(line.toString());
    line.setLength(0);
    if (text.isEmpty()) {
      return;
    }
    if (flowing) {
      pages.flow(text, role);
    } else {
      pages.line(text, role, null);
    }
  }

  public boolean done() {
    return pages.done();
  }
}
