package dev.taxon.cli.official;

import dev.taxon.cli.official.output.Screen;
import dev.taxon.cli.official.wire.HttpTransport;
import dev.taxon.cli.official.wire.Transport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** One run of the program, built step by step. */
final class Run {
  /** What a run left behind. */
  record Result(int exit, String out, String err, List<Duration> pauses) {}

  private final Map<String, String> env = new HashMap<>();
  private Path folder = Path.of("");
  private byte[] in = {};
  private boolean typed;
  private Screen screen = screen(false, 80, 24);
  private Optional<String> localKey = Optional.empty();
  private String localBase = "http://127.0.0.1:8080";
  private String program = "llp";
  private Transport transport = new HttpTransport();

  /** A run against {@code server} with a key. */
  static Run against(ScriptedServer server) {
    return new Run().env("LLAMA_CLOUD_BASE_URL", server.base()).env("LLAMA_CLOUD_API_KEY", "k1");
  }

  Run env(String name, String value) {
    env.put(name, value);
    return this;
  }

  Run without(String name) {
    env.remove(name);
    return this;
  }

  Run in(Path newFolder) {
    folder = newFolder;
    return this;
  }

  Run reading(String text) {
    in = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  Run atKeyboard() {
    typed = true;
    return this;
  }

  Run on(Screen newScreen) {
    screen = newScreen;
    return this;
  }

  Run withLocalKey(String key) {
    localKey = Optional.of(key);
    return this;
  }

  Run withLocalServiceAt(String base) {
    localBase = base;
    return this;
  }

  Run through(Transport newTransport) {
    transport = newTransport;
    return this;
  }

  Run called(String name) {
    program = name;
    return this;
  }

  Result run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var pauses = new ArrayList<Duration>();
    var surroundings =
        new Surroundings(
            screen,
            typed,
            folder,
            transport,
            pauses::add,
            new SplittableRandom(1),
            () -> Instant.parse("2026-01-02T03:04:05Z"),
            () -> ZoneOffset.UTC);
    int exit =
        new OfficialCli(surroundings, local(), dev.taxon.cli.official.completion.Words.NONE)
            .run(
                program,
                List.of(args),
                env,
                new ByteArrayInputStream(in),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Result(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), pauses);
  }

  private LocalService local() {
    return new LocalService() {
      @Override
      public String base() {
        return localBase;
      }

      @Override
      public Optional<String> key() {
        return localKey;
      }
    };
  }

  static Screen screen(boolean terminal, int width, int height) {
    return new Screen() {
      @Override
      public boolean isTerminal() {
        return terminal;
      }

      @Override
      public int width() {
        return width;
      }

      @Override
      public int height() {
        return height;
      }

      @Override
      public Process pager(List<String> command, Map<String, String> environment)
          throws java.io.IOException {
        throw new java.io.IOException("no pager here");
      }
    };
  }
}
