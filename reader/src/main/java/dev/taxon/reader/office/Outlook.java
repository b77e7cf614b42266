package dev.taxon.reader.office;

import dev.taxon.Line;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.LineBuilder;
import dev.taxon.reader.pages.Pages;
import dev.taxon.reader.text.Html;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** An Outlook message as one page, in the same order as any other mail. */
public final class Outlook {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private Outlook() {}

  /** A property of the message, which it may lack. */
  private interface Property<T> {
    @Nullable T value() throws ChunkNotFoundException;
  }

  public static void read(Attempt attempt, Pages pages) throws IOException {
    pages.begin(null);
    LineBuilder lines = new LineBuilder(pages, false);
    try (POIFSFileSystem ole = attempt.closing(new POIFSFileSystem(attempt.file().toFile(), true));
        MAPIMessage message = new MAPIMessage(ole)) {
      message.setReturnNullOnMissingChunk(true);
      message.guess7BitEncoding();
      add(lines, "", text(message::getSubject), Line.Role.TITLE);
      add(lines, "From: ", text(message::getDisplayFrom), Line.Role.BODY);
      add(lines, "To: ", text(message::getDisplayTo), Line.Role.BODY);
      add(lines, "Cc: ", text(message::getDisplayCC), Line.Role.BODY);
      Calendar date = value(message::getMessageDate);
      if (date != null) {
        Instant moment = date.toInstant();
        add(lines, "Date: ", DATE.format(moment), Line.Role.BODY);
      }
      body(message, attempt, lines);
      for (AttachmentChunks attachment : message.getAttachmentFiles()) {
        attempt.check();
        String name = fileName(attachment);
        add(lines, "Attachment: ", name, Line.Role.BODY);
      }
    }
  }

  private static void body(MAPIMessage message, Attempt attempt, LineBuilder lines)
      throws IOException {
    String plain = text(message::getTextBody);
    if (!plain.isBlank()) {
      lines.preformatted(plain);
      lines.end(Line.Role.BODY);
      return;
    }
    String html = text(message::getHtmlBody);
    if (!html.isBlank()) {
      Html.read(html.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, attempt, lines);
    }
  }

  private static void add(LineBuilder lines, String label, String text, Line.Role role) {
    if (!text.isBlank()) {
      lines.text(label + text);
      lines.end(role);
    }
  }

  private static String fileName(AttachmentChunks attachment) {
    if (attachment.getAttachLongFileName() != null) {
      return attachment.getAttachLongFileName().getValue();
    }
    return attachment.getAttachFileName() == null ? "" : attachment.getAttachFileName().getValue();
  }

  private static String text(Property<String> property) {
    String value = value(property);
    return value == null ? "" : value;
  }

  private static <T> @Nullable T value(Property<T> property) {
    try {
      return property.value();
    } catch (ChunkNotFoundException e) {
      return null;
    }
  }
}
