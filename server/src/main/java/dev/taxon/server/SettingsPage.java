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
            3. `taxon.yaml` in the working folder (`port: 9000`);
            4. `taxon.yaml` in your folder of settings: `$XDG_CONFIG_HOME/taxon`, else `%APPDATA%\\taxon`, else `~/.config/taxon`;
            5. `taxon.yaml` in the data folder.

            A file has one `NAME: VALUE` a line, with or without `taxon.` before the name or a `taxon:` around all of them:

            ```yaml
            engine: fast
            read-time: 5m
            ```

            `taxon.properties` (`port=9000`) does as well as `taxon.yaml`; a folder that has both is refused. So is a file that is
            neither, a name that is no setting, one that is set twice, and a value that is not allowed, each in a sentence with the
            file and its line. An empty value counts as none. A `TAXON_` variable that is no setting is reported and ignored. At the
            start the service prints every setting and where it came from, without secrets; `taxon config show` prints the same.

            A file in the working folder may have come with documents of somebody else. So it may not set what is marked
            *personal* below: what names a program, where data goes, who is trusted, or is a secret. Such a line is refused with
            the places where it may stand. In the data folder it may, also when that is the working folder. Paths in your own file
            must be whole, since it holds in every folder.

            | variable | name in files | standard | what it is for |
            |---|---|---|---|
            """);
    for (Setting<?> setting : SettingsTable.ALL) {
      String standard =
          setting.standard().isEmpty() ? setting.standardInWords() : "`" + setting.standard() + "`";
      page.append("| `")
          .append(setting.variable())
          .append("` | `")
          .append(setting.name())
          .append("` | ")
          .append(standard)
          .append(" | ")
          .append(setting.meaning())
          .append(" Must be ")
          .append(setting.allowed())
          .append(setting.personal() ? ". *Personal*." : ".")
          .append(setting.secret() ? " Never shown. |\n" : " |\n");
    }
    return page.toString();
  }

  /** Prints the page; {@code ./dev settings} keeps it. */
  public static void main(String[] arguments) {
    System.out.print(markdown());
  }
}
