package dev.taxon.cli.eval;

import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.run.Gathering;
import dev.taxon.cli.run.Source;
import dev.taxon.cli.run.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads which document is of which type: a CSV, TSV or JSONL file with columns {@code file} and
 * {@code type}, a CSV or TSV file with just these two and no line that names them, or a folder with
 * a sub-folder for each type.
 */
final class Labels {
  private static final Set<String> FILE = Set.of("file", "path", "filename", "file_name", "name");
  private static final Set<String> TYPE = Set.of("type", "label", "expected", "truth", "class");

  /** What stands for no type, besides an empty cell. */
  private static final Set<String> NONE = Set.of("", "null", "none", "_untyped");

  private Labels() {}

  static List<Label> read(Path place) {
    List<Label> labels = Files.isDirectory(place) ? folder(place) : file(place);
    if (labels.isEmpty()) {
      throw new Failure(
          Exit.USAGE,
          "there are no labelled documents in " + place,
          null,
          "a CSV with the columns file and type, or a folder with a sub-folder for each type");
    }
    return labels;
  }

  private static List<Label> folder(Path folder) {
    var labels = new ArrayList<Label>();
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path type : listed.filter(Files::isDirectory).sorted().toList()) {
        String name = String.valueOf(type.getFileName());
        if (!name.startsWith(".")) {
          try (var gathering = Gathering.ofFiles(InputStream.nullInputStream())) {
            gathering.add(type.toString());
            for (Source source : gathering.sources()) {
              labels.add(
                  new Label(
                      folder.relativize(source.path()).toString(), source.path(), type(name)));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new Failure(Exit.NOT_FOUND, folder + " cannot be listed");
    }
    return labels;
  }

  private static List<Label> file(Path file) {
    String text = Texts.of(file, "LABELS");
    Path folder = java.util.Objects.requireNonNull(file.toAbsolutePath().getParent());
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return lines(file, text, folder);
    }
    CSVFormat format =
        (name.endsWith(".tsv") ? CSVFormat.TDF : CSVFormat.DEFAULT)
            .builder()
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    var labels = new ArrayList<Label>();
    try (var parser = format.parse(new StringReader(text))) {
      int fileAt = 0;
      int typeAt = 1;
      boolean first = true;
      for (CSVRecord row : parser) {
        if (first && !namesDocument(folder, row)) {
          fileAt = column(row, FILE);
          typeAt = column(row, TYPE);
          if (fileAt < 0 && typeAt < 0) {
            throw wrong(
                file,
                1,
                "the first line neither has the columns 'file' and 'type' nor names a file");
          }
          if (fileAt < 0 || typeAt < 0) {
            String missing = fileAt < 0 ? "'file' beside 'type'" : "'type' beside 'file'";
            throw wrong(file, 1, "there is no column " + missing);
          }
        } else {
          if (row.size() <= Math.max(fileAt, typeAt)) {
            throw wrong(file, row.getRecordNumber(), "a row has a file and a type");
          }
          labels.add(label(folder, row.get(fileAt), row.get(typeAt)));
        }
        first = false;
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw wrong(file, labels.size() + 1, "this is no CSV");
    }
    return labels;
  }

  /** Whether a first line is one of the labels already: such a file has no names of columns. */
  private static boolean namesDocument(Path folder, CSVRecord row) {
    try {
      return row.size() > 1 && Files.isRegularFile(folder.resolve(row.get(0)));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static int column(CSVRecord row, Set<String> names) {
    for (int i = 0; i < row.size(); i++) {
      if (names.contains(row.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  private static List<Label> lines(Path file, String text, Path folder) {
    var labels = new ArrayList<Label>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      try {
        JsonNode line = JsonMapper.shared().readTree(lines.get(i));
        String name = line.path("file").asString(null);
        if (name == null || !line.has("type")) {
          throw wrong(file, i + 1, "a line has a 'file' and a 'type'");
        }
        labels.add(label(folder, name, line.path("type").asString("")));
      } catch (JacksonException e) {
        throw wrong(file, i + 1, "this is no JSON");
      }
    }
    return labels;
  }

  private static Label label(Path folder, String name, String type) {
    return new Label(name, folder.resolve(name), type(type));
  }

  private static @Nullable String type(String word) {
    return NONE.contains(word.strip().toLowerCase(Locale.ROOT)) ? null : word.strip();
  }

  private static Failure wrong(Path file, long line, String what) {
    return new Failure(Exit.USAGE, what, file + ":" + line, null);
  }
}
