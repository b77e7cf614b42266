package dev.taxon.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** A data folder that was there before with more rights than a folder of documents should give. */
final class OpenFolder {
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private OpenFolder() {}

  /** A sentence when other users may look into it; whether they should is for its owner to say. */
  static Optional<String> warning(Path data) {
    try {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(data);
      return rights.stream().anyMatch(OTHERS::contains)
          ? Optional.of(
              "other users of this machine may look into the data folder, which holds documents;"
                  + " to keep them out: chmod 700 '"
                  + data
                  + "'")
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty(); // no such rights here
    }
  }
}
