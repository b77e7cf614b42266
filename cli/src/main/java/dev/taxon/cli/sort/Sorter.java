package dev.taxon.cli.sort;

import dev.taxon.cli.rows.Plain;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sorts files into {@code FOLDER/TYPE/}. A file that would take the place of another one gets
 * {@code -1}, {@code -2} … behind its name.
 */
public final class Sorter {
  /** Where files go that no rule fits. */
  private static final String UNTYPED = "_untyped";

  private static final int MOST_NAMES = 100_000;

  /** What is done to a file. */
  public enum Way {
    MOVE("move", "moved"),
    COPY("copy", "copied"),
    LINK("link", "linked");

    private final String verb;
    private final String past;

    Way(String verb, String past) {
      this.verb = verb;
      this.past = past;
    }
  }

  private final Way way;
  private final Path folder;
  private final boolean dry;
  private final Consumer<String> tell;
  private final Set<Path> planned = new HashSet<>();

  /** Where files were, without links on the way, and where they are now. */
  private final Map<Path, Path> moved = new HashMap<>();

  private int done;
  private int failed;

  /**
   * @param dry whether nothing is done but what would be is told
   * @param tell takes sentences about single files, each of one line
   */
  public Sorter(Way way, Path folder, boolean dry, Consumer<String> tell) {
    this.way = way;
    this.folder = folder;
    this.dry = dry;
    this.tell = tell;
  }

  /**
   * Sorts one file; one that lies where it belongs already, or is linked there, stays as it is. A
   * link that is moved leads where it led before, also to a file that was itself moved earlier.
   */
  public void put(Path file, @Nullable String type) {
    Path target = folder.resolve(folderName(type));
    Path belongs = target.toAbsolutePath().normalize();
    if (belongs.equals(file.toAbsolutePath().normalize().getParent())) {
      return;
    }
    try {
      if (way == Way.LINK && isLinked(file, target)) {
        return;
      }
      if (dry) {
        Path place = place(target, file, 0);
        for (int i = 1; taken(place); i++) {
          place = place(target, file, i);
        }
        planned.add(place);
        tell.accept(Plain.line("would " + way.verb + " " + file + " to " + place));
      } else {
        Files.createDirectories(target);
        carry(file, target);
      }
      done++;
    } catch (IOException e) {
      failed++;
      String why =
          e instanceof FileSystemException known && known.getReason() != null
              ? ": " + known.getReason()
              : "";
      tell.accept(
          Plain.line("warning: " + file + " could not be " + way.past + " to " + target + why));
    }
  }

  /** Whether an earlier run made the link already. */
  private static boolean isLinked(Path file, Path target) throws IOException {
    Path place = place(target, file, 0);
    for (int i = 1; Files.exists(place, LinkOption.NOFOLLOW_LINKS); i++) {
      if (Files.isSymbolicLink(place) && Files.exists(place) && Files.isSameFile(place, file)) {
        return true;
      }
      place = place(target, file, i);
    }
    return false;
  }

  private boolean taken(Path place) {
    return planned.contains(place) || Files.exists(place, LinkOption.NOFOLLOW_LINKS);
  }

  private void carry(Path file, Path target) throws IOException {
    for (int i = 0; i < MOST_NAMES; i++) {
      Path place = place(target, file, i);
      try {
        switch (way) {
          case MOVE -> move(file, place);
          case COPY -> copy(file, place);
          case LINK -> Files.createSymbolicLink(place, file.toRealPath());
        }
        return;
      } catch (FileAlreadyExistsException e) {
        // another one has that name
      }
    }
    throw new IOException("too many files of one name");
  }

  private void move(Path file, Path place) throws IOException {
    Path name = file.toAbsolutePath().normalize();
    Path folder = Objects.requireNonNull(name.getParent(), "the root is no file").toRealPath();
    if (Files.isSymbolicLink(file)) {
      Path led = folder.resolve(Files.readSymbolicLink(file)).normalize();
      Files.createSymbolicLink(place, moved.getOrDefault(led, led));
      Files.delete(file);
    } else {
      Files.move(file, place);
      moved.put(folder.resolve(name.getFileName()), place.toRealPath());
    }
  }

  /** Copies a file whole, or not at all. */
  private static void copy(Path file, Path place) throws IOException {
    try {
      Files.copy(file, place, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException e) {
      if (Files.isRegularFile(place) && Files.size(place) < Files.size(file)) {
        Files.delete(place);
      }
      throw e;
    }
  }

  /** {@code report.pdf}, then {@code report-1.pdf} and so on. */
  private static Path place(Path target, Path file, int copy) {
    Path own = file.getFileName();
    if (copy == 0) {
      // not by way of a text, which would lose bytes that are no UTF-8
      return target.resolve(own);
    }
    String name = String.valueOf(own);
    int dot = name.lastIndexOf('.');
    return target.resolve(
        dot > 0 ? name.substring(0, dot) + "-" + copy + name.substring(dot) : name + "-" + copy);
  }

  /** A type as the name of one folder, on any system: nothing in it leads elsewhere. */
  static String folderName(@Nullable String type) {
    if (type == null) {
      return UNTYPED;
    }
    String name = type.strip().replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_");
    name = name.replaceAll("^[.\\s]+|[.\\s]+$", "_");
    boolean reserved =
        name.toLowerCase(Locale.ROOT).matches("con|prn|aux|nul|com[0-9]|lpt[0-9]|_untyped");
    return name.isEmpty() || reserved ? "_" + name : name;
  }

  /** {@code 61 moved}, for a summary. */
  public String summary() {
    return (dry ? done + " would be " : done + " ")
        + way.past
        + (failed == 0 ? "" : ", " + failed + " could not be");
  }

  /** How many could not be put where they belong. */
  public int failed() {
    return failed;
  }
}
