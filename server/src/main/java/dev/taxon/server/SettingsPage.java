package dev.taxon.server;

/** The documentation of the settings, made from the settings themselves. */
public final class SettingsPage {
  private SettingsPage() {}

  /** {@code docs/settings.md} as it should be. */
  public static String markdown() {
    var page =
        new StringBuilder(
            """
            # Settings

            This page is printed from the source by `./dev settings`; a test fails when it is stale.

            Every setting has a standard, so none is needed. A value is taken from the first of these that has one:

            1. the flag of `taxon serve` of the same name, where there is one (`--port 9000`);
            2. the environment variable (`TAXON_PORT=9000`);
            3. `taxon.properties` in the working folder (`taxon.port=9000`);
            4. `taxon.properties` in the data folder.

            An empty value counts as none. At the start the service prints every setting and where it came from, without
            secrets. A value that is not allowed stops the start with a sentence that says what is. A `TAXON_` variable
            that is no setting is reported and ignored.

            | variable | property | standard | what it is for |
            |---|---|---|---|
            """);
    for (Setting<?> setting : SettingsTable.ALL) {
      String standard =
          setting.standard().isEmpty() ? setting.standardInWords() : "`" + setting.standard() + "`";
      page.append("| `")
          .append(setting.variable())
          .append("` | `")
          .append(setting.property())
          .append("` | ")
          .append(standard)
          .append(" | ")
          .append(setting.meaning())
          .append(" Must be ")
          .append(setting.allowed())
          .append(setting.secret() ? ". Never shown. |\n" : ". |\n");
    }
    return page.toString();
  }

  /** Prints the page; {@code ./dev settings} keeps it. */
  public static void main(String[] arguments) {
    System.out.print(markdown());
  }
}
