package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import java.util.List;

/** Where the program starts. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Console console = Console.ofProcess();
    int exit = run(System.getProperty("taxon.name", "taxon"), List.of(arguments), console);
    console.out().flush();
    console.err().flush();
    System.exit(exit);
  }

  /**
   * Runs one command.
   *
   * @param name what the program was called by
   * @return the exit code
   */
  static int run(String name, List<String> arguments, Console console) {
    return NativeCommands.run(arguments, console);
  }
}
