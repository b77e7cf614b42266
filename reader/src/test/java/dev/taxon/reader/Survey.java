package dev.taxon.reader;

import dev.taxon.Document;
import dev.taxon.Line;
import dev.taxon.Page;
import dev.taxon.PageChoice;
import dev.taxon.ReadFailure;
import dev.taxon.ReadLimits;
import dev.taxon.ReadRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads every file of a folder and writes what comes out beside each other, for a person to look
 * at: {@code Survey FOLDER OUT [tesseract]}.
 */
final class Survey {
  private Survey() {}

  public static void main(String[] arguments) throws IOException {
    Path out = Files.createDirectories(Path.of(arguments[1]));
    ReaderSettings settings =
        ReaderSettings.DEFAULT.withTesseract(arguments.length > 2 ? Path.of(arguments[2]) : null);
    FileReader reader = new FileReader(settings);
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    try (PrintWriter table = new PrintWriter(Files.newBufferedWriter(out.resolve("survey.tsv")))) {
      for (Path file : files) {
        long start = System.nanoTime();
        String outcome = read(reader, file, out);
        table.printf(
            "%s\t%d\t%s%n", file.getFileName(), (System.nanoTime() - start) / 1_000_000, outcome);
        table.flush();
      }
    }
  }

  private static String read(FileReader reader, Path file, Path out) throws IOException {
    ReadRequest request =
        new ReadRequest(file.getFileName().toString(), "en", PageChoice.ALL, ReadLimits.DEFAULT);
    try {
      Document document = reader.read(file, request);
      StringBuilder text = new StringBuilder();
      for (Page page : document.pages()) {
        text.append("=== page ")
            .append(page.number())
            .append(' ')
            .append(page.source())
            .append(' ');
        text.append(page.size()).append('\n');
        for (Line line : page.lines()) {
          text.append(line.role() == Line.Role.BODY ? "" : line.role() + ": ");
          text.append(line.text());
          text.append('\n');
        }
      }
      Files.writeString(out.resolve(file.getFileName() + ".out"), text);
      int characters = document.pages().stream().mapToInt(page -> page.text().length()).sum();
      return "%s\t%d/%d pages\t%d characters\t%s"
          .formatted(
              document.mediaType(),
              document.pages().size(),
              document.pageCount(),
              characters,
              document.truncated() ? "cut" : "");
    } catch (ReadFailure failure) {
      Throwable cause = failure.getCause();
      return failure.code() + "\t" + failure.getMessage() + "\t" + (cause == null ? "" : cause);
    }
  }
}
