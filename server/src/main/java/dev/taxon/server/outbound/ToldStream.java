package dev.taxon.server.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body whose breaks are told in words. */
final class ToldStream extends FilterInputStream {
  private final Target from;
  private final Duration time;

  ToldStream(InputStream body, Target from, Duration time) {
    super(body);
    this.from = from;
    this.time = time;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw Unreached.of(e, from, time);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      throw Unreached.of(e, from, time);
    }
  }
}
