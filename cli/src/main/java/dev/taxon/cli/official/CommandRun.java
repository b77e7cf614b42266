package dev.taxon.cli.official;

import dev.taxon.cli.official.catalogue.Command;
import dev.taxon.cli.official.json.Json;
import dev.taxon.cli.official.output.Printer;
import dev.taxon.cli.official.output.Show;
import dev.taxon.cli.official.parse.Call;
import dev.taxon.cli.official.parse.Quoted;
import dev.taxon.cli.official.request.Desk;
import dev.taxon.cli.official.request.RequestPlan;
import dev.taxon.cli.official.request.RequestPlanner;
import dev.taxon.cli.official.request.RequestProblem;
import dev.taxon.cli.official.value.Value;
import dev.taxon.cli.official.wire.Answer;
import dev.taxon.cli.official.wire.DebugLog;
import dev.taxon.cli.official.wire.Exchange;
import dev.taxon.cli.official.wire.Request;
import dev.taxon.cli.official.wire.StatusText;
import dev.taxon.cli.official.wire.Unreachable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One command from its flags to the printed answer. */
final class CommandRun {
  private static final String NOT_RUNNING =
      "Taxon does not answer on this machine; start it with: taxon serve\n";

  private static final String NO_KEY =
      "The key of the Taxon on this machine is in the file 'key' of its data folder; TAXON_DATA names the folder\n";

  private final Surroundings surroundings;
  private final Call call;
  private final Command command;
  private final String title;
  private final String name;
  private final Map<String, String> env;
  private final Server server;
  private final ExitCodes codes;
  private final PrintStream out;
  private final PrintStream err;
  private final Exchange exchange;

  CommandRun(
      Surroundings surroundings,
      String program,
      Call call,
      Map<String, String> env,
      Server server,
      ExitCodes codes,
      PrintStream out,
      PrintStream err) {
    this.surroundings = surroundings;
    this.call = call;
    this.command = call.command().orElseThrow();
    this.title = call.group().orElseThrow().name() + " " + command.name();
    this.name = program + " " + title;
    this.env = env;
    this.server = server;
    this.codes = codes;
    this.out = out;
    this.err = err;
    Optional<DebugLog> log =
        call.given().isOn("debug")
            ? Optional.of(new DebugLog(err, surroundings.clock(), surroundings.zone().get()))
            : Optional.empty();
    this.exchange =
        new Exchange(
            surroundings.transport(),
            surroundings.pause(),
            surroundings.random(),
            surroundings.clock(),
            log);
  }

  /** The server refused; the answer says why. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Answer answer;

    Refused(Answer answer) {
      super(Integer.toString(answer.status()));
      this.answer = answer;
    }
  }

  /** Runs it and gives the exit status. */
  int run(Desk desk) throws RequestProblem {
    var printer = new Printer(out, err);
    var additions = new Additions(surroundings, command, call.given());
    Additions.Ask asking =
        (other, plan) -> Json.parse(ask(other, plan, plan.at(server.base())).text());
    try {
      var planner = new RequestPlanner(desk, surroundings.random());
      RequestPlan whole = planner.plan(name, command, call.given(), call.words());
      RequestPlan plan =
          additions.upload(asking)
              ? planner.plan(name, command, call.given(), call.words())
              : whole;
      URI first = plan.at(server.base());
      if (additions.waits()) {
        additions.timeout();
        Json created = Json.parse(ask(plan, first).text());
        Json ended = additions.ended(created, call.group().orElseThrow().name(), asking);
        printer.print(ended, show());
        return Additions.isFailed(ended) ? 1 : ExitCodes.DONE;
      }
      if (command.silent()) {
        ask(plan, first);
      } else if (command.paged() && !call.given().text("format", "").equals("raw")) {
        var pages = new Pages(token -> page(plan, token));
        printer.print(pages, most(), show());
      } else {
        printer.print(Json.parse(ask(plan, first).text()), show());
      }
      return ExitCodes.DONE;
    } catch (Refused e) {
      return refused(e.answer);
    } catch (Additions.TooSlow e) {
      OfficialCli.print(err, e.getMessage() + "\n");
      return codes.unreachable(true);
    } catch (Printer.UnknownFormat e) {
      OfficialCli.print(err, e.getMessage() + "\n");
      return codes.usage();
    } catch (Unreachable e) {
      OfficialCli.print(err, e.getMessage() + "\n" + (server.named() ? "" : NOT_RUNNING));
      return codes.unreachable(e.timedOut());
    } catch (IOException e) {
      OfficialCli.print(err, e.getMessage() + "\n");
      return codes.unreachable(false);
    }
  }

  private Json page(RequestPlan plan, String token) throws IOException {
    try {
      URI uri = token.isEmpty() ? plan.at(server.base()) : plan.at(server.base(), token);
      Answer answer = ask(plan, uri);
      Json page = Json.parse(answer.text());
      if (page.kind() != Json.Kind.OBJECT && !answer.text().isBlank()) {
        throw new IOException(
            "the answer of " + Quoted.of(uri.toString()) + " is no page of a list");
      }
      return page;
    } catch (RequestProblem e) {
      throw new IOException(e.text(), e);
    }
  }

  private Answer ask(RequestPlan plan, URI uri) throws IOException {
    return ask(command, plan, uri);
  }

  private Answer ask(Command asked, RequestPlan plan, URI uri) throws IOException {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(server.headers());
    plan.contentType().ifPresent(type -> headers.put("Content-Type", type));
    Answer answer = exchange.send(new Request(asked.method(), uri, headers, plan.body()));
    if (answer.status() >= 400) {
      throw new Refused(answer);
    }
    return answer;
  }

  private int refused(Answer answer) {
    Request request = answer.request();
    OfficialCli.print(
        err,
        request.method()
            + " "
            + Quoted.of(request.uri().toString())
            + ": "
            + answer.status()
            + " "
            + StatusText.of(answer.status())
            + "\n");
    if (answer.status() == 401 && !server.named()) {
      OfficialCli.print(err, NO_KEY);
    }
    var show =
        new Show(
            call.given().text("format-error", "auto"),
            call.given().isSet("format-error"),
            call.given().text("transform-error", ""),
            false,
            "Error",
            surroundings.screen(),
            env);
    PrintStream where = env.getOrDefault("TAXON_ERRORS", "").equals("stderr") ? err : out;
    new Printer(where, err).print(Json.parse(answer.text()), show);
    return codes.refused(answer.status());
  }

  private Show show() {
    return new Show(
        call.given().text("format", "auto"),
        call.given().isSet("format"),
        call.given().text("transform", ""),
        call.given().isOn("raw-output"),
        title,
        surroundings.screen(),
        env);
  }

  /** How many items to show; negative for all. */
  private long most() {
    return call.given().value("max-items").orElse(Value.Whole.of(-1)) instanceof Value.Whole whole
        ? whole.number().longValue()
        : -1;
  }
}
