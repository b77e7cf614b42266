package dev.taxon.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The standard output of this process, which remembers why it could not be written. */
public final class StandardOutput extends OutputStream {
  private final OutputStream bytes = new FileOutputStream(FileDescriptor.out);
  private @Nullable String why;

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] data, int from, int length) throws IOException {
    try {
      bytes.write(data, from, length);
    } catch (IOException e) {
      why = String.valueOf(e.getMessage());
      throw e;
    }
  }

  /**
   * Why not all of it was written, in the system's words; a reader who had enough, as {@code head}
   * has, is no reason.
   */
  public Optional<String> loss() {
    return Optional.ofNullable(why).filter(text -> !text.toLowerCase(Locale.ROOT).contains("pipe"));
  }
}
