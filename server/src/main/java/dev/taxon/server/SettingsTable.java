package dev.taxon.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be set: one constant for each setting, which says what it is called, what it is for and
 * what it allows. {@code docs/settings.md} is printed from them, and {@code serve} has a flag for
 * each.
 */
public final class SettingsTable {
  /** An answer to a question. */
  public enum Answer {
    NO,
    YES
  }

  private static final Pattern PRINTABLE = Pattern.compile("\\P{Cntrl}+");

  public static final Setting<String> HOST =
      Setting.text(
          "host",
          "127.0.0.1",
          Pattern.compile("[0-9a-zA-Z.:_%-]{1,255}"),
          "a host name or address of this machine",
          "Where the service listens. Anything but a loopback address is refused until a key is"
              + " set or was made.");
  public static final Setting<Integer> PORT =
      Setting.number("port", 8080, 0, 65_535, "The port; 0 takes any free one and prints it.");
  public static final Setting<Optional<URI>> PUBLIC_URL =
      Setting.url(
              "public-url",
              "an http or https address without query, such as https://taxon.example.org",
              "How clients reach the service, where a proxy stands in front; presigned URLs begin"
                  + " with it.")
          .personalOnly()
          .orElse("what the request came to");
  public static final Setting<Optional<Path>> DATA =
      Setting.path(
              "data",
              "The folder of everything that is kept: database, files, keys. One server at a time"
                  + " uses it.")
          .personalOnly()
          .orElse("`$XDG_DATA_HOME/taxon`, or `~/.local/share/taxon`");
  public static final Setting<Optional<String>> DATABASE_URL =
      Setting.text(
              "database-url",
              "",
              Pattern.compile("jdbc:postgresql:\\S+"),
              "a JDBC address of a PostgreSQL database, such as jdbc:postgresql://localhost/taxon",
              "The database, where it is not SQLite in the data folder.")
          .hidden()
          .orElse("SQLite in the data folder");
  public static final Setting<Optional<String>> DATABASE_USER =
      Setting.text(
              "database-user",
              "",
              PRINTABLE,
              "a name of printable characters",
              "Who signs in to the database.")
          .personalOnly()
          .orElse("as the database URL says");
  public static final Setting<Optional<String>> DATABASE_PASSWORD =
      Setting.text(
              "database-password",
              "",
              PRINTABLE,
              "a password of printable characters",
              "With which password.")
          .hidden()
          .orElse("as the database URL says");
  public static final Setting<Optional<String>> API_KEY =
      Setting.text(
              "api-key",
              "",
              Pattern.compile("[\\x21-\\x7e]{1,512}"),
              "1 to 512 printable ASCII characters without spaces",
              "A key that opens the API, instead of the one that the first start makes and writes"
                  + " to `key` in the data folder.")
          .hidden()
          .orElse("made at the first start");
  public static final Setting<Optional<Integer>> WORKERS =
      Setting.number("workers", 1, 1, 256, "How many documents are read and decided at once.")
          .orElse("number of processor cores");
  public static final Setting<Long> UPLOAD_LIMIT =
      Setting.size("upload-limit", "512MiB", "The largest file that is accepted.");
  public static final Setting<Long> READ_BYTES =
      Setting.size(
          "read-bytes",
          "512MiB",
          "The largest document that is read, also of what is unpacked from it.");
  public static final Setting<Integer> READ_PAGES =
      Setting.number(
          "read-pages", 1_000, 1, 1_000_000, "The most pages that are read of a document.");
  public static final Setting<Integer> READ_CHARACTERS =
      Setting.number(
          "read-characters",
          5_000_000,
          1,
          1_000_000_000,
          "The most characters that are kept of a document; the rest is cut.");
  public static final Setting<Integer> READ_NESTING =
      Setting.number(
          "read-nesting", 100, 1, 10_000, "How deep containers in a document may be nested.");
  public static final Setting<Duration> READ_TIME =
      Setting.time(
          "read-time",
          "2m",
          Duration.ofMillis(100),
          Duration.ofHours(24),
          "How long reading one document may take before it fails with `TIMEOUT`.");
  public static final Setting<Optional<Path>> TESSERACT =
      Setting.path("tesseract", "The program that recognizes text in scans.")
          .personalOnly()
          .orElse("`tesseract` on the PATH");
  public static final Setting<Settings.Engine> ENGINE =
      Setting.choice(
          "engine",
          Settings.Engine.AUTO,
          Settings.Engine.values(),
          "How documents are decided: `fast` by words and cues alone, `full` with the sentence"
              + " encoder on every document, `auto` with it where the fast way is unsure; `builtin`"
              + " is `auto` by another name. `openai` asks a language model, to which the text of"
              + " every document is sent; a file in the working folder may not say so.");
  public static final Setting<Optional<URI>> LLM_URL =
      Setting.url(
              "llm-url",
              "an http or https address without query, such as http://127.0.0.1:11434/v1",
              "Where the language model of the engine `openai` answers chat completions.")
          .personalOnly()
          .orElse("none: the engine `openai` needs it");
  public static final Setting<Optional<String>> LLM_MODEL =
      Setting.text(
              "llm-model",
              "",
              PRINTABLE,
              "a name of printable characters",
              "What that server calls the model.")
          .personalOnly()
          .orElse("none: the engine `openai` needs it");
  public static final Setting<Optional<String>> LLM_KEY =
      Setting.text(
              "llm-key",
              "",
              Pattern.compile("[\\x21-\\x7e]{1,4096}"),
              "1 to 4096 printable ASCII characters without spaces",
              "The key that it wants, if it wants one; sent to it as a bearer token and nowhere"
                  + " else.")
          .hidden()
          .orElse("none");
  public static final Setting<Duration> LLM_TIMEOUT =
      Setting.time(
          "llm-timeout",
          "2m",
          Duration.ofSeconds(1),
          Duration.ofHours(1),
          "How long it may take over one answer.");
  public static final Setting<Optional<Path>> PROFILES =
      Setting.path(
              "profiles",
              "A folder of YAML files with kinds of documents of your own, as docs/profiles.md"
                  + " describes them.")
          .orElse("none");
  public static final Setting<Settings.LogFormat> LOG_FORMAT =
      Setting.choice(
          "log-format",
          Settings.LogFormat.PLAIN,
          Settings.LogFormat.values(),
          "Log lines for people, or one JSON object a line for programs.");
  public static final Setting<Settings.LogLevel> LOG_LEVEL =
      Setting.choice(
          "log-level",
          Settings.LogLevel.INFO,
          Settings.LogLevel.values(),
          "What is logged: this and worse.");
  public static final Setting<Duration> STOP_GRACE =
      Setting.time(
          "stop-grace",
          "30s",
          Duration.ZERO,
          Duration.ofHours(1),
          "How long a stop waits for the documents at work. What is not done by then starts anew"
              + " after the next start.");
  public static final Setting<Duration> SWEEP_INTERVAL =
      Setting.time(
          "sweep-interval",
          "1h",
          Duration.ofSeconds(1),
          Duration.ofDays(7),
          "How often expired files and content that nothing refers to are removed.");
  public static final Setting<Answer> EXPOSE_RUNNING =
      Setting.choice(
          "expose-running",
          Answer.NO,
          Answer.values(),
          "Whether v2 jobs show `RUNNING` while they are at work. Some clients take anything but"
              + " `PENDING` for the end, so they show `PENDING` until then.");
  public static final Setting<List<String>> TRUSTED_PROXIES =
      Setting.list(
          "trusted-proxies",
          "IP addresses or networks such as 10.0.0.0/8, with commas between",
          "Proxies whose `X-Forwarded-*` headers are believed.",
          Pattern.compile("[0-9a-fA-F:.]{2,45}(/\\d{1,3})?"));

