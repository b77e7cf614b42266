package dev.taxon.reader.pages;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that looks at the time before each read, so that a parser that loops cannot go on. */
final class WatchedStream extends FilterInputStream {
  private final Attempt attempt;

  WatchedStream(InputStream in, Attempt attempt) {
    super(in);
    this.attempt = attempt;
  }

  @Override
  public int read() throws IOException {
    attempt.check();
    return super.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    attempt.check();
    return super.read(bytes, offset, length);
  }

  @Override
  public long skip(long count) throws IOException {
    attempt.check();
    return super.skip(count);
  }
}
