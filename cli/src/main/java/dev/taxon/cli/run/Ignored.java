package dev.taxon.cli.run;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code .gitignore} files of a folder and of those above it, up to the root of its
 * repository, leave out (git's documentation, gitignore). Outside a repository nothing is.
 */
final class Ignored {
  /** Outside any repository. */
  private static final Ignored NOTHING = new Ignored(null, List.of());

  /**
   * One line of such a file.
   *
   * @param wanted whether it takes files in again that a line before left out
   * @param foldersOnly whether it speaks of folders alone
   */
  private record Line(PathMatcher matcher, boolean wanted, boolean foldersOnly) {}

  private final @Nullable Ignored above;
  private final Path folder;
  private final List<Line> lines;

  private Ignored(@Nullable Ignored above, List<Line> lines) {
    this(above, Path.of(""), lines);
  }

  private Ignored(@Nullable Ignored above, Path folder, List<Line> lines) {
    this.above = above;
    this.folder = folder;
    this.lines = lines;
  }

  /** For a folder that a walk begins in. */
  static Ignored startingAt(Path folder) {
    var folders = new ArrayList<Path>();
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      folders.addFirst(at);
      if (Files.exists(at.resolve(".git"))) {
        Ignored found = NOTHING;
        for (Path one : folders) {
          found = new Ignored(found, one, read(one));
        }
        return found;
      }
    }
    return NOTHING;
  }

  /** For a folder inside the one before. */
  Ignored below(Path inner) {
    Path absolute = inner.toAbsolutePath().normalize();
    boolean repository = this != NOTHING || Files.exists(absolute.resolve(".git"));
    return repository ? new Ignored(this, absolute, read(absolute)) : NOTHING;
  }

  /** Whether a file or folder in this folder is left out. */
  boolean has(Path entry, boolean isFolder) {
    Path absolute = entry.toAbsolutePath().normalize();
    for (Ignored at = this; at != null; at = at.above) {
      for (Line line : at.lines.reversed()) {
        if ((isFolder || !line.foldersOnly())
            && line.matcher().matches(at.folder.relativize(absolute))) {
          return !line.wanted();
        }
      }
    }
    return false;
  }

  private static List<Line> read(Path folder) {
    var lines = new ArrayList<Line>();
    try {
      Path file = folder.resolve(".gitignore");
      if (Files.isRegularFile(file)) {
        for (String text : Files.readAllLines(file)) {
          Line line = line(text.stripTrailing());
          if (line != null) {
            lines.add(line);
          }
        }
      }
    } catch (IOException e) {
      // one that cannot be read leaves nothing out
    }
    return lines;
  }

  private static @Nullable Line line(String text) {
    if (text.isEmpty() || text.startsWith("#")) {
      return null;
    }
    boolean wanted = text.startsWith("!");
    String pattern = wanted || text.startsWith("\\") ? text.substring(1) : text;
    boolean foldersOnly = pattern.endsWith("/");
    pattern = foldersOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
    boolean anchored = pattern.indexOf('/') >= 0;
    pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    // braces mean nothing to git
    String glob = pattern.replace("{", "\\{").replace("}", "\\}");
    glob = glob.endsWith("/**") ? glob + "*" : glob;
    String anywhere = anchored ? glob : "{,**/}" + glob;
    anywhere = anywhere.startsWith("**/") ? "{,**/}" + anywhere.substring(3) : anywhere;
    anywhere = anywhere.replace("/**/", "/{,**/}");
    try {
      return new Line(
          FileSystems.getDefault().getPathMatcher("glob:" + anywhere), wanted, foldersOnly);
    } catch (PatternSyntaxException | InvalidPathException e) {
      return null; // such a line fits no file
    }
  }
}
