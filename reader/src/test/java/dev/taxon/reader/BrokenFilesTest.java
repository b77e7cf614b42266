package dev.taxon.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taxon.Document;
import dev.taxon.DocumentReaderKit;
import dev.taxon.Page;
import dev.taxon.PageChoice;
import dev.taxon.ReadFailure;
import dev.taxon.ReadFailure.Code;
import dev.taxon.ReadLimits;
import dev.taxon.ReadRequest;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads every file of the collection of damaged and hostile files and compares with what its table
 * expects of them. The collection is not part of the product; without it nothing is tested here.
 */
class BrokenFilesTest {
  private static final Duration SECONDS = Duration.ofSeconds(20);
  private static final FileReader READER =
      new FileReader(ReaderSettings.DEFAULT.withTesseract(null));

  @Test
  void theCollectionIsThereOrItIsSaid() {
    if (folder().isEmpty()) {
      System.out.println("Skipped: no shared/corpus/dev/broken; set TAXON_SHARED to its folder.");
    }
    assumeTrue(folder().isPresent());
    assertThat(folder().orElseThrow().resolve("broken.csv")).exists();
  }

  @TestFactory
  Stream<DynamicTest> everyBrokenFileEndsAsExpected() throws IOException {
    if (folder().isEmpty()) {
      return Stream.empty();
    }
    List<CSVRecord> rows;
    try (Reader csv = Files.newBufferedReader(folder().orElseThrow().resolve("broken.csv"))) {
      rows =
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .get()
              .parse(csv)
              .getRecords();
    }
    return rows.stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row.get("file"), () -> check(row.get("file"), row.get("expected"))));
  }

  private static void check(String name, String expected) {
    Path file = folder().orElseThrow().getParent().resolve(name);
    ReadRequest request = new ReadRequest(name, "en", PageChoice.ALL, ReadLimits.DEFAULT);
    try {
      Document document = assertTimeoutPreemptively(SECONDS, () -> READER.read(file, request));
      assertThat(expected).as("it was read").containsAnyOf("reads as", "null");
      checkText(document, expected);
    } catch (AssertionError | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      assertThat(e).isInstanceOf(ReadFailure.class);
      checkFailure((ReadFailure) e, expected);
    }
    assertThat(ProcessHandle.current().descendants()).isEmpty();
    Awaitility.await()
        .atMost(SECONDS)
        .until(() ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("taxon-reader")));
  }

  /** Words by which a person tells the type that the file must read as. */
  private static void checkText(Document document, String expected) {
    String text =
        document.pages().stream()
            .map(Page::text)
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    if (expected.contains("reads as invoice")) {
      assertThat(text).containsAnyOf("invoice", "rechnung", "\u8acb\u6c42\u66f8");
    } else if (expected.contains("reads as meeting_minutes")) {
      assertThat(text).contains("minutes");
    }
    if (expected.contains("hidden text")) {
      assertThat(text).doesNotContain("invoice");
    }
  }

  private static void checkFailure(ReadFailure failure, String expected) {
    assertThat(expected).as("it failed: %s", failure.getMessage()).contains("error");
    DocumentReaderKit.assertIsSentence(failure);
    assertThat(failure.code()).isNotIn(Code.TIMEOUT, Code.ENGINE_ERROR);
    if (expected.contains("password")) {
      assertThat(failure.getMessage()).contains("password");
    }
    if (expected.contains("too large")
        && !expected.contains("damaged")
        && !expected.contains("unsupported")) {
      assertThat(failure.code()).isEqualTo(Code.DOCUMENT_TOO_LARGE);
    }
    if (expected.startsWith("error: damaged")) {
      assertThat(failure.getMessage()).contains("damaged");
    }
    if (expected.contains("empty file")) {
      assertThat(failure.getMessage()).isEqualTo("The file is empty.");
    }
  }

  /** Beside the checkout, or where the environment says. */
  private static Optional<Path> folder() {
    Stream<Path> places =
        Stream.iterate(Path.of("").toAbsolutePath(), java.util.Objects::nonNull, Path::getParent)
            .map(place -> place.resolve("shared"));
    String told = System.getProperty("TAXON_SHARED", System.getenv("TAXON_SHARED"));
    return Stream.concat(Stream.ofNullable(told).map(Path::of), places)
        .map(shared -> shared.resolve("corpus/dev/broken"))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