  public static final Setting<Optional<Long>> RATE_LIMIT =
      Setting.bound(
          Setting.number(
              "rate-limit",
              Settings.STANDARD_RATE,
              1,
              1_000_000,
              "How many requests a second one key may make. More are answered 429."),
          "off on a loopback address, else " + Settings.STANDARD_RATE);
  public static final Setting<Optional<Long>> PROJECT_FILES =
      Setting.bound(
          Setting.number(
              "project-files",
              Settings.STANDARD_FILES,
              1,
              Integer.MAX_VALUE,
              "How many files one project may have. Another one is answered 429."),
          "off on a loopback address, else " + Settings.STANDARD_FILES);
  public static final Setting<Optional<Long>> PROJECT_BYTES =
      Setting.bound(
          Setting.size(
              "project-bytes",
              "100GiB",
              "How much the files of one project may be together. More is answered 429."),
          "off on a loopback address, else 100GiB");
  public static final Setting<Optional<Long>> QUEUE_LIMIT =
      Setting.bound(
          Setting.number(
              "queue-limit",
              Settings.STANDARD_QUEUE,
              1,
              Integer.MAX_VALUE,
              "With so many documents waiting or at work, no further job is accepted: 503."),
          "off on a loopback address, else " + Settings.STANDARD_QUEUE);

