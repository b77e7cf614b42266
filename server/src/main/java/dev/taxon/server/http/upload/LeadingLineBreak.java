package dev.taxon.server.http.upload;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/**
 * A body behind a line break, so that its first boundary looks like all others and a body without
 * any is known to be broken.
 */
final class LeadingLineBreak extends SequenceInputStream {
  LeadingLineBreak(InputStream body) {
    super(new ByteArrayInputStream("\r\n".getBytes(StandardCharsets.US_ASCII)), body);
  }
}
