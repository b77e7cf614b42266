package dev.taxon.cli;

import dev.taxon.Candidate;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.Line;
import dev.taxon.ReadFailure;
import dev.taxon.ReadLimits;
import dev.taxon.ReadRequest;
import dev.taxon.RuleSet;
import dev.taxon.cli.check.CheckCommand;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Screen;
import dev.taxon.cli.eval.EvalCommand;
import dev.taxon.cli.explain.ExplainCommand;
import dev.taxon.cli.init.InitCommand;
import dev.taxon.cli.run.Parts;
import dev.taxon.cli.run.RunCommand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Types native commands in this process, with parts that make every outcome easy to bring about: a
 * document is the type whose name it holds, with a confidence of 0.9; one that says {@code broken}
 * cannot be read, one that says {@code mad} makes the classifier throw.
 *
 * @param folder put before relative paths of files that are written
 */
record Shell(Path folder, Screen screen, Map<String, String> environment, String stdin) {
  Shell(Path folder) {
    this(folder, Screen.NONE, Map.of(), "");
  }

  /** What came of a command. */
  record Outcome(int exit, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  Shell on(Screen screen) {
    return new Shell(folder, screen, environment, stdin);
  }

  Shell with(String variable, String value) {
    return new Shell(folder, screen, Map.of(variable, value), stdin);
  }

  Shell reading(String stdin) {
    return new Shell(folder, screen, environment, stdin);
  }

  /** Writes a file and gives its whole path. */
  String file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Outcome type(String... words) {
    return type(new Parts(Shell::read, Shell::classify, ReadLimits.DEFAULT), words);
  }

  Outcome type(Parts parts, String... words) {
    return type(flags -> parts, words);
  }

  /** The same with parts that depend on flags, by the names of settings. */
  Outcome type(Function<Map<String, String>, Parts> parts, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            screen);
    int exit =
        NativeCommands.run(
            List.of(words),
            console,
            List.of(
                new RunCommand(console, parts, () -> folder),
                new CheckCommand(console, parts),
                new ExplainCommand(console, parts),
                new EvalCommand(console, parts),
                new InitCommand(console, parts)));
    return new Outcome(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Document read(Path file, ReadRequest request) throws ReadFailure {
    try {
      String text = Files.readString(file);
      if (text.contains("broken")) {
        throw new ReadFailure(ReadFailure.Code.PDF_IS_BROKEN, "The PDF is damaged; save it again.");
      }
      return Document.of(text.split("\n"));
    } catch (IOException e) {
      throw new ReadFailure(ReadFailure.Code.ENGINE_ERROR, "The file cannot be read.", e);
    }
  }

  static Decision classify(Document document, RuleSet rules) {
    String text = document.pages().getFirst().text();
    if (text.contains("mad")) {
      throw new IllegalStateException();
    }
    String type = rules.types().stream().filter(text::contains).findFirst().orElse(null);
    String first =
        document.pages().getFirst().lines().stream().findFirst().map(Line::text).orElse("");
    return new Decision(
        type,
        type == null ? 0.25 : 0.9,
        type == null ? "No rule fits." : "It says \"" + first + "\".",
        List.of(),
        rules.types().stream().map(t -> new Candidate(t, 0.5)).toList());
  }
}
