package dev.taxon.reader;

import dev.taxon.ReadFailure;
import dev.taxon.ReadFailure.Code;
import dev.taxon.reader.FileType.Format;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.mime.MediaType;

/** Looks into the two containers that many formats share, and refuses bombs at the door. */
final class Containers {
  private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
  private static final String ODF = "application/vnd.oasis.opendocument.";

  /** XML of office documents packs to a tenth or so; a hundredth is made to hurt. */
  private static final long WORST_RATIO = 100;

  private static final long HARMLESS_BYTES = 4L << 20;

  /** Slides become objects, some ten times as large; everything else is read as a stream. */
  private static final long MOST_SLIDE_BYTES = 24L << 20;

  /** Never unpacked; an even picture packs well. */
  private static final Pattern PICTURE =
      Pattern.compile("\\.(bmp|emf|wmf|tiff?|png|jpe?g|gif)$", Pattern.CASE_INSENSITIVE);

  private Containers() {}

  static FileType zip(Attempt attempt) throws IOException, ReadFailure {
    Set<String> names = new HashSet<>();
    String declared = "";
    try (ZipFile zip = attempt.closing(new ZipFile(attempt.file().toFile()))) {
      long unpacked = 0;
      long slides = 0;
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        attempt.check();
        ZipEntry entry = entries.nextElement();
        names.add(entry.getName());
        if (PICTURE.matcher(entry.getName()).find()) {
          continue;
        }
        unpacked += Math.max(0, entry.getSize());
        slides += entry.getName().startsWith("ppt/") ? Math.max(0, entry.getSize()) : 0;
        if (isBomb(entry) || unpacked > attempt.request().limits().bytes()) {
          throw Refused.bomb().failure();
        }
      }
      if (slides > MOST_SLIDE_BYTES) {
        throw new ReadFailure(
            Code.DOCUMENT_TOO_LARGE,
            "The slides unpack to %,d bytes, but the limit is %,d."
                .formatted(slides, MOST_SLIDE_BYTES));
      }
      ZipEntry mimetype = zip.getEntry("mimetype");
      if (mimetype != null) {
        try (InputStream in = zip.getInputStream(mimetype)) {
          declared = new String(in.readNBytes(100), StandardCharsets.US_ASCII).strip();
        }
      }
    } catch (ZipException e) {
      throw damaged(e);
    }
    return zip(names, declared);
  }

  private static boolean isBomb(ZipEntry entry) {
    return entry.getSize() > HARMLESS_BYTES
        && entry.getSize() / WORST_RATIO > Math.max(1, entry.getCompressedSize());
  }

  private static FileType zip(Set<String> names, String declared) throws ReadFailure {
    if (declared.equals("application/epub+zip")) {
      return new FileType(declared, Format.BOOK);
    }
    if (declared.startsWith(ODF)) {
      String kind = declared.substring(ODF.length());
      Format format =
          kind.startsWith("spreadsheet")
              ? Format.OPEN_SHEETS
              : kind.startsWith("presentation") ? Format.OPEN_SLIDES : Format.OPEN_WORDS;
      return new FileType(declared, format);
    }
    if (names.contains("[Content_Types].xml")) {
      if (names.stream().anyMatch(name -> name.startsWith("word/document"))) {
        return new FileType(OOXML + "wordprocessingml.document", Format.WORDS);
      }
      if (names.stream().anyMatch(name -> name.startsWith("xl/workbook"))) {
        return new FileType(OOXML + "spreadsheetml.sheet", Format.SHEETS);
      }
      if (names.stream().anyMatch(name -> name.startsWith("ppt/presentation"))) {
        return new FileType(OOXML + "presentationml.presentation", Format.SLIDES);
      }
      throw damaged(null);
    }
    throw new ReadFailure(
        Code.UNSUPPORTED_FILE_TYPE,
        "The file is a ZIP archive; upload the documents in it one by one.");
  }

  static FileType ole(Attempt attempt) throws IOException, ReadFailure {
    try (POIFSFileSystem ole =
        attempt.closing(new POIFSFileSystem(attempt.file().toFile(), true))) {
      Set<String> names = new HashSet<>();
      for (Entry entry : ole.getRoot()) {
        names.add(entry.getName());
      }
      MediaType type = POIFSContainerDetector.detect(names, ole.getRoot());
      return switch (type.getSubtype()) {
        case "msword" -> new FileType("application/msword", Format.OLD_WORDS);
        case "vnd.ms-excel" -> new FileType("application/vnd.ms-excel", Format.OLD_SHEETS);
        case "vnd.ms-powerpoint" ->
            new FileType("application/vnd.ms-powerpoint", Format.OLD_SLIDES);
        case "vnd.ms-outlook" -> new FileType("application/vnd.ms-outlook", Format.OUTLOOK);
        case "x-tika-ooxml-protected", "x-tika-ole-drm-encrypted" ->
            throw new ReadFailure(
                Code.UNSUPPORTED_FILE_TYPE,
                "The document is protected with a password; save a copy without one.");
        default ->
            throw new ReadFailure(
                Code.UNSUPPORTED_FILE_TYPE,
                "Files of type %s cannot be read; save it as PDF.".formatted(type));
      };
    } catch (IOException | RuntimeException e) {
      attempt.check();
      throw damaged(e);
    }
  }

  private static ReadFailure damaged(@org.jspecify.annotations.Nullable Exception cause) {
    return new ReadFailure(
        Code.NO_DATA_FOUND_IN_FILE,
        "The document is damaged and cannot be read; open and save it again.",
        cause);
  }
}
