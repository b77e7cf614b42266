package dev.taxon.reader.text;

import dev.taxon.Line;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.LineBuilder;
import dev.taxon.reader.pages.Pages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** The text of an HTML page as a browser would show it, one page, without running anything. */
public final class Html {
  /** Bytes of markup that are read. What comes behind is left out. */
  private static final int MOST_BYTES = 8 << 20;

  /** Tags, of which each becomes an object of a hundred bytes or two. */
  private static final int MOST_TAGS = 500_000;

  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "template",
          "noscript",
          "iframe",
          "object",
          "head",
          "datalist",
          "audio",
          "video",
          "canvas");
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Pattern HIDING =
      Pattern.compile(
          "(display\\s*:\\s*none|visibility\\s*:\\s*(hidden|collapse)|opacity\\s*:\\s*0*(\\.0+)?\\s*(;|$)"
              + "|font-size\\s*:\\s*0[a-z%]*\\s*(;|!|$))");
  private static final Pattern DECLARED =
      Pattern.compile("<meta[^>]+charset|^\\s*<\\?xml[^>]+encoding", Pattern.CASE_INSENSITIVE);

  private Html() {}

  public static void read(Attempt attempt, Pages pages) throws IOException {
    byte[] bytes;
    try (InputStream in = attempt.open()) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    pages.begin(null);
    read(bytes, null, attempt, new LineBuilder(pages, false));
    if (bytes.length > MOST_BYTES || readable(bytes) < bytes.length) {
      pages.cut();
    }
  }

  /**
   * Adds the text of the page to the lines.
   *
   * @param charset as someone else declared it, such as the mail around it
   */
  public static void read(
      byte[] bytes, @Nullable Charset charset, Attempt attempt, LineBuilder lines)
      throws IOException {
    org.jsoup.nodes.Document document =
        Jsoup.parse(
            new ByteArrayInputStream(bytes, 0, readable(bytes)),
            charset != null ? charset.name() : undeclared(bytes, attempt.request().language()),
            "");
    Element title = document.head().selectFirst("title");
    if (title != null) {
      lines.text(title.wholeText());
      lines.end(Line.Role.TITLE);
    }
    NodeTraversor.filter(new Reading(attempt, lines), document.body());
    lines.end(Line.Role.BODY);
  }

  /** How many of the bytes hold so few tags that their tree fits into memory. */
  private static int readable(byte[] bytes) {
    int tags = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '<' && ++tags > MOST_TAGS) {
        return i;
      }
    }
    return bytes.length;
  }

  /** The charset to assume, or null where the page says it and jsoup will find it. */
  private static @Nullable String undeclared(byte[] bytes, String language) {
    byte[] head = java.util.Arrays.copyOf(bytes, Math.min(bytes.length, 1 << 16));
    String start = new String(head, 0, Math.min(head.length, 4096), StandardCharsets.ISO_8859_1);
    if (DECLARED.matcher(start).find()) {
      return null;
    }
    Charset charset = Encoding.of(head, language);
    return charset == null ? null : charset.name();
  }

  private static final class Reading implements NodeFilter {
    private final Attempt attempt;
    private final LineBuilder lines;

    Reading(Attempt attempt, LineBuilder lines) {
      this.attempt = attempt;
      this.lines = lines;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      attempt.check();
      if (lines.done()) {
        return FilterResult.STOP;
      }
      if (node instanceof TextNode text) {
        if (isPreformatted(text)) {
          lines.preformatted(text.getWholeText());
        } else {
          lines.text(text.getWholeText());
        }
      } else if (node instanceof Element element) {
        if (isUnseen(element)) {
          return FilterResult.SKIP_ENTIRELY;
        }
        if (CELLS.contains(element.normalName())) {
          lines.gap();
        } else if (element.normalName().equals("br")) {
          lines.end(role(element));
        } else if (element.normalName().equals("input") && !element.hasAttr("hidden")) {
          value(element);
        } else if (element.isBlock() && !isInCell(element)) {
          lines.end(Line.Role.BODY);
        } else if (element.isBlock()) {
          lines.gap();
        }
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element && element.isBlock()) {
        if (CELLS.contains(element.normalName()) || isInCell(element)) {
          lines.gap();
        } else {
          lines.end(role(element));
        }
      }
      return FilterResult.CONTINUE;
    }

    private void value(Element input) {
      String type = input.attr("type").toLowerCase(Locale.ROOT);
      if (Set.of("", "text", "email", "tel", "date", "number", "submit", "button").contains(type)) {
        lines.gap();
        lines.text(input.attr("value"));
        lines.gap();
      }
    }

    private static boolean isPreformatted(TextNode text) {
      Element parent = text.parent();
      return parent != null
          && (parent.normalName().equals("pre") || parent.normalName().equals("textarea"));
    }

    /** A paragraph alone in a table's cell does not break the row. */
    private static boolean isInCell(Element element) {
      Element parent = element.parent();
      return parent != null && CELLS.contains(parent.normalName()) && parent.childrenSize() == 1;
    }

    private static Line.Role role(Element element) {
      String name = element.normalName();
      boolean heading =
          name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
      return heading ? Line.Role.HEADING : Line.Role.BODY;
    }

    private static boolean isUnseen(Element element) {
      if (UNSEEN.contains(element.normalName()) || element.hasAttr("hidden")) {
        return true;
      }
      String style = element.attr("style");
      return !style.isEmpty() && HIDING.matcher(style.toLowerCase(Locale.ROOT)).find();
    }
  }
}
