package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Product;
import dev.taxon.cli.console.StandardOutput;
import dev.taxon.cli.official.OfficialCli;
import dev.taxon.cli.official.Surroundings;
import dev.taxon.cli.official.completion.Words;
import dev.taxon.server.BadSetting;
import java.util.List;
import java.util.Set;

/** Where the program starts, under any of its names. */
public final class Main {
  private static final String NATIVE_NAME = "taxon";

  /** Flags that, standing first, belong to Taxon; any other one is the compatible client's. */
  private static final Set<String> NATIVE_FLAGS = Set.of("-h", "--help", "-V", "-v", "--version");

  private Main() {}

  public static void main(String[] arguments) {
    var out = new StandardOutput();
    Console console = Console.ofProcess(out);
    String name = System.getProperty("taxon.name", NATIVE_NAME);
    List<String> words = List.of(arguments);
    int exit;
    try {
      exit = run(name, words, console);
    } catch (Throwable unforeseen) {
      exit = told(unforeseen, console);
    }
    console.out().flush();
    if (console.out().checkError() && exit == Exit.DONE) {
      exit = Exit.FAILED;
    }
    out.loss().ifPresent(why -> console.err().println("error: the output is not whole: " + why));
    end(exit, isOfficial(name, words));
  }

  /**
   * Ends the process. {@link System#exit} first looks through every library for somebody who logs
   * that it was called, which takes as long as a short command; so it is called only where a status
   * has to be told with hooks left to run, or where returning would not end the process so.
   *
   * @param tidy whether the command left nothing to hooks
   */
  private static void end(int exit, boolean tidy) {
    if (tidy) {
      Runtime.getRuntime().halt(exit);
    }
    if (exit != Exit.DONE || othersRun() || isSignalled()) {
      System.exit(exit);
    }
  }

  private static boolean othersRun() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> !thread.isDaemon() && thread != Thread.currentThread());
  }

  /** Whether a signal ends the process already, whose status is then the signal's. */
  private static boolean isSignalled() {
    var hook = new Thread();
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /** A person gets a sentence; who asks for it gets the trace. */
  private static int told(Throwable unforeseen, Console console) {
    if (unforeseen instanceof BadSetting bad) {
      console.err().println(new Failure(Exit.USAGE, String.valueOf(bad.getMessage())).told());
      return Exit.USAGE;
    }
    if (console.has("TAXON_TRACE")) {
      unforeseen.printStackTrace(console.err());
    }
    var failure =
        new Failure(
            Exit.FAILED,
            "Taxon failed in a way that nobody foresaw: " + unforeseen,
            null,
            "set TAXON_TRACE=1 and run it again to see where, and please report it");
    console.err().println(failure.told());
    return failure.exit();
  }

  /**
   * Runs one command.
   *
   * @param name what the program was called by
   * @return the exit code
   */
  static int run(String name, List<String> arguments, Console console) {
    if (name.equals(NATIVE_NAME) && arguments.size() == 1 && isVersion(arguments.getFirst())) {
      console.out().println(Product.title());
      return Exit.DONE;
    }
    return isOfficial(name, arguments)
        ? new OfficialCli(
                Surroundings.ofThisProcess(console.screen()),
                new OwnService(console.environment()),
                name.equals(NATIVE_NAME) ? new NativeWords(console) : Words.NONE)
            .run(name, arguments, console.environment(), console.in(), console.out(), console.err())
        : NativeCommands.run(arguments, console, new Composition(console));
  }

  private static boolean isVersion(String flag) {
    return flag.equals("--version") || flag.equals("-v") || flag.equals("-V");
  }

  /**
   * Whether the compatible client answers: always under its own names, else for its own words. This
   * is decided before anything of the native commands is loaded, because its users wait for it in
   * loops.
   */
  static boolean isOfficial(String name, List<String> arguments) {
    if (!name.equals(NATIVE_NAME)) {
      return true;
    }
    if (arguments.isEmpty()) {
      return false;
    }
    String first = arguments.getFirst();
    if (first.equals("projects") && arguments.size() > 1 && arguments.get(1).equals("create")) {
      return false;
    }
    return first.startsWith("-") ? !NATIVE_FLAGS.contains(first) : OfficialCli.answersTo(first);
  }
}
