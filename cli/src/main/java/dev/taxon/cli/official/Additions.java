package dev.taxon.cli.official;

import dev.taxon.cli.official.catalogue.Catalogue;
import dev.taxon.cli.official.catalogue.Command;
import dev.taxon.cli.official.catalogue.Flag;
import dev.taxon.cli.official.json.Json;
import dev.taxon.cli.official.parse.Given;
import dev.taxon.cli.official.parse.Quoted;
import dev.taxon.cli.official.request.Desk;
import dev.taxon.cli.official.request.RequestPlan;
import dev.taxon.cli.official.request.RequestPlanner;
import dev.taxon.cli.official.request.RequestProblem;
import dev.taxon.cli.official.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Taxon adds to the commands that start a job: files by their path are uploaded first, and the
 * job's end can be waited for.
 */
final class Additions {
  /** Flags that name the files of a job. */
  private static final Set<String> FILES = Set.of("file-id", "file-input");

  private static final Set<String> GOES_ON =
      Set.of("PENDING", "QUEUED", "THROTTLED", "RUNNING", "PROCESSING");

  private static final Set<String> FAILED = Set.of("ERROR", "FAILED", "CANCELLED");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Surroundings surroundings;
  private final Command command;
  private final Given given;

  Additions(Surroundings surroundings, Command command, Given given) {
    this.surroundings = surroundings;
    this.command = command;
    this.given = given;
  }

  /** Sends a request and gives the answer's JSON. */
  interface Ask {
    Json of(Command command, RequestPlan plan) throws IOException, RequestProblem;
  }

  /**
   * Uploads the files that stand where ids are expected, and puts their ids there.
   *
   * @return whether there were any
   * @throws RequestProblem when one is not there; nothing is uploaded then
   */
  boolean upload(Ask ask) throws IOException, RequestProblem {
    List<Flag> flags =
        command.flags().stream()
            .filter(flag -> command.method().equals("POST") && FILES.contains(flag.name()))
            .toList();
    for (Flag flag : flags) {
      Optional<Value> value = given.value(flag.name());
      if (value.isPresent()) {
        refuseMissing(value.get());
      }
    }
    boolean any = false;
    for (Flag flag : flags) {
      Optional<Value> value = given.value(flag.name());
      if (value.isPresent()) {
        Value ids = uploaded(value.get(), ask);
        any |= !ids.equals(value.get());
        given.give(flag, ids);
      }
    }
    return any;
  }

  private void refuseMissing(Value value) throws RequestProblem {
    if (value instanceof Value.Items items) {
      for (Value item : items.items()) {
        refuseMissing(item);
      }
    } else if (value instanceof Value.Text text && isPath(text.text()) && !isFile(text.text())) {
      throw new RequestProblem(
          "there is no file " + Quoted.of(text.text()) + ", and no id has a dot or a slash");
    }
  }

  private Value uploaded(Value value, Ask ask) throws IOException, RequestProblem {
    if (value instanceof Value.Items items) {
      var ids = new ArrayList<Value>();
      for (Value item : items.items()) {
        ids.add(uploaded(item, ask));
      }
      return new Value.Items(ids);
    }
    return value instanceof Value.Text text && isFile(text.text())
        ? new Value.Text(id(text.text(), ask))
        : value;
  }

  /** No id has a dot or a slash, and no name without one is taken for a file. */
  private static boolean isPath(String word) {
    return (word.indexOf('.') >= 0 || word.indexOf('/') >= 0) && !word.startsWith("@");
  }

  private boolean isFile(String word) {
    try {
      return isPath(word) && Files.isRegularFile(surroundings.folder().resolve(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private String id(String path, Ask ask) throws IOException, RequestProblem {
    Command create =
        Catalogue.group("files").flatMap(files -> files.command("create")).orElseThrow();
    var upload = new Given();
    for (Flag flag : create.flags()) {
      switch (flag.name()) {
        case "file" -> upload.give(flag, new Value.Text(path));
        case "purpose" -> upload.give(flag, new Value.Text("classify"));
        default -> given.value(flag.name()).ifPresent(same -> upload.give(flag, same));
      }
    }
    // standard input is the command's own
    var desk = new Desk(surroundings.folder(), InputStream.nullInputStream(), true);
    RequestPlan plan =
        new RequestPlanner(desk, surroundings.random())
            .plan("files create", create, upload, List.of());
    Json id = ask.of(create, plan).get("id");
    if (id.kind() != Json.Kind.TEXT) {
      throw new IOException("the answer to the upload of " + path + " has no id");
    }
    return id.text();
  }

  /** Whether the end is to be waited for. */
  boolean waits() {
    return given.isOn("wait");
  }

  /** How long to wait at most. */
  Duration timeout() throws RequestProblem {
    String text = given.text("timeout", "10m");
    var time = TIME.matcher(text);
    if (!time.matches()) {
      throw new RequestProblem(
          "--timeout is a time such as 90s, 10m or 1h, found \"" + text + "\"");
    }
    long count = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  /** The job did not end in time. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1;

    TooSlow(String message) {
      super(message);
    }
  }

  /**
   * The job as it is at its end.
   *
   * @param created as it was created
   * @param group the word of its commands
   */
  Json ended(Json created, String group, Ask ask) throws IOException, RequestProblem {
    Duration left = timeout();
    Duration pause = FIRST_PAUSE;
    Json job = created;
    Command get = Catalogue.group(group).flatMap(all -> all.command("get")).orElseThrow();
    while (GOES_ON.contains(job.get("status").text())) {
      if (left.isNegative() || left.isZero()) {
        throw new TooSlow(
            "job "
                + job.get("id").text()
                + " is still "
                + job.get("status").text()
                + " after "
                + given.text("timeout", "10m"));
      }
      try {
        surroundings.pause().last(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return job;
      }
      left = left.minus(pause);
      pause = pause.multipliedBy(3).dividedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      job = ask.of(get, getPlan(get, job));
    }
    return job;
  }

  private RequestPlan getPlan(Command get, Json job) throws RequestProblem {
    var asked = new Given();
    for (Flag flag : get.flags()) {
      given.value(flag.name()).ifPresent(same -> asked.give(flag, same));
    }
    var desk = new Desk(surroundings.folder(), InputStream.nullInputStream(), true);
    return new RequestPlanner(desk, surroundings.random())
        .plan("get", get, asked, List.of(job.get("id").text()));
  }

  /** Whether a job ended otherwise than asked for. */
  static boolean isFailed(Json job) {
    return FAILED.contains(job.get("status").text());
  }
}
