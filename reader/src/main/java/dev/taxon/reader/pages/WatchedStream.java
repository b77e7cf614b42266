package dev.taxon.reader.pages;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that looks at the time before each read and counts what was read, so that a parser that
 * loops or unpacks without end cannot go on.
 */
final class WatchedStream extends FilterInputStream {
  private final Attempt attempt;
  private long left;

  /**
   * @param most bytes that may come out
   */
  WatchedStream(InputStream in, Attempt attempt, long most) {
    super(in);
    this.attempt = attempt;
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    attempt.check();
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    attempt.check();
    int read = super.read(bytes, offset, length);
    count(read);
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    attempt.check();
    return super.skip(count);
  }

  private void count(long read) {
    left -= Math.max(0, read);
    if (left < 0) {
      throw Refused.bomb();
    }
  }
}
