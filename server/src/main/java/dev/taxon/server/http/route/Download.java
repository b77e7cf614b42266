package dev.taxon.server.http.route;

import dev.taxon.server.access.Refused;
import dev.taxon.server.files.FileNames;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Errors;
import dev.taxon.store.StoredFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/** A file's bytes, or a range of them, as a download that no browser opens in place. */
final class Download implements Answer {
  private final StoredFile file;
  private final Path bytes;
  private final Optional<String> range;
  private final Optional<String> ifRange;
  private final boolean withBytes;

  Download(
      StoredFile file,
      Path bytes,
      Optional<String> range,
      Optional<String> ifRange,
      boolean withBytes) {
    this.file = file;
    this.bytes = bytes;
    this.range = range;
    this.ifRange = ifRange;
    this.withBytes = withBytes;
  }

  @Override
  public void writeTo(HttpServletResponse response) throws IOException {
    try (var channel = FileChannel.open(bytes, StandardOpenOption.READ)) {
      long size = channel.size();
      String tag = '"' + Objects.requireNonNull(file.blob()).sha256() + '"';
      ByteRange wanted =
          ifRange.filter(given -> !given.equals(tag)).isPresent()
              ? ByteRange.all(size)
              : ByteRange.parse(range, size);
      if (wanted.isBeyond()) {
        Errors.sentence(416, "The range lies beyond the file's " + size + " bytes")
            .with("Content-Range", "bytes */" + size)
            .writeTo(response);
        return;
      }
      response.setStatus(wanted.isAll() ? 200 : 206);
      // bytes have no charset, but the default content type has one
      response.setCharacterEncoding(null);
      response.setContentType("application/octet-stream");
      response.setContentLengthLong(wanted.length());
      response.setHeader("Content-Disposition", disposition());
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Accept-Ranges", "bytes");
      response.setHeader("ETag", tag);
      if (!wanted.isAll()) {
        response.setHeader("Content-Range", wanted.header());
      }
      if (withBytes) {
        send(channel, wanted, response.getOutputStream());
      }
    } catch (NoSuchFileException e) {
      Errors.answer(Refused.unknown("File"), "").writeTo(response);
    }
  }

  private static void send(FileChannel channel, ByteRange range, OutputStream out)
      throws IOException {
    try (var target = Channels.newChannel(out)) {
      long at = range.first();
      long end = at + range.length();
      while (at < end) {
        at += channel.transferTo(at, end - at, target);
      }
    }
  }

  /** RFC 6266: a plain name for old readers, the whole one for all others. */
  private String disposition() {
    String name = FileNames.lastSegment(file.name()).orElse("download");
    String plain = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
    String whole =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
  }
}
