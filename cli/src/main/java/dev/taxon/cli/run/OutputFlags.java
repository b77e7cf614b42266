package dev.taxon.cli.run;

import dev.taxon.cli.console.Colour;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.rows.Column;
import dev.taxon.cli.rows.Form;
import dev.taxon.cli.rows.Row;
import dev.taxon.cli.rows.RowWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that say where rows go and how they look. */
public final class OutputFlags {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description =
          "table, csv, tsv, jsonl, json, yaml or md (default: table on a terminal, else csv).")
  private @Nullable Form form;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the rows to FILE, whose ending says the form.")
  private @Nullable Path out;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "NAME",
      description = "Which columns, in which order: file,type,confidence,reasoning,error.")
  private List<String> columns = List.of();

  @Option(names = "--sort", paramLabel = "NAME", description = "Sort by a column.")
  private @Nullable String sort;

  @Option(names = "--no-header", description = "Leave out the header line.")
  private boolean noHeader;

  @Option(names = "--wide", description = "Do not cut the reasoning to the terminal's width.")
  private boolean wide;

  @Option(names = "--bom", description = "Begin CSV with a byte order mark, for spreadsheets.")
  private boolean mark;

  @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never.")
  private Colour.When colour = Colour.When.AUTO;

  /** The file that rows go to, if one is named. */
  Optional<Path> file() {
    return Optional.ofNullable(out);
  }

  /** The form that is asked for, by flag, by the file's ending or by where the output goes. */
  Form form(Console console) {
    if (form != null) {
      warnOfAnotherEnding(form, console);
      return form;
    }
    if (out != null) {
      return Form.ofFile(out.toString())
          .orElseThrow(() ->
              new Failure(
                  Exit.USAGE,
                  "the ending of " + out + " says no form",
                  "--out",
                  "add -o csv, -o jsonl or another"));
    }
    return console.screen().out() ? Form.TABLE : Form.CSV;
  }

  /** The flag wins over the file's ending, but not in silence. */
  private void warnOfAnotherEnding(Form chosen, Console console) {
    if (out != null) {
      Form.ofFile(out.toString())
          .filter(ending -> ending != chosen && !(ending == Form.TABLE))
          .ifPresent(ending ->
              console
                  .err()
                  .println(
                      "warning: "
                          + out
                          + " gets "
                          + chosen.word()
                          + ", as -o says, although its name ends like "
                          + ending.word()));
    }
  }

  /** Where rows go, not yet written to. */
  Output open(Console console) {
    return out == null ? Output.to(console.out()) : Output.to(out);
  }

  /** Writes rows of a form there. */
  RowWriter writer(Form form, Output output, Console console) {
    return form.to(output.stream(), look(console));
  }

  /** The order that is asked for instead of that of the files. */
  @Nullable Comparator<Row> order() {
    return sort == null ? null : column(sort).order();
  }

  private Form.Look look(Console console) {
    boolean cut = out == null && console.screen().out() && !wide;
    return new Form.Look(
        columns.isEmpty() ? Column.ALL : columns.stream().map(OutputFlags::column).toList(),
        !noHeader,
        cut ? console.screen().columns() : Integer.MAX_VALUE,
        out == null && Colour.wanted(colour, console),
        mark);
  }

  private static Column column(String title) {
    try {
      return Column.named(title);
    } catch (IllegalArgumentException e) {
      throw new Failure(Exit.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
