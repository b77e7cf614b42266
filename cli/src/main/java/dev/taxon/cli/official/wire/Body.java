package dev.taxon.cli.official.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a request carries; it can be read again for a retry. */
public interface Body {
  /** How long it is in bytes; 0 for no body at all. */
  long length();

  /** All of it, from its beginning. */
  InputStream open() throws IOException;

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
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }
}
