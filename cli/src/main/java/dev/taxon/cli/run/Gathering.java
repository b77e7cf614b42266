package dev.taxon.cli.run;

import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that the words of a command line mean. A file that is named is taken whatever it
 * is; in folders, hidden files and those whose ending no reader knows are left out and counted.
 * Folders are walked in the order of names; linked folders inside them are not followed.
 */
public final class Gathering implements AutoCloseable {
  /** Endings that are taken from folders. */
  static final Set<String> KNOWN =
      Set.of(
          "pdf",
          "docx",
          "xlsx",
          "pptx",
          "odt",
          "ods",
          "odp",
          "rtf",
          "html",
          "htm",
          "xhtml",
          "xml",
          "eml",
          "msg",
          "md",
          "markdown",
          "csv",
          "tsv",
          "txt",
          "text",
          "log",
          "json",
          "epub",
          "png",
          "jpg",
          "jpeg",
          "tif",
          "tiff",
          "bmp",
          "gif",
          "webp",
          "doc",
          "xls",
          "ppt");

  private final List<PathMatcher> includes;
  private final int maxDepth;
  private final InputStream stdin;
  private final boolean heedsGit;
  private final @Nullable Path leftOut;
  private final LinkedHashMap<Path, Source> sources = new LinkedHashMap<>();
  private final List<Path> spooled = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private int hidden;
  private int ignored;
  private int unknown;
  private int linkedFolders;
  private int brokenLinks;
  private int others;

  /**
   * @param includes globs such as {@code *.pdf}; where there are any, they take the place of the
   *     known endings
   * @param maxDepth how deep to go into folders; 1 for the files that lie in a named folder itself
   * @param heedsGit whether files that git ignores are left out of folders
   * @param leftOut a folder that is not gone into, because files are sorted into it
   */
  Gathering(
      List<String> includes,
      int maxDepth,
      InputStream stdin,
      boolean heedsGit,
      @Nullable Path leftOut) {
    this.includes = includes.stream().map(Gathering::glob).toList();
    this.maxDepth = maxDepth;
    this.stdin = stdin;
    this.heedsGit = heedsGit;
    this.leftOut = leftOut == null ? null : leftOut.toAbsolutePath().normalize();
  }

  private static PathMatcher glob(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (IllegalArgumentException e) {
      throw new Failure(Exit.USAGE, "'" + pattern + "' is no pattern", "--include", null);
    }
  }

  /** One for files that are named, with the usual ways where a folder is. */
  public static Gathering ofFiles(InputStream stdin) {
    return new Gathering(List.of(), Integer.MAX_VALUE, stdin, true, null);
  }

  /** Adds what a word means: a file, all of a folder, or {@code -}. */
  public void add(String word) {
    if (word.equals("-")) {
      spool("-", stdin);
      return;
    }
    Path path = path(word);
    if (Files.isDirectory(path)) {
      walk(path, 1, ignoredIn(path));
    } else if (Files.isRegularFile(path)) {
      take(path);
    } else if (Files.exists(path)) {
      // A pipe, such as the shell's <(command), can be read once only.
      try (InputStream bytes = Files.newInputStream(path)) {
        spool(word, bytes);
      } catch (IOException e) {
        throw new Failure(Exit.NOT_FOUND, word + " cannot be read");
      }
    } else if (Files.isSymbolicLink(path)) {
      throw new Failure(Exit.NOT_FOUND, word + " is a link to something that is not there");
    } else {
      throw new Failure(Exit.NOT_FOUND, "there is no file or folder " + word);
    }
  }

  /** Adds a file from a list, where one that is missing must not stop the others. */
  void addListed(Path path) {
    if (Files.isDirectory(path)) {
      walk(path, 1, ignoredIn(path));
    } else {
      take(path);
    }
  }

  /** The files found so far, each once. */
  public List<Source> sources() {
    return List.copyOf(sources.values());
  }

  /** Folders that could not be listed, one sentence each. */
  List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  /** {@code 3 skipped: 2 of unknown type, 1 hidden}, or null when nothing was. */
  @Nullable String skipped() {
    int all = hidden + ignored + unknown + linkedFolders + brokenLinks + others;
    if (all == 0) {
      return null;
    }
    return all
        + " skipped: "
        + Stream.of(
                counted(unknown, includes.isEmpty() ? "of unknown type" : "not asked for"),
                counted(hidden, "hidden"),
                counted(ignored, "ignored by git"),
                counted(linkedFolders, linkedFolders == 1 ? "linked folder" : "linked folders"),
                counted(brokenLinks, brokenLinks == 1 ? "broken link" : "broken links"),
                counted(others, "neither file nor folder"))
            .filter(part -> !part.isEmpty())
            .collect(java.util.stream.Collectors.joining(", "));
  }

  private static String counted(int count, String what) {
    return count == 0 ? "" : count + " " + what;
  }

  /** Removes what was kept of the standard input. */
  @Override
  public void close() {
    for (Path path : spooled) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // the folder for temporary files is emptied by others, too
      }
    }
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new Failure(Exit.USAGE, "'" + word + "' cannot be the path of a file");
    }
  }

  private @Nullable Ignored ignoredIn(Path folder) {
    return heedsGit ? Ignored.startingAt(folder) : null;
  }

  private void walk(Path folder, int depth, @Nullable Ignored git) {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(folder)) {
      entries = listed.sorted().toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      unreadable.add("the folder " + folder + " cannot be listed");
      return;
    }
    for (Path entry : entries) {
      String name = String.valueOf(entry.getFileName());
      boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
      if (name.startsWith(".")) {
        hidden++;
      } else if (git != null && git.has(entry, isFolder)) {
        ignored++;
      } else if (isFolder) {
        if (depth < maxDepth && !entry.toAbsolutePath().normalize().equals(leftOut)) {
          walk(entry, depth + 1, git == null ? null : git.below(entry));
        }
      } else if (Files.isRegularFile(entry)) {
        if (isWanted(entry, name)) {
          take(entry);
        } else {
          unknown++;
        }
      } else if (Files.isDirectory(entry)) {
        linkedFolders++;
      } else if (Files.isSymbolicLink(entry)) {
        brokenLinks++;
      } else {
        others++;
      }
    }
  }

  private boolean isWanted(Path path, String name) {
    if (!includes.isEmpty()) {
      Path shown = path.normalize();
      return includes.stream().anyMatch(glob -> glob.matches(Path.of(name)) || glob.matches(shown));
    }
    int dot = name.lastIndexOf('.');
    return dot >= 0 && KNOWN.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private void take(Path path) {
    // names that are no UTF-8 may look alike
    Path name = path.normalize();
    sources.putIfAbsent(name, new Source(name.toString(), path));
  }

  private void spool(String name, InputStream bytes) {
    if (sources.containsKey(Path.of(name))) {
      return;
    }
    try {
      Path copy = Files.createTempFile("taxon-", ".input");
      spooled.add(copy);
      copy.toFile().deleteOnExit(); // when Ctrl-C comes before all is gathered
      Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
      sources.put(Path.of(name), new Source(name, copy));
    } catch (IOException e) {
      throw new Failure(Exit.FAILED, "the standard input cannot be kept in the temporary folder");
    }
  }
}
