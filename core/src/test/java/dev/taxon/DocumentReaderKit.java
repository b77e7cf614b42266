package dev.taxon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.taxon.ReadFailure.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link DocumentReader} promises, shown with text files, which any of them can read. A
 * reader inherits this class and hands itself in; what its formats do is its own matter.
 */
public abstract class DocumentReaderKit {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String THREE_PAGES = "First page\fSecond page\nmore\fThird page";

  @TempDir private Path folder;
  private Set<Path> before = Set.of();

  /** The reader under test; may be the same one every time. */
  protected abstract DocumentReader reader();

  @BeforeEach
  void lookAround() throws IOException {
    before = temporaryFiles();
  }

  /** Anything that a read leaves behind fills the disk of a server that reads all day. */
  @AfterEach
  void nothingIsLeftBehind() throws IOException, InterruptedException {
    assertThat(ProcessHandle.current().descendants()).isEmpty();
    assertThat(temporaryFiles()).isEqualTo(before);
  }

  @Test
  void pagesAreNumberedFromOne() throws Exception {
    Document document = read(text(THREE_PAGES), PageChoice.ALL);

    assertThat(document.pages()).extracting(Page::number).containsExactly(1, 2, 3);
    assertThat(document.pages()).extracting(Page::text).contains("First page", "Second page\nmore");
    assertThat(document.pageCount()).isEqualTo(3);
    assertThat(document.truncated()).isFalse();
  }

  @Test
  void onlyTheChosenPagesAreRead() throws Exception {
    Document document = read(text(THREE_PAGES), new PageChoice(List.of(3, 2, 99), null));

    assertThat(document.pages()).extracting(Page::number).containsExactly(2, 3);
    assertThat(document.pageCount()).isEqualTo(3);
  }

  @Test
  void theFirstOfTheChosenPagesAreReadWhereTheyAreBounded() throws Exception {
    Document document = read(text(THREE_PAGES), new PageChoice(List.of(2, 3), 1));

    assertThat(document.pages()).extracting(Page::text).containsExactly("Second page\nmore");
    assertThat(read(text(THREE_PAGES), new PageChoice(null, 2)).pages()).hasSize(2);
  }

  @Test
  void choosingOnlyPagesThatDoNotExistFails() throws Exception {
    assertThat(failure(text(THREE_PAGES), request(new PageChoice(List.of(4, 9), null))).code())
        .isEqualTo(Code.NO_DATA_FOUND_IN_FILE);
  }

  @Test
  void theNameIsOnlyAHint() throws Exception {
    Path file = text("Minutes of the meeting");

    Document document =
        reader().read(file, new ReadRequest("x.pdf", "en", PageChoice.ALL, ReadLimits.DEFAULT));

    assertThat(document.mediaType()).isEqualTo("text/plain");
    assertThat(document.pages().getFirst().text()).isEqualTo("Minutes of the meeting");
  }

  @Test
  void anUnknownLanguageIsIgnored() throws Exception {
    ReadRequest request = new ReadRequest("x", "klingon", PageChoice.ALL, ReadLimits.DEFAULT);

    assertThat(reader().read(text("Hello"), request).pages()).hasSize(1);
  }

  @Test
  void aFileWithNothingToReadFails() throws Exception {
    assertThat(failure(text(""), request(PageChoice.ALL)).code())
        .isEqualTo(Code.NO_DATA_FOUND_IN_FILE);
    assertThat(failure(text(" \n\t \f\n"), request(PageChoice.ALL)).code())
        .isEqualTo(Code.NO_DATA_FOUND_IN_FILE);
  }

  @Test
  void aFileOfNoKnownTypeFails() throws Exception {
    byte[] noise = new byte[5_000];
    new Random(7).nextBytes(noise);

    assertThat(failure(file(noise), request(PageChoice.ALL)).code())
        .isEqualTo(Code.UNSUPPORTED_FILE_TYPE);
  }

  @Test
  void aFileThatIsGoneFails() {
    assertThat(failure(folder.resolve("gone"), request(PageChoice.ALL)).code())
        .isEqualTo(Code.ENGINE_ERROR);
  }

  @Test
  void aFileAboveTheLimitOfBytesIsRefused() throws Exception {
    ReadLimits limits = new ReadLimits(10, 10, 1_000, 10, PATIENCE);

    assertThat(failure(text("more than ten bytes"), request(limits)).code())
        .isEqualTo(Code.DOCUMENT_TOO_LARGE);
  }

  @Test
  void textAboveTheLimitOfCharactersIsCutBetweenCharacters() throws Exception {
    ReadLimits limits = new ReadLimits(10_000, 10, 8, 10, PATIENCE);

    Document document =
        reader().read(text("1234567\uD83D\uDE00 and more\nand more"), request(limits));

    assertThat(document.truncated()).isTrue();
    assertThat(document.pages().getFirst().text()).isEqualTo("1234567");
  }

  /** A hang of one file would hold up every other. */
  @Test
  void readingEndsWhenTheTimeIsUp() throws Exception {
    Path file = text("a line of text that takes a while\n".repeat(1_000_000));
    ReadLimits limits = new ReadLimits(1L << 30, 10, Integer.MAX_VALUE, 10, Duration.ofMillis(2));

    ReadFailure failure =
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> failure(file, request(limits)));

    assertThat(failure.code()).isEqualTo(Code.TIMEOUT);
  }

  @Test
  void theSameFileGivesTheSameTwice() throws Exception {
    Path file = text(THREE_PAGES);

    assertThat(read(file, PageChoice.ALL)).isEqualTo(read(file, PageChoice.ALL));
  }

  @Test
  void manyThreadsMayReadAtOnce() throws Exception {
    Path file = text(THREE_PAGES);
    Document expected = read(file, PageChoice.ALL);
    List<Callable<Document>> reads = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      reads.add(() -> read(file, PageChoice.ALL));
    }

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Document> read : threads.invokeAll(reads)) {
        assertThat(read.get()).isEqualTo(expected);
      }
    }
  }

  /** As a server that stops does it. */
  @Test
  void anInterruptedCallerComesBackAndStaysInterrupted() throws Exception {
    Path file = text(THREE_PAGES);

    Thread.currentThread().interrupt();
    try {
      reader().read(file, request(PageChoice.ALL));
    } catch (ReadFailure failure) {
      assertThat(failure.code()).isEqualTo(Code.ENGINE_ERROR);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private Document read(Path file, PageChoice pages) throws ReadFailure {
    return reader().read(file, request(pages));
  }

  private ReadFailure failure(Path file, ReadRequest request) {
    ReadFailure failure =
        catchThrowableOfType(ReadFailure.class, () -> reader().read(file, request));
    assertThat(failure).as("reading must fail").isNotNull();
    assertIsSentence(failure);
    return failure;
  }

  /** For the person who has the file, who has never heard of Java. */
  public static void assertIsSentence(ReadFailure failure) {
    assertThat(failure.getMessage())
        .matches("[A-Z0-9].*[.]")
        .doesNotContain("\n", "Exception", "java.", "org.", "null");
  }

  private Path text(String content) throws IOException {
    return file(content.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "kit", ""), content);
  }

  private static ReadRequest request(PageChoice pages) {
    return new ReadRequest("file.txt", "en", pages, ReadLimits.DEFAULT);
  }

  private static ReadRequest request(ReadLimits limits) {
    return new ReadRequest("file.txt", "en", PageChoice.ALL, limits);
  }

  private static Set<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.collect(Collectors.toSet());
    }
  }
}
