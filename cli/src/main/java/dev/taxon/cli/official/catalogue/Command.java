package dev.taxon.cli.official.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * One command of a group: one HTTP request, or for a paged list one per page.
 *
 * @param name its word after the group's
 * @param method the HTTP method
 * @param path the path from the server's root, with {@code {field}} where a path flag's value goes
 * @param body what the request carries
 * @param paged whether it lists item by item and fetches the pages by itself
 * @param silent whether it prints nothing when it succeeds
 * @param summary for help
 * @param example for help: the words after the group and command
 * @param flags in the order in which they are named when they are missing
 */
public record Command(
    String name,
    String method,
    String path,
    Body body,
    boolean paged,
    boolean silent,
    String summary,
    String example,
    List<Flag> flags) {
  public Command {
    flags = List.copyOf(flags);
  }

  /** What a request carries. */
  public enum Body {
    NONE,
    JSON,
    MULTIPART
  }

  /** All flags, each followed by its dotted ones. */
  public List<Flag> allFlags() {
    var all = new ArrayList<Flag>();
    for (Flag flag : flags) {
      all.add(flag);
      all.addAll(flag.inner());
    }
    return all;
  }

  /** The same command under another name. */
  Command named(String other) {
    return new Command(other, method, path, body, paged, silent, summary, example, flags);
  }
}
