package dev.taxon.distil;

import dev.taxon.engine.profile.Profile;
import dev.taxon.engine.profile.ProfileFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * The profiles of a folder's YAML files, in order of file names.
 *
 * @param digest SHA-256 over names and contents of the files, in hexadecimal digits
 */
record ProfileSources(List<Profile> profiles, String digest) {
  ProfileSources {
    profiles = List.copyOf(profiles);
  }

  /**
   * Reads and checks a folder.
   *
   * @throws ProfileFiles.Malformed at the first thing that is wrong in a file
   */
  static ProfileSources in(Path folder) throws IOException, ProfileFiles.Malformed {
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    var profiles = new ArrayList<Profile>();
    var seen = new HashMap<String, Path>();
    var content = new ByteArrayOutputStream();
    for (Path file : files) {
      String yaml = Files.readString(file);
      content.writeBytes((file.getFileName() + "\n" + yaml).getBytes(StandardCharsets.UTF_8));
      for (Profile profile : ProfileFiles.read(file.getFileName().toString(), yaml)) {
        Path before = seen.put(profile.id(), file);
        if (before != null) {
          throw new IOException(profile.id() + " stands in " + before + " and in " + file);
        }
        profiles.add(profile);
      }
    }
    return new ProfileSources(profiles, Digests.sha256(content.toByteArray()));
  }
}
