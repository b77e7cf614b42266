package dev.taxon.cli.official.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** The commands that no help lists, because scripts and packages call them. */
public final class Hidden {
  private static final List<String> SHELLS = List.of("bash", "fish", "pwsh", "zsh");

  private Hidden() {}

  /** What came of one: text for standard output and standard error, and the exit status. */
  public record Outcome(String out, String err, int exit) {}

  /** Whether {@code word}, standing first, is one of them. */
  public static boolean is(String word) {
    return word.equals("__complete") || word.equals("@completion") || word.equals("@manpages");
  }

  /**
   * Runs one.
   *
   * @param program the name it was called by
   * @param args the first of them says which
   * @param folder what relative paths begin at
   */
  public static Outcome run(
      String program, List<String> args, Map<String, String> env, Words own, Path folder) {
    List<String> rest = args.subList(1, args.size());
    return switch (args.getFirst()) {
      case "__complete" -> complete(rest, env, own);
      case "@completion" -> script(program, rest);
      default -> pages(program, rest, own, folder);
    };
  }

  private static Outcome complete(List<String> args, Map<String, String> env, Words own) {
    String style = env.getOrDefault("COMPLETION_STYLE", "");
    if (!SHELLS.contains(style)) {
      return failed("COMPLETION_STYLE must be set to 'bash', 'zsh', 'pwsh', or 'fish'");
    }
    boolean marked = !args.isEmpty() && args.getFirst().equals("--");
    var completion = new Completion(style, own);
    Completion.Result result = completion.after(marked ? args.subList(1, args.size()) : args);
    var out = new StringBuilder();
    result.candidates().forEach(found -> out.append(completion.line(found)).append('\n'));
    return new Outcome(out.toString(), "", result.code());
  }

  private static Outcome script(String program, List<String> args) {
    String known = "available shells are [" + String.join(" ", SHELLS) + "]";
    if (args.isEmpty()) {
      return failed("no shell provided for completion command. " + known);
    }
    String shell = args.getFirst();
    if (!SHELLS.contains(shell)) {
      return failed("unknown shell " + shell + ", " + known);
    }
    String template;
    try (InputStream stored = Hidden.class.getResourceAsStream("complete." + shell)) {
      if (stored == null) {
        throw new IllegalStateException("the script for " + shell + " is missing");
      }
      template = new String(stored.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String word = program.replaceAll("[^A-Za-z0-9]", "_");
    return new Outcome(template.replace("@PROGRAM@", program).replace("@FUNCTION@", word), "", 0);
  }

  private static Outcome pages(String program, List<String> args, Words own, Path folder) {
    String output = "man";
    boolean zipped = true;
    boolean plain = false;
    var left = new ArrayList<>(args);
    while (!left.isEmpty()) {
      String arg = left.removeFirst();
      switch (arg) {
        case "-o", "--output", "-output" -> {
          if (left.isEmpty()) {
            return failed("Incorrect Usage: flag needs an argument: " + arg + "\n");
          }
          output = left.removeFirst();
        }
        case "--gzip", "-z", "--gzip=true" -> zipped = true;
        case "--gzip=false" -> zipped = false;
        case "--text", "--text=true" -> plain = true;
        default -> {
          if (!arg.startsWith("--output=")) {
            return failed("Incorrect Usage: flag provided but not defined: " + arg + "\n");
          }
          output = arg.substring(arg.indexOf('=') + 1);
        }
      }
    }
    byte[] page = ManPage.of(program, own).getBytes(StandardCharsets.UTF_8);
    Path man = folder.resolve(output).resolve("man1");
    try {
      Files.createDirectories(man);
      if (plain) {
        Files.write(man.resolve(program + ".1"), page);
      }
      if (zipped) {
        try (OutputStream file = Files.newOutputStream(man.resolve(program + ".1.gz"));
            var zip = new GZIPOutputStream(file)) {
          zip.write(page);
        }
      }
    } catch (IOException e) {
      return failed("cannot write to " + man);
    }
    return new Outcome("Wrote manpages to " + output + "\n", "", 0);
  }

  private static Outcome failed(String message) {
    return new Outcome("", message + "\n", 1);
  }
}
