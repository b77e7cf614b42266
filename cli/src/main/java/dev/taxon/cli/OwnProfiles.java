package dev.taxon.cli;

import dev.taxon.engine.profile.Profile;
import dev.taxon.engine.profile.ProfileFiles;
import dev.taxon.server.BadSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** Reads the folder in which people describe kinds of documents of their own. */
final class OwnProfiles {
  private OwnProfiles() {}

  /**
   * All profiles of a folder's {@code .yaml} files, in the order of the files' names.
   *
   * @param named what the operator named the folder by, such as a flag or a variable
   * @throws BadSetting when a file cannot be read or is not as it should be
   */
  static List<Profile> in(Path folder, String named) {
    var profiles = new ArrayList<Profile>();
    var seen = new HashMap<String, Path>();
    for (Path file : files(folder, named)) {
      for (Profile profile : read(file, named)) {
        Path before = seen.put(profile.id(), file);
        if (before != null) {
          throw refused(
              folder, named, profile.id() + " stands in " + before + " and again in " + file);
        }
        profiles.add(profile);
      }
    }
    return profiles;
  }

  /** What stands in a folder's files, as far as they can be read. */
  static List<String> texts(Path folder) {
    var texts = new ArrayList<String>();
    try {
      for (Path file : yaml(folder)) {
        texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      texts.add("unread");
    }
    return texts;
  }

  private static List<Path> files(Path folder, String named) {
    try {
      return yaml(folder);
    } catch (IOException e) {
      throw refused(folder, named, "the folder cannot be read");
    }
  }

  private static List<Path> yaml(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static List<Profile> read(Path file, String named) {
    try {
      return ProfileFiles.read(file.toString(), Files.readString(file));
    } catch (ProfileFiles.Malformed e) {
      throw refused(file, named, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw refused(file, named, "it is no readable text in UTF-8");
    }
  }

  private static BadSetting refused(Path where, String named, String what) {
    return new BadSetting("%s %s cannot be used: %s".formatted(named, where, what));
  }
}
