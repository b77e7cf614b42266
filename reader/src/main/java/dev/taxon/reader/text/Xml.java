package dev.taxon.reader.text;

import dev.taxon.Line;
import dev.taxon.ReadFailure;
import dev.taxon.ReadFailure.Code;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.LineBuilder;
import dev.taxon.reader.pages.Pages;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The text of an XML file as one page. Where nothing stands between two tags a line ends, so that
 * records become lines and marked words stay in their sentence. What the file asks to load from
 * elsewhere is never loaded.
 */
public final class Xml {
  private Xml() {}

  public static void read(Attempt attempt, Pages pages) throws IOException, ReadFailure {
    pages.begin(null);
    LineBuilder lines = new LineBuilder(pages, false);
    try (InputStream in = attempt.open()) {
      parse(in, new Records(attempt, lines));
    } catch (SAXException e) {
      if (isOverLimit(e)) {
        throw new ReadFailure(
            Code.DOCUMENT_TOO_LARGE,
            "The XML file grows beyond measure by its entities or depth; it is refused.",
            e);
      }
      // Behind a mistake nothing can be told apart; what came before it was there to be read.
      lines.end(Line.Role.BODY);
      if (pages.isEmpty()) {
        throw new IOException(e);
      }
    }
  }

  /** Parses with everything off that reaches outside of the file. */
  public static void parse(InputStream in, DefaultHandler handler)
      throws IOException, SAXException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      XMLReader reader = factory.newSAXParser().getXMLReader();
      reader.setContentHandler(handler);
      reader.setErrorHandler(handler);
      reader.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      reader.parse(new InputSource(in));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The parser's own limits carry these numbers in every language. */
  private static boolean isOverLimit(SAXException e) {
    return e.getMessage() != null && e.getMessage().contains("JAXP0001");
  }

  private static final class Records extends DefaultHandler {
    private final Attempt attempt;
    private final LineBuilder lines;
    private boolean text;
    private boolean closed;

    Records(Attempt attempt, LineBuilder lines) {
      this.attempt = attempt;
      this.lines = lines;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      attempt.check();
      if (!text) {
        lines.end(Line.Role.BODY);
      }
      text = false;
      closed = false;
    }

    @Override
    public void endElement(String uri, String local, String name) {
      if (!text && closed) {
        lines.end(Line.Role.BODY);
      }
      text = false;
      closed = true;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      attempt.check();
      String piece = new String(characters, start, length);
      text |= !piece.isBlank();
      lines.text(piece);
    }

    @Override
    public void endDocument() {
      lines.end(Line.Role.BODY);
    }
  }
}
