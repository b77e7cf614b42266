package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.remote.Service;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What webhooks were told, and telling them once more. */
@Command(
    name = "deliveries",
    description = "Shows what webhooks of a service were told, and sends it again.",
    footer = {
      "",
      "Without --server the service on this machine is asked, with the key of its data folder.",
      "Exit codes: 0 done; 2 a delivery that has not ended; 4 a wrong key; 5 no such delivery or job.",
      "",
      "Examples:",
      "  ${COMMAND-FULL-NAME} list --status failed",
      "  ${COMMAND-FULL-NAME} send 019ac0de-7b1e-7c3a-9b8e-3f0a5f3e2d11"
    })
final class DeliveriesCommand implements Runnable {
  private static final String LINE = "%-36s  %-9s  %8s  %-20s  %-23s  %s";

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  DeliveriesCommand(Console console) {
    this.console = console;
  }

  /** As {@link CommandSpec} has them; the wire writes them in capitals. */
  enum Status {
    WAITING,
    DELIVERED,
    FAILED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code deliveries list}. */
  @Command(
      name = "list",
      description = "List deliveries, the newest first, with their last answer.",
      footer = {"", "Example:", "  ${COMMAND-FULL-NAME} --status failed"})
  int list(
      @Option(
              names = "--status",
              paramLabel = "STATUS",
              description = "Only those that are: ${COMPLETION-CANDIDATES}.")
          @Nullable Status status,
      @Option(names = "--job", paramLabel = "JOB", description = "Only those of this job.")
          @Nullable String job,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "100",
              description = "At most so many (default: ${DEFAULT-VALUE}).")
          int limit,
      @Option(names = "--json", description = "One JSON object a line, as the API gives it.")
          boolean json,
      @Mixin OwnServiceFlags flags)
      throws InterruptedException {
    List<JsonNode> all =
        flags.service(console).deliveries(status == null ? null : status.name(), job, limit);
    if (json) {
      all.forEach(delivery -> console.out().println(delivery));
      return Exit.DONE;
    }
    console.out().println(LINE.formatted("ID", "STATUS", "ATTEMPTS", "LAST", "EVENT", "TO"));
    all.forEach(delivery ->
        console
            .out()
            .println(
                LINE.formatted(
                    delivery.path("id").asString(),
                    delivery.path("status").asString().toLowerCase(Locale.ROOT),
                    number(delivery),
                    last(delivery),
                    delivery.path("event_type").asString(),
                    delivery.path("webhook_url").asString())));
    return Exit.DONE;
  }

  private static int number(JsonNode delivery) {
    JsonNode attempts = delivery.path("attempts");
    return attempts.isEmpty() ? 0 : attempts.get(attempts.size() - 1).path("number").asInt();
  }

  private static String last(JsonNode delivery) {
    JsonNode attempts = delivery.path("attempts");
    if (attempts.isEmpty()) {
      return "-";
    }
    JsonNode status = attempts.get(attempts.size() - 1).path("http_status");
    return status.isNull() ? "no answer" : "answered " + status.asInt();
  }

  /** {@code deliveries show}. */
  @Command(
      name = "show",
      description = "Show a delivery: what goes out, and every attempt with its time and answer.")
  int show(
      @Parameters(paramLabel = "ID", description = "The id of a delivery, which is the event's.")
          String id,
      @Option(names = "--json", description = "A JSON object, as the API gives it.") boolean json,
      @Mixin OwnServiceFlags flags)
      throws InterruptedException {
    JsonNode delivery = flags.service(console).delivery(id);
    if (json) {
      console.out().println(delivery);
      return Exit.DONE;
    }
    console
        .out()
        .printf(
            "%s %s of %s to %s: %s%n",
            delivery.path("id").asString(),
            delivery.path("event_type").asString(),
            delivery.path("job_id").asString(),
            delivery.path("webhook_url").asString(),
            delivery.path("status").asString().toLowerCase(Locale.ROOT));
    delivery
        .path("attempts")
        .forEach(attempt ->
            console
                .out()
                .printf(
                    "  attempt %d at %s, %d ms: %s%n",
                    attempt.path("number").asInt(),
                    attempt.path("started_at").asString(),
                    attempt.path("duration_ms").asLong(),
                    attempt.path("http_status").isNull()
                        ? attempt.path("error").asString()
                        : "answered " + attempt.path("http_status").asInt()));
    if (!delivery.path("next_attempt_at").isNull()) {
      console.out().println("  next at " + delivery.path("next_attempt_at").asString());
    }
    console.out().println("  body: " + delivery.path("body").asString());
    return Exit.DONE;
  }

  /** {@code deliveries send}. */
  @Command(
      name = "send",
      description = "Send deliveries that have ended again, with the same event id and body.")
  int send(
      @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of deliveries.")
          List<String> ids,
      @Mixin OwnServiceFlags flags)
      throws InterruptedException {
    Service service = flags.service(console);
    for (String id : ids) {
      service.sendAgain(id);
      console.out().println("to be sent again: " + id);
    }
    return Exit.DONE;
  }
}
