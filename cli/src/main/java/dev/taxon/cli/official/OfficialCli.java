package dev.taxon.cli.official;

import dev.taxon.cli.official.catalogue.Catalogue;
import dev.taxon.cli.official.completion.Hidden;
import dev.taxon.cli.official.completion.Words;
import dev.taxon.cli.official.parse.BaseUrls;
import dev.taxon.cli.official.parse.Call;
import dev.taxon.cli.official.parse.CommandLine;
import dev.taxon.cli.official.parse.UsageProblem;
import dev.taxon.cli.official.request.Desk;
import dev.taxon.cli.official.request.RequestProblem;
import dev.taxon.cli.official.value.ValueProblem;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The official command line, called by any of its names. */
public final class OfficialCli {
  /** The official version that this one follows. */
  public static final String VERSION = "1.5.1";

  private final Surroundings surroundings;
  private final LocalService local;
  private final Words own;

  /**
   * @param surroundings what it touches
   * @param local the service on this machine, asked when no other is named
   * @param own further commands of the program, for completion and the manual page
   */
  public OfficialCli(Surroundings surroundings, LocalService local, Words own) {
    this.surroundings = surroundings;
    this.local = local;
    this.own = own;
  }

  /**
   * Whether {@code word} is the name of one of its groups, or of one that it explains not to have.
   */
  public static boolean answersTo(String word) {
    return Catalogue.names().contains(word) || Catalogue.isElsewhere(word) || Hidden.is(word);
  }

  /**
   * Runs one command.
   *
   * @param program the name that it was called by
   * @return the exit status
   */
  public int run(
      String program,
      List<String> args,
      Map<String, String> env,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    var codes = ExitCodes.of(env);
    if (!args.isEmpty() && Hidden.is(args.getFirst())) {
      Hidden.Outcome outcome = Hidden.run(program, args, env, own, surroundings.folder());
      print(out, outcome.out());
      print(err, outcome.err());
      return outcome.exit();
    }
    try {
      BaseUrls.check(env.getOrDefault("LLAMA_CLOUD_BASE_URL", ""), "LLAMA_CLOUD_BASE_URL");
      Call call = CommandLine.parse(program, args);
      switch (call.wish()) {
        case HELP -> print(out, Help.of(program, call.group(), call.command()));
        case VERSION -> print(out, program + " version " + VERSION + "\n");
        case RUN -> {
          var server = Server.of(program, call, env, local);
          try (var desk = new Desk(surroundings.folder(), in, surroundings.inIsTerminal())) {
            return new CommandRun(surroundings, program, call, env, server, codes, out, err)
                .run(desk);
          }
        }
      }
      return ExitCodes.DONE;
    } catch (StackOverflowError e) {
      print(err, "the JSON is nested too deeply to be shown\n");
      return 1;
    } catch (UsageProblem e) {
      if (e.showHelp()) {
        print(out, Help.of(program, Optional.empty(), Optional.empty()));
      }
      print(err, e.text());
      return e.code() == ExitCodes.UNKNOWN_COMMAND ? e.code() : codes.usage();
    } catch (ValueProblem e) {
      print(err, e.getMessage() + "\n");
      return codes.usage();
    } catch (RequestProblem e) {
      print(err, e.text() + "\n");
      return codes.usage();
    }
  }

  static void print(PrintStream stream, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }
}
