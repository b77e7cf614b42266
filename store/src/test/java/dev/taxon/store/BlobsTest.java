package dev.taxon.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTest {
  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private DataFolder data;
  private Blobs blobs;

  @BeforeEach
  void openFolder() {
    data = DataFolder.open(folder, true);
    blobs = new Blobs(data, clock);
  }

  @AfterEach
  void closeFolder() {
    data.close();
  }

  private static InputStream bytes(String content) {
    return new ByteArrayInputStream(content.getBytes(UTF_8));
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private void assertNothingIsKept() throws IOException {
    assertThat(filesIn(data.blobs())).isEmpty();
    assertThat(filesIn(data.temporary())).isEmpty();
  }

  @Test
  void bytesAreKeptUnderTheirDigest() throws IOException {
    var blob = blobs.put(bytes("abc"), 100);

    assertThat(blob.size()).isEqualTo(3);
    // printf abc | sha256sum
    assertThat(blob.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(blobs.path(blob))
        .isEqualTo(
            folder.resolve(
                "blobs/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
        .hasContent("abc");
    assertThat(filesIn(data.temporary())).isEmpty();
  }

  @Test
  void noBytesAreBytesToo() throws IOException {
    var blob = blobs.put(bytes(""), 0);

    assertThat(blob.size()).isZero();
    assertThat(blobs.path(blob)).isEmptyFile();
  }

  @Test
  void equalBytesAreKeptOnce() throws IOException {
    var blob = blobs.put(bytes("same"), 100);
    clock.pass(Duration.ofHours(2));

    assertThat(blobs.put(bytes("same"), 100)).isEqualTo(blob);
    assertThat(filesIn(data.blobs())).containsExactly(blobs.path(blob));
    assertThat(Files.getLastModifiedTime(blobs.path(blob)).toInstant()).isEqualTo(clock.instant());
  }

  @Test
  void twentyAtOnceKeepTheSameBytesOnce() throws Exception {
    Callable<Blob> put = () -> blobs.put(bytes("same"), 100);

    var kept = StoreKit.atOnce(Collections.nCopies(20, put));

    assertThat(kept).containsOnly(kept.getFirst());
    assertThat(filesIn(data.blobs())).containsExactly(blobs.path(kept.getFirst()));
    assertThat(filesIn(data.temporary())).isEmpty();
  }

  @Test
  void asManyBytesAsAllowedAreKept() throws IOException {
    assertThat(blobs.put(bytes("12345"), 5).size()).isEqualTo(5);
  }

  @Test
  void moreBytesThanAllowedAreRefusedBeforeTheRestIsRead() throws IOException {
    var endless = new Endless();

    assertThatThrownBy(() -> blobs.put(endless, 100_000))
        .isInstanceOfSatisfying(
            TooLarge.class, refusal -> assertThat(refusal.limit()).isEqualTo(100_000));
    assertThat(endless.read).isLessThan(300_000);
    assertNothingIsKept();
  }

  @Test
  void nothingIsKeptOfAStreamThatBreaks() throws IOException {
    var breaking = new SequenceInputStream(bytes("x".repeat(200_000)), new Broken());

    assertThatThrownBy(() -> blobs.put(breaking, 1 << 20))
        .isInstanceOf(IOException.class)
        .hasMessage("the connection is gone");
    assertNothingIsKept();
  }

  @Test
  void aFullDiskIsToldApartAndNothingIsKept() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "skipped: /dev/full is a thing of Linux");
    var onFullDisk =
        new Blobs(
            data,
            clock,
            file -> {
              Files.createFile(file);
              return FileChannel.open(full, StandardOpenOption.WRITE);
            });

    assertThatThrownBy(() -> onFullDisk.put(bytes("x"), 100)).isInstanceOf(DiskFull.class);
    assertNothingIsKept();
  }

  @Test
  void anInterruptedUploadKeepsNothingAndHarmsNoOther() throws Exception {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> blobs.put(bytes("x"), 100)).isInstanceOf(IOException.class);
    assertThat(Thread.interrupted()).isTrue();

    assertNothingIsKept();
    assertThat(blobs.path(blobs.put(bytes("x"), 100))).exists();
  }

  /** Bytes without end, counted. */
  private static final class Endless extends InputStream {
    private long read;

    @Override
    public int read() {
      read++;
      return 'x';
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      read += length;
      return length;
    }
  }

  /** A connection that is gone. */
  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the connection is gone");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      throw new IOException("the connection is gone");
    }
  }
}