  public static final Setting<Answer> WEBHOOKS =
      Setting.choice(
          "webhooks",
          Answer.YES,
          Answer.values(),
          "Whether jobs may have webhooks. Nothing is sent but to the addresses that callers with a"
              + " key name.");
  public static final Setting<Answer> URL_INPUTS =
      Setting.choice(
          "url-inputs",
          Answer.NO,
          Answer.values(),
          "Whether files may be named by their URL, which the service then fetches, in 30 s and up"
              + " to the size of an upload.");
  public static final Setting<List<String>> OUTBOUND_ALLOW =
      Setting.list(
          "outbound-allow",
          "networks such as 10.0.0.0/8, single addresses, `private` or `loopback`, with commas"
              + " between",
          "Networks beside the public ones that webhooks and fetches may reach. Link-local and"
              + " cloud metadata addresses are never reached.",
          Pattern.compile("private|loopback|[0-9a-fA-F:.]{2,45}(/\\d{1,3})?"));
  public static final Setting<Optional<Path>> OUTBOUND_CA =
      Setting.path(
              "outbound-ca",
              "A PEM file with certificates of authorities that are trusted for webhooks, fetches"
                  + " and the language model, beside those that Java knows.")
          .personalOnly()
          .orElse("none");
  public static final Setting<Optional<String>> WEBHOOK_USER_AGENT =
      Setting.text(
              "webhook-user-agent",
              "",
              Pattern.compile("[\\x20-\\x7e]{1,200}"),
              "1 to 200 printable ASCII characters",
              "What deliveries to webhooks say they come from.")
          .orElse("`taxon-webhook/` and the version");
  public static final Setting<Optional<String>> SECRETS_KEY =
      Setting.text(
              "secrets-key",
              "",
              Pattern.compile("[\\x21-\\x7e]{32,512}"),
              "32 to 512 printable ASCII characters without spaces",
              "What the secrets of webhooks are sealed with, in place of `secrets.key` in the data"
                  + " folder. What was sealed with that one is sealed anew.")
          .hidden()
          .orElse("`secrets.key` in the data folder");

  /** All of them, in the order of the documentation. */
  public static final List<Setting<?>> ALL =
      List.of(
          HOST,
          PORT,
          PUBLIC_URL,
          TRUSTED_PROXIES,
          EXPOSE_RUNNING,
          WEBHOOKS,
          URL_INPUTS,
          OUTBOUND_ALLOW,
          OUTBOUND_CA,
          WEBHOOK_USER_AGENT,
          SECRETS_KEY,
          DATA,
          DATABASE_URL,
          DATABASE_USER,
          DATABASE_PASSWORD,
          API_KEY,
          WORKERS,
          UPLOAD_LIMIT,
          RATE_LIMIT,
          PROJECT_FILES,
          PROJECT_BYTES,
          QUEUE_LIMIT,
          READ_BYTES,
          READ_PAGES,
          READ_CHARACTERS,
          READ_NESTING,
          READ_TIME,
          TESSERACT,
          ENGINE,
          LLM_URL,
          LLM_MODEL,
          LLM_KEY,
          LLM_TIMEOUT,
          PROFILES,
          LOG_FORMAT,
          LOG_LEVEL,
          STOP_GRACE,
          SWEEP_INTERVAL);

  /** Those that are paths. */
  static final List<Setting<Optional<Path>>> PATHS =
      List.of(DATA, TESSERACT, PROFILES, OUTBOUND_CA);

  private SettingsTable() {}
}
