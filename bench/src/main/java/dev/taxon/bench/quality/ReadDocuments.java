package dev.taxon.bench.quality;

import dev.taxon.Box;
import dev.taxon.Document;
import dev.taxon.DocumentReader;
import dev.taxon.Line;
import dev.taxon.Page;
import dev.taxon.PageChoice;
import dev.taxon.ReadFailure;
import dev.taxon.ReadLimits;
import dev.taxon.ReadRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Documents as the product reads them, kept by content and by the reader's own classes: recognizing
 * text in pictures takes minutes, and only a changed reader changes it.
 */
public final class ReadDocuments {
  private static final int PAGES = 5;

  private final DocumentReader reader;
  private final Path kept;
  private final String version;

  /**
   * @param kept a folder of our own
   */
  public ReadDocuments(DocumentReader reader, Path kept) throws IOException {
    this.reader = reader;
    this.kept = Files.createDirectories(kept);
    try {
      version =
          Digest.of(
              Path.of(
                  reader.getClass().getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** The first {@value #PAGES} pages, or null where there is nothing to read. */
  public @Nullable Document read(Path file) throws IOException {
    Path entry = kept.resolve(Digest.of(Digest.of(file), version));
    if (!Files.exists(entry)) {
      Path draft = Files.write(kept.resolve(entry.getFileName() + ".new"), readAnew(file));
      Files.move(draft, entry, StandardCopyOption.ATOMIC_MOVE);
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(entry)))) {
      return in.readBoolean() ? document(in) : null;
    }
  }

  private byte[] readAnew(Path file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      try {
        Document document =
            reader.read(
                file,
                new ReadRequest(
                    file.getFileName().toString(),
                    "en",
                    new PageChoice(null, PAGES),
                    ReadLimits.DEFAULT));
        out.writeBoolean(true);
        write(document, out);
      } catch (ReadFailure nothingToRead) {
        out.writeBoolean(false);
      }
    }
    return bytes.toByteArray();
  }

  private static void write(Document document, DataOutputStream out) throws IOException {
    out.writeUTF(document.mediaType());
    out.writeInt(document.pageCount());
    out.writeBoolean(document.truncated());
    out.writeInt(document.pages().size());
    for (Page page : document.pages()) {
      out.writeInt(page.number());
      out.writeUTF(page.source().name());
      write(page.size(), out);
      out.writeInt(page.lines().size());
      for (Line line : page.lines()) {
        byte[] text = line.text().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
        out.writeUTF(line.role().name());
        write(line.box(), out);
      }
    }
  }

  private static void write(@Nullable Box box, DataOutputStream out) throws IOException {
    out.writeBoolean(box != null);
    if (box != null) {
      out.writeFloat(box.x());
      out.writeFloat(box.y());
      out.writeFloat(box.width());
      out.writeFloat(box.height());
    }
  }

  private static Document document(DataInputStream in) throws IOException {
    String mediaType = in.readUTF();
    int pageCount = in.readInt();
    boolean truncated = in.readBoolean();
    List<Page> pages = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      int number = in.readInt();
      Page.Source source = Page.Source.valueOf(in.readUTF());
      Box size = box(in);
      List<Line> lines = new ArrayList<>();
      for (int more = in.readInt(); more > 0; more--) {
        String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        Line.Role role = Line.Role.valueOf(in.readUTF());
        lines.add(new Line(text, role, box(in)));
      }
      pages.add(new Page(number, lines, source, size));
    }
    return new Document(mediaType, pages, pageCount, truncated);
  }

  private static @Nullable Box box(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new Box(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat())
        : null;
  }
}
