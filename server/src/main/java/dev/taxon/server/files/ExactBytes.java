package dev.taxon.server.files;

import dev.taxon.server.access.Refused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that ends well only after a given number of bytes. It breaks before its end is told, so
 * that whoever stores it keeps nothing of another length.
 */
final class ExactBytes extends FilterInputStream {
  private final long size;
  private long seen;

  ExactBytes(InputStream bytes, long size) {
    super(bytes);
    this.size = size;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? -1 : 1);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    count(n);
    return n;
  }

  private void count(int n) {
    if (n > 0) {
      seen += n;
    }
    if (seen > size || (n < 0 && seen < size)) {
      throw Refused.impossible(
          "The file was announced with "
              + size
              + " bytes, but "
              + (seen > size ? "more" : "only " + seen)
              + " came");
    }
  }
}
