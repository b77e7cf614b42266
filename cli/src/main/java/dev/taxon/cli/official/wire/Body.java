package dev.taxon.cli.official.wire;

import java.io.IOException;
import java.io.OutputStream;

/** What a request carries; it can be written again for a retry. */
public interface Body {
  /** How long it is in bytes; 0 for no body at all. */
  long length();

  /** Writes all of it. */
  void writeTo(OutputStream out) throws IOException;

  /** No body. */
  static Body none() {
    return of(new byte[0]);
  }

  /** These bytes. */
  static Body of(byte[] bytes) {
    return new Body() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
      }
    };
  }
}
