package dev.taxon.reader.office;

import dev.taxon.Line;
import dev.taxon.ReadFailure;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.LineBuilder;
import dev.taxon.reader.pages.Pages;
import dev.taxon.reader.text.Html;
import dev.taxon.reader.text.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An EPUB book: a page is one of the files that its reading order names, mostly a chapter. */
public final class Book {
  private static final int MOST_BYTES_OF_A_CHAPTER = 8 << 20;

  private Book() {}

  /** Returns how many pages the book has. */
  public static int read(Attempt attempt, Pages pages) throws IOException, ReadFailure {
    try (ZipFile zip = attempt.closing(new ZipFile(attempt.file().toFile()))) {
      Contents contents = contents(attempt, zip);
      for (int number : pages.chosen(contents.chapters().size())) {
        attempt.check();
        pages.begin(number, null, dev.taxon.Page.Source.TEXT);
        LineBuilder lines = new LineBuilder(pages, false);
        if (number == 1) {
          lines.text(contents.title());
          lines.end(Line.Role.TITLE);
        }
        ZipEntry chapter = zip.getEntry(contents.chapters().get(number - 1));
        if (chapter != null) {
          Html.read(bytes(attempt, zip, chapter), null, attempt, lines);
        }
        if (pages.done()) {
          break;
        }
      }
      return contents.chapters().size();
    } catch (SAXException e) {
      throw new IOException(e);
    }
  }

  private static byte[] bytes(Attempt attempt, ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = attempt.watched(zip.getInputStream(entry))) {
      return in.readNBytes(MOST_BYTES_OF_A_CHAPTER);
    }
  }

  /** Title, and the names of the chapters' files in reading order. */
  private record Contents(String title, List<String> chapters) {}

  private static Contents contents(Attempt attempt, ZipFile zip) throws IOException, SAXException {
    List<String> roots = new ArrayList<>();
    parse(
        attempt,
        zip,
        "META-INF/container.xml",
        new DefaultHandler() {
          @Override
          public void startElement(String uri, String name, String full, Attributes attributes) {
            if (name.equals("rootfile") && attributes.getValue("full-path") != null) {
              roots.add(attributes.getValue("full-path"));
            }
          }
        });
    if (roots.isEmpty()) {
      throw new IOException("no rootfile");
    }
    PackageFile found = new PackageFile();
    parse(attempt, zip, roots.getFirst(), found);
    List<String> chapters = new ArrayList<>();
    for (String id : found.spine) {
      String href = found.items.get(id);
      if (href != null) {
        chapters.add(resolved(roots.getFirst(), href));
      }
    }
    return new Contents(found.title.toString(), chapters);
  }

  private static void parse(Attempt attempt, ZipFile zip, String name, DefaultHandler handler)
      throws IOException, SAXException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("no " + name);
    }
    try (InputStream in = attempt.watched(zip.getInputStream(entry))) {
      Xml.parse(in, handler);
    }
  }

  /** The entry's name for a reference in the package file; entries are only looked up by name. */
  private static String resolved(String root, String href) throws IOException {
    try {
      String base = root.substring(0, root.lastIndexOf('/') + 1);
      String path =
          URI.create("/" + base.replace(" ", "%20")).resolve(href.replace(" ", "%20")).getPath();
      return path == null ? href : path.substring(1);
    } catch (IllegalArgumentException e) {
      return URLDecoder.decode(href, StandardCharsets.UTF_8);
    }
  }

  private static final class PackageFile extends DefaultHandler {
    private final Map<String, String> items = new HashMap<>();
    private final List<String> spine = new ArrayList<>();
    private final StringBuilder title = new StringBuilder();
    private boolean inTitle;

    @Override
    public void startElement(String uri, String name, String full, Attributes attributes) {
      String id = attributes.getValue("id");
      String href = attributes.getValue("href");
      String reference = attributes.getValue("idref");
      if (name.equals("item") && id != null && href != null) {
        items.put(id, href);
      } else if (name.equals("itemref") && reference != null) {
        spine.add(reference);
      }
      inTitle = name.equals("title") && title.isEmpty();
    }

    @Override
    public void endElement(String uri, String name, String full) {
      inTitle = false;
    }

    @Override
    public void characters(char[] text, int start, int length) {
      if (inTitle) {
        title.append(text, start, length);
      }
    }
  }
}
