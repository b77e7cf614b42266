package dev.taxon.bench.quality;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256, as 64 hexadecimal digits. */
public final class Digest {
  private final MessageDigest digest;

  private Digest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of texts, each after its length. */
  public static String of(String... texts) {
    var all = new Digest();
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      all.digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      all.digest.update(bytes);
    }
    return all.hex();
  }

  /** Of a file's bytes, or of all files below a folder and their names. */
  public static String of(Path path) throws IOException {
    var all = new Digest();
    List<Path> files;
    try (Stream<Path> below = Files.walk(path)) {
      files = below.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      all.digest.update(path.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      all.digest.update(Files.readAllBytes(file));
    }
    return all.hex();
  }
}
