package dev.taxon.reader.office;

import dev.taxon.ReadFailure;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.Pages;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Microsoft's formats of both generations, and RTF, through Tika. Parsers are made by hand, so that
 * nothing searches the class path; documents inside the document are not opened.
 */
public final class Office {
  /** What a file is, as far as reading it differs. */
  public enum Kind {
    WORDS,
    SHEETS,
    SLIDES,
    /** Words of the generation before 2007, as OLE. */
    OLD_WORDS,
    OLD_SHEETS,
    OLD_SLIDES,
    RTF
  }

  private Office() {}

  public static void read(Attempt attempt, Kind kind, Pages pages) throws ReadFailure, IOException {
    Parser parser =
        switch (kind) {
          case WORDS, SHEETS, SLIDES -> new OOXMLParser();
          case OLD_WORDS, OLD_SHEETS, OLD_SLIDES -> new OfficeParser();
          case RTF -> new RTFParser();
        };
    Xhtml.Paging paging =
        switch (kind) {
          case WORDS, OLD_WORDS, RTF -> Xhtml.Paging.FLOWING;
          case SHEETS, OLD_SHEETS -> Xhtml.Paging.SHEETS;
          case SLIDES, OLD_SLIDES -> Xhtml.Paging.SLIDES;
        };
    try (TikaInputStream in = TikaInputStream.get(attempt.file())) {
      attempt.closing(in);
      parser.parse(in, new Xhtml(attempt, pages, paging), new Metadata(), context());
    } catch (Xhtml.Enough e) {
      // The chosen pages are complete.
    } catch (EncryptedDocumentException | org.apache.poi.EncryptedDocumentException e) {
      throw isProtected(e);
    } catch (SAXException | TikaException e) {
      if (e.getCause() instanceof EncryptedDocumentException
          || e.getCause() instanceof org.apache.poi.EncryptedDocumentException) {
        throw isProtected(e);
      }
      throw new IOException(e);
    }
  }

  static ReadFailure isProtected(Exception cause) {
    return new ReadFailure(
        ReadFailure.Code.UNSUPPORTED_FILE_TYPE,
        "The document is protected with a password; save a copy without one.",
        cause);
  }

  private static ParseContext context() {
    OfficeParserConfig config = new OfficeParserConfig();
    config.setUseSAXDocxExtractor(true);
    config.setIncludeSlideNotes(false);
    config.setIncludeSlideMasterContent(false);
    ParseContext context = new ParseContext();
    context.set(OfficeParserConfig.class, config);
    context.set(EmbeddedDocumentExtractor.class, new NothingInside());
    return context;
  }

  private static final class NothingInside implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
  }
}
