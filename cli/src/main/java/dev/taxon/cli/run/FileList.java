package dev.taxon.cli.run;

import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A list of files' names, one a line or each with a NUL behind it, as {@code find} writes them. A
 * name is bytes: one that is no UTF-8 names its file all the same.
 */
final class FileList {
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private FileList() {}

  /** All paths of a list, in its order; blank names are left out. */
  static List<Path> of(byte[] list, boolean endsWithNul) {
    var paths = new ArrayList<Path>();
    var name = new ByteArrayOutputStream();
    int start = startsWithMark(list) ? MARK.length : 0;
    for (int i = start; i <= list.length; i++) {
      if (i == list.length || list[i] == (endsWithNul ? 0 : '\n')) {
        add(paths, name.toByteArray(), endsWithNul);
        name.reset();
      } else {
        name.write(list[i]);
      }
    }
    return paths;
  }

  private static boolean startsWithMark(byte[] list) {
    return list.length >= MARK.length
        && java.util.Arrays.equals(list, 0, MARK.length, MARK, 0, MARK.length);
  }

  private static void add(List<Path> paths, byte[] line, boolean endsWithNul) {
    boolean returned = !endsWithNul && line.length > 0 && line[line.length - 1] == '\r';
    byte[] name = returned ? java.util.Arrays.copyOf(line, line.length - 1) : line;
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
      if (!text.isBlank()) {
        paths.add(Path.of(text));
      }
    } catch (CharacterCodingException e) {
      paths.add(ofBytes(name));
    } catch (InvalidPathException e) {
      throw new Failure(
          Exit.USAGE,
          "a name in the list cannot be the path of a file",
          "--files-from",
          endsWithNul ? null : "-0 reads names that end with NUL");
    }
  }

  /** Only an address can name a file by bytes, and it names it from the root. */
  private static Path ofBytes(byte[] name) {
    Path folder = Path.of("").toAbsolutePath();
    var address = new StringBuilder();
    if (name[0] != '/') {
      address.append(folder.toUri().getRawPath());
      if (address.charAt(address.length() - 1) != '/') {
        address.append('/');
      }
    }
    for (byte b : name) {
      address.append(b == '/' ? "/" : "%" + HexFormat.of().toHexDigits(b));
    }
    Path path = Path.of(URI.create("file://" + address));
    return name[0] == '/' ? path : folder.relativize(path);
  }
}
