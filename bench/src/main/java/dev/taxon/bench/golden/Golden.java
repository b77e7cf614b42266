package dev.taxon.bench.golden;

import dev.taxon.encoder.SentenceEncoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The golden file: a line with the processor that decided, then one line a decision (name, type,
 * confidence, digest).
 *
 * @param processor see {@link Processor#type}
 */
record Golden(String processor, List<Answered> answers) {
  Golden {
    answers = List.copyOf(answers);
  }

  /** {@code COLLECTION FILE KEPT}: decides all cases of a collection and writes the file. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("usage: COLLECTION FILE KEPT");
      System.exit(2);
    }
    try (var encoder = new SentenceEncoder(0)) {
      var cases = new Cases(Path.of(arguments[0]), Path.of(arguments[2]), encoder);
      var answers = new ArrayList<Answered>();
      for (Case each : cases.all()) {
        answers.add(Answered.of(each.name(), cases.decide(each)));
      }
      new Golden(Processor.type(), answers).write(Path.of(arguments[1]));
    }
  }

  static Golden read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file);
        var parser = CSVFormat.DEFAULT.parse(reader)) {
      List<CSVRecord> rows = parser.getRecords();
      return new Golden(
          rows.getFirst().get(0),
          rows.stream()
              .skip(1)
              .map(row -> new Answered(row.get(0), row.get(1), row.get(2), row.get(3)))
              .toList());
    }
  }

  void write(Path file) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
    try (var printer = format.print(Files.newBufferedWriter(file))) {
      printer.printRecord(processor);
      for (Answered each : answers) {
        printer.printRecord(each.name(), each.type(), each.confidence(), each.digest());
      }
    }
  }
}
