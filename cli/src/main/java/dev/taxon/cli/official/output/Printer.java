package dev.taxon.cli.official.output;

import dev.taxon.cli.official.json.Json;
import dev.taxon.cli.official.parse.Globals;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints answers; a long list or a document to explore goes through the pager of a terminal. */
public final class Printer {
  private final PrintStream out;
  private final PrintStream err;

  public Printer(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Prints one answer. */
  public void print(Json answer, Show show) {
    if (!show.kind().equals("explore")) {
      write(show.text(answer));
    } else if (show.screen().isTerminal()) {
      String text = show.text(answer);
      if (lines(text, show.screen().width()) < show.screen().height() - 3
          || !page(List.of(text), show)) {
        write(text);
      }
    } else {
      warn(show);
      write(show.asJson().text(answer));
    }
  }

  /** The format is none for lists. */
  public static final class UnknownFormat extends IOException {
    private static final long serialVersionUID = 1;

    UnknownFormat(String message) {
      super(message);
    }
  }

  /** Where items come from, one page after the other. */
  public interface Items {
    /** The next item, or missing when there are no more. */
    Json next() throws IOException;
  }

  /**
   * Prints items one by one, at most {@code most} of them, or all when it is negative.
   *
   * @throws UnknownFormat at the first item, if the format is none for lists
   * @throws IOException if a page could not be fetched; what was fetched before is printed
   */
  public void print(Items items, long most, Show given) throws IOException {
    Show show = given;
    if (show.format().equals("explore") && !show.screen().isTerminal()) {
      warn(show);
      show = show.asJson();
    }
    boolean terminal = show.screen().isTerminal();
    var held = new ArrayList<String>();
    int heldLines = 0;
    long left = most;
    String between = show.kind().equals("yaml") ? "---\n" : "";
    boolean first = true;
    try {
      while (left != 0) {
        Json item = items.next();
        if (!item.exists()) {
          break;
        }
        if (show.isUnknownForLists()) {
          // an empty list is shown in any format
          throw new UnknownFormat(
              "Invalid format: " + show.format() + ", valid formats are: " + Globals.formats());
        }
        left--;
        String text = (first ? "" : between) + show.text(item);
        first = false;
        if (!terminal) {
          write(text);
          if (out.checkError()) {
            return;
          }
          continue;
        }
        held.add(text);
        heldLines += lines(text, show.screen().width());
        if (heldLines >= show.screen().height() - 3) {
          pageOrWrite(held, items, left, show, between);
          return;
        }
      }
    } finally {
      held.forEach(this::write);
    }
  }

  private void pageOrWrite(List<String> held, Items items, long left, Show show, String between)
      throws IOException {
    var pager = Pager.open(show);
    if (pager.isEmpty()) {
      held.forEach(this::write);
      held.clear();
      for (long n = left; n != 0; n--) {
        Json item = items.next();
        if (!item.exists()) {
          return;
        }
        write(between + show.text(item));
      }
      return;
    }
    try (Pager open = pager.get()) {
      boolean read = true;
      for (String text : held) {
        read = read && open.write(text);
      }
      held.clear();
      for (long n = left; read && n != 0; n--) {
        Json item = items.next();
        read = item.exists() && open.write(between + show.text(item));
      }
    }
  }

  private static boolean page(List<String> texts, Show show) {
    var pager = Pager.open(show);
    if (pager.isEmpty()) {
      return false;
    }
    try (Pager open = pager.get()) {
      texts.forEach(open::write);
    }
    return true;
  }

  private void warn(Show show) {
    if (show.explicit()) {
      err.print(Show.NO_EXPLORER);
      err.flush();
    }
  }

  private void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }

  /** How many lines of a terminal {@code text} takes. */
  private static int lines(String text, int width) {
    int lines = 0;
    for (String line : text.replaceAll("\u001b\\[[0-9;]*m", "").lines().toList()) {
      lines += 1 + Math.max(0, Cells.width(line) - 1) / Math.max(1, width);
    }
    return lines;
  }

  /** A running pager. */
  private static final class Pager implements AutoCloseable {
    private final Process process;
    private final OutputStream in;

    private Pager(Process process) {
      this.process = process;
      this.in = process.getOutputStream();
    }

    /** The pager that PAGER names, or less; nothing when it does not start. */
    static java.util.Optional<Pager> open(Show show) {
      String named = show.env().getOrDefault("PAGER", "").strip();
      List<String> command = named.isEmpty() ? List.of("less") : List.of(named.split("\\s+"));
      Map<String, String> environment = new HashMap<>();
      environment.put("LESS", "-X -r -P " + show.title());
      environment.put("MORE", "-r -P " + show.title());
      try {
        return java.util.Optional.of(new Pager(show.screen().pager(command, environment)));
      } catch (IOException e) {
        return java.util.Optional.empty();
      }
    }

    /** Writes to it; false once the reader has left. */
    boolean write(String text) {
      try {
        in.write(text.getBytes(StandardCharsets.UTF_8));
        in.flush();
        return true;
      } catch (IOException e) {
        return false;
      }
    }

    @Override
    public void close() {
      try {
        in.close();
      } catch (IOException e) {
        // the reader left before the end, as it may
      }
      boolean interrupted = false;
      while (true) {
        try {
          process.waitFor();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
