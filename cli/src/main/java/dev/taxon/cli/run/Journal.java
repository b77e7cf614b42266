package dev.taxon.cli.run;

import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.rows.Row;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of results that a later run goes on with: a row a line as JSON, with digests of what was
 * read and of the rules. A row is in the file as soon as it is known, so that it outlives whatever
 * ends the run; when the run is over, the rows are put in order. Safe for use by many threads.
 */
final class Journal implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What every line begins with. */
  private static final String BEGINNING = "{\"file\":";

  /**
   * One line.
   *
   * @param content digest of the file's bytes
   * @param rules digest of the rules
   */
  private record Entry(Row row, String content, String rules) {
    String line() {
      var fields = new LinkedHashMap<String, @Nullable Object>();
      fields.put("file", row.file());
      fields.put("type", row.type());
      fields.put("confidence", row.confidence());
      fields.put("reasoning", row.reasoning());
      fields.put("error", row.error());
      fields.put("content", content);
      fields.put("rules", rules);
      return JSON.writeValueAsString(fields) + "\n";
    }

    static Entry of(JsonNode line) {
      String error = line.path("error").asString(null);
      String file = line.path("file").asString("");
      Row row =
          error == null
              ? new Row(
                  file,
                  line.path("type").asString(null),
                  line.path("confidence").asDouble(0),
                  line.path("reasoning").asString(""),
                  null)
              : Row.failed(file, error);
      return new Entry(row, line.path("content").asString(""), line.path("rules").asString(""));
    }
  }

  private final Path file;
  private final String rules;
  private final Map<String, Entry> byContent = new HashMap<>();
  private final LinkedHashMap<String, Entry> byFile = new LinkedHashMap<>();
  private final Writer writer;
  private @Nullable IOException broken;

  private Journal(Path file, String rules, List<Entry> entries) {
    this.file = file;
    this.rules = rules;
    for (Entry entry : entries) {
      byFile.put(entry.row().file(), entry);
      // what failed is tried again
      if (entry.rules().equals(rules) && !entry.row().isFailed()) {
        byContent.put(entry.content(), entry);
      }
    }
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      refuseSecond(file, channel);
      writer = Channels.newWriter(channel, StandardCharsets.UTF_8);
      if (Files.size(file) > 0 && !endsWithLine(file)) {
        writer.write('\n');
      }
    } catch (IOException e) {
      throw new Failure(Exit.FAILED, file + " cannot be written", "--resume", null);
    }
  }

  /** Two runs that kept their rows in one file would lose some of both. */
  private static void refuseSecond(Path file, FileChannel channel) throws IOException {
    boolean mine;
    try {
      mine = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      mine = false;
    }
    if (!mine) {
      channel.close();
      throw new Failure(
          Exit.FAILED,
          "another run keeps its rows in " + file + " at this moment",
          "--resume",
          "wait for its end, or name another file");
    }
  }

  /**
   * Opens it, or begins it where it is not there.
   *
   * @param rules digest of the rules that answers must have been given by
   */
  static Journal open(Path file, String rules) {
    var entries = new ArrayList<Entry>();
    try {
      // a line may be torn within a letter, which no stricter reading survives
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).isBlank()) {
          continue;
        }
        Optional<Entry> entry = parse(lines.get(i));
        if (entry.isEmpty() && !isTorn(lines.get(i))) {
          throw new Failure(
              Exit.USAGE,
              "this is no file of results that can be gone on with",
              file + ":" + (i + 1),
              "name a file that --resume made, or one that is not there yet");
        }
        entry.ifPresent(entries::add);
      }
    } catch (NoSuchFileException e) {
      // the first run
    } catch (IOException e) {
      throw new Failure(Exit.NOT_FOUND, file + " cannot be read", "--resume", null);
    }
    return new Journal(file, rules, entries);
  }

  private static Optional<Entry> parse(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return node.path("file").isString() ? Optional.of(Entry.of(node)) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Whether it is the beginning of a line of ours: the run that wrote it was killed. */
  private static boolean isTorn(String line) {
    return line.startsWith(BEGINNING) || BEGINNING.startsWith(line);
  }

  private static boolean endsWithLine(Path file) throws IOException {
    try (var channel = Files.newByteChannel(file)) {
      var last = java.nio.ByteBuffer.allocate(1);
      channel.position(channel.size() - 1);
      channel.read(last);
      return last.get(0) == '\n';
    }
  }

  /** The answer for these bytes, under a name of now, if there is one. */
  synchronized Optional<Row> known(String content, String name) {
    return Optional.ofNullable(byContent.get(content))
        .map(Entry::row)
        .map(row -> new Row(name, row.type(), row.confidence(), row.reasoning(), null));
  }

  /** Writes down an answer. Where that fails the run goes on; {@link #settle} tells of it. */
  synchronized void add(Row row, String content) {
    var entry = new Entry(row, content, rules);
    byFile.put(row.file(), entry);
    if (broken != null) {
      return;
    }
    try {
      writer.write(entry.line());
      writer.flush();
    } catch (IOException e) {
      broken = e;
    }
  }

  /** An answer that was there already, perhaps under another name. */
  synchronized void keep(Row row, String content) {
    byFile.put(row.file(), new Entry(row, content, rules));
  }

  /**
   * Puts the rows in order: those of files that this run did not see, as they were, then those that
   * it did.
   *
   * @param names the files of this run
   * @throws Failure when not every row could be written down
   */
  synchronized void settle(List<String> names) {
    if (broken != null) {
      throw new Failure(
          Exit.FAILED,
          file + " could not be written whole: " + broken.getMessage(),
          "--resume",
          "the rows before are kept; run it again when there is room");
    }
    Path aside = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      try (Writer ordered = Files.newBufferedWriter(aside)) {
        for (Entry entry : inOrder(names)) {
          ordered.write(entry.line());
        }
      }
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // the rows are all there, in the order in which they came
      delete(aside);
    }
  }

  private List<Entry> inOrder(List<String> names) {
    var now = Set.copyOf(names);
    return Stream.concat(
            byFile.values().stream().filter(entry -> !now.contains(entry.row().file())),
            names.stream().map(byFile::get).filter(Objects::nonNull))
        .toList();
  }

  private static void delete(Path aside) {
    try {
      Files.deleteIfExists(aside);
    } catch (IOException e) {
      // its name says what it is to whoever finds it
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      // every line was sent on its way when it was written
    }
  }
}
