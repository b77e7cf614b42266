package dev.taxon.cli.serve;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the service of a data folder listens, in the file {@code address} of that folder. Clients
 * on this machine find it there, and know by it whether the folder's key is meant for whom they
 * ask. It is a hint, so what cannot be written or removed is left alone.
 *
 * @param file what holds it
 */
public record Address(Path file) {
  private static final String NAME = "address";

  /** Writes it down for as long as the service runs. */
  static Address write(Path data, URI base) {
    Path file = data.resolve(NAME);
    try {
      Files.writeString(file, base + "\n");
    } catch (IOException e) {
      // clients then ask at the standard place
    }
    return new Address(file);
  }

  /** What a running service wrote down, if one did. */
  public static Optional<String> read(Path data) {
    Path file = data.resolve(NAME);
    try {
      return Files.isReadable(file)
          ? Optional.of(Files.readString(file).strip()).filter(text -> text.startsWith("http"))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // the next start writes it anew
    }
  }
}
