package dev.taxon.reader;

import dev.taxon.Document;
import dev.taxon.DocumentReader;
import dev.taxon.ReadFailure;
import dev.taxon.ReadFailure.Code;
import dev.taxon.ReadRequest;
import dev.taxon.reader.ocr.PictureFile;
import dev.taxon.reader.ocr.Tesseract;
import dev.taxon.reader.office.Book;
import dev.taxon.reader.office.Office;
import dev.taxon.reader.office.OpenDocument;
import dev.taxon.reader.office.Outlook;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.Pages;
import dev.taxon.reader.pages.Refused;
import dev.taxon.reader.pdf.Pdf;
import dev.taxon.reader.text.Html;
import dev.taxon.reader.text.Mail;
import dev.taxon.reader.text.PlainText;
import dev.taxon.reader.text.Xml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads PDF, office documents, mails, HTML, text and pictures. What a file is is told by its bytes;
 * what a page is in each format is told by {@code docs/reading.md}.
 *
 * <pre>{@code
 * DocumentReader reader = new FileReader(ReaderSettings.DEFAULT);
 * }</pre>
 *
 * <p>Each call comes back by the request's deadline, whatever the parser does. A reading that
 * cannot be ended is counted until it ends; when {@link ReaderSettings#stuck()} of them hang,
 * further files are refused rather than more threads lost. Cheap to build and to keep, without
 * anything to close; the libraries are loaded when the first file of their kind is read.
 */
public final class FileReader implements DocumentReader {
  private final ReaderSettings settings;
  private final Tesseract tesseract;
  private final ReadingThreads threads = new ReadingThreads();

  public FileReader(ReaderSettings settings) {
    this.settings = settings;
    this.tesseract = new Tesseract(settings.tesseract());
  }

  @Override
  public Document read(Path file, ReadRequest request) throws ReadFailure {
    if (threads.stuck() >= settings.stuck()) {
      throw new ReadFailure(
          Code.ENGINE_ERROR,
          "%d earlier files still hold the reader beyond their time; restart the service."
              .formatted(threads.stuck()));
    }
    Attempt attempt = new Attempt(file, request, System.nanoTime());
    AtomicReference<FileType> type = new AtomicReference<>();
    try {
      return threads.run(attempt, () -> open(attempt, type));
    } catch (TimeoutException e) {
      throw outOfTime(request);
    } catch (ExecutionException e) {
      throw attempt.timeIsUp() ? outOfTime(request) : failure(e.getCause(), type.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReadFailure(Code.ENGINE_ERROR, "Reading was stopped before it ended.", e);
    }
  }

  private Document open(Attempt attempt, AtomicReference<FileType> found)
      throws ReadFailure, IOException {
    ReadRequest request = attempt.request();
    checkSize(Files.size(attempt.file()), request);
    FileType type = TypeDetector.detect(attempt);
    found.set(type);
    Pages pages = new Pages(request.pages(), request.limits());
    switch (type.format()) {
      case PDF -> {
        return new Pdf(attempt, tesseract, settings.ocrDpi(), settings.pixels(), pages).read();
      }
      case TEXT -> PlainText.read(attempt, type.charset(), false, pages);
      case MARKDOWN -> PlainText.read(attempt, type.charset(), true, pages);
      case HTML -> Html.read(attempt, pages);
      case WORDS -> Office.read(attempt, Office.Kind.WORDS, pages);
      case SHEETS -> Office.read(attempt, Office.Kind.SHEETS, pages);
      case SLIDES -> Office.read(attempt, Office.Kind.SLIDES, pages);
      case OLD_WORDS -> Office.read(attempt, Office.Kind.OLD_WORDS, pages);
      case OLD_SHEETS -> Office.read(attempt, Office.Kind.OLD_SHEETS, pages);
      case OLD_SLIDES -> Office.read(attempt, Office.Kind.OLD_SLIDES, pages);
      case RTF -> Office.read(attempt, Office.Kind.RTF, pages);
      case MAIL -> Mail.read(attempt, pages);
      case XML -> Xml.read(attempt, pages);
      case OUTLOOK -> Outlook.read(attempt, pages);
      case OPEN_WORDS -> OpenDocument.read(attempt, OpenDocument.Kind.WORDS, pages);
      case OPEN_SHEETS -> OpenDocument.read(attempt, OpenDocument.Kind.SHEETS, pages);
      case OPEN_SLIDES -> OpenDocument.read(attempt, OpenDocument.Kind.SLIDES, pages);
      case BOOK -> {
        int pageCount = Book.read(attempt, pages);
        return pages.document(type.mediaType(), pageCount);
      }
      case PICTURE -> {
        PictureFile picture = new PictureFile(attempt, tesseract, settings.pixels(), pages);
        int pageCount = picture.read(type.mediaType());
        return pages.document(type.mediaType(), pageCount);
      }
    }
    return pages.document(type.mediaType(), 0);
  }

  private static void checkSize(long bytes, ReadRequest request) throws ReadFailure {
    if (bytes == 0) {
      throw new ReadFailure(Code.NO_DATA_FOUND_IN_FILE, "The file is empty.");
    }
    if (bytes > request.limits().bytes()) {
      throw new ReadFailure(
          Code.DOCUMENT_TOO_LARGE,
          "The file has %,d bytes, but the limit is %,d."
              .formatted(bytes, request.limits().bytes()));
    }
  }

  private static ReadFailure outOfTime(ReadRequest request) {
    return new ReadFailure(
        Code.TIMEOUT, "Reading took longer than %s.".formatted(inWords(request.limits().time())));
  }

  private static String inWords(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    return seconds == 1 ? "a second" : seconds + " seconds";
  }

  private static ReadFailure failure(@Nullable Throwable thrown, @Nullable FileType type) {
    Throwable cause = thrown;
    for (Throwable inner = thrown; inner != null; inner = inner.getCause()) {
      // Parsers wrap what passes through them.
      if (inner instanceof Refused || inner instanceof Error) {
        cause = inner;
        break;
      }
    }
    return switch (cause) {
      case null -> damaged(null, type);
      case ReadFailure failure -> failure;
      case Refused refused -> refused.failure();
      case StackOverflowError e ->
          new ReadFailure(
              Code.DOCUMENT_TOO_LARGE, "The file nests its parts too deeply to be read.", e);
      case OutOfMemoryError e ->
          new ReadFailure(
              Code.DOCUMENT_TOO_LARGE, "Reading the file needs more memory than there is.", e);
      default -> damaged(cause, type);
    };
  }

  private static ReadFailure damaged(@Nullable Throwable cause, @Nullable FileType type) {
    if (type == null) {
      return new ReadFailure(Code.ENGINE_ERROR, "The stored file cannot be opened.", cause);
    }
    return type.format() == FileType.Format.PDF
        ? new ReadFailure(
            Code.PDF_IS_BROKEN,
            "The PDF is damaged and cannot be read; save or print it to PDF again.",
            cause)
        : new ReadFailure(
            Code.NO_DATA_FOUND_IN_FILE,
            "The %s is damaged and cannot be read.".formatted(type.format().called()),
            cause);
  }
}
