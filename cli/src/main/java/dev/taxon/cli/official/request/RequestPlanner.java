package dev.taxon.cli.official.request;

import dev.taxon.cli.official.catalogue.Command;
import dev.taxon.cli.official.catalogue.Flag;
import dev.taxon.cli.official.catalogue.Place;
import dev.taxon.cli.official.parse.Given;
import dev.taxon.cli.official.value.Kind;
import dev.taxon.cli.official.value.Value;
import dev.taxon.cli.official.value.ValueJson;
import dev.taxon.cli.official.value.ValueProblem;
import dev.taxon.cli.official.value.ValueWords;
import dev.taxon.cli.official.value.YamlReader;
import dev.taxon.cli.official.wire.Body;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Turns flags, words and standard input into what a command sends. */
public final class RequestPlanner {
  private final Desk desk;
  private final References references;
  private final RandomGenerator random;

  public RequestPlanner(Desk desk, RandomGenerator random) {
    this.desk = desk;
    this.references = new References(desk);
    this.random = random;
  }

  /**
   * What {@code command} sends.
   *
   * @param name the command as it is typed, for messages
   * @throws RequestProblem if something is missing, too much or unreadable
   */
  public RequestPlan plan(String name, Command command, Given given, List<String> words)
      throws RequestProblem {
    takeWords(command, given, words);
    Value body = mergeStandardInput(command, given);
    refuseMissing(name, command, given, body);
    body = uploads(command, structured(command, body));

    var query = Value.Fields.none();
    String path = command.path();
    for (Flag flag : command.flags()) {
      Optional<Value> value = given.value(flag.name());
      if (flag.place() == Place.PATH) {
        String id = value.map(ValueWords::of).orElse("");
        if (id.isEmpty()) {
          throw new RequestProblem("missing required " + flag.field() + " parameter");
        }
        path = path.replace("{" + flag.field() + "}", Query.pathStep(id));
      } else if (flag.place() == Place.QUERY && value.isPresent()) {
        query = query.with(flag.field(), references.resolve(value.get()));
      }
    }
    return switch (command.body()) {
      case NONE -> new RequestPlan(path, query, Body.none(), Optional.empty());
      case JSON -> {
        String json = ValueJson.write(references.resolve(body));
        yield new RequestPlan(
            path,
            query,
            Body.of(json.getBytes(StandardCharsets.UTF_8)),
            Optional.of("application/json"));
      }
      case MULTIPART -> {
        if (!(body instanceof Value.Fields fields)) {
          throw new RequestProblem(
              "Cannot send a non-map value to a form-encoded endpoint: " + ValueWords.of(body));
        }
        var multipart = Multipart.of(fields, desk, random);
        yield new RequestPlan(path, query, multipart, Optional.of(multipart.contentType()));
      }
    };
  }

  /** The first word may be the id; there must be no other. */
  private static void takeWords(Command command, Given given, List<String> words)
      throws RequestProblem {
    List<String> left = words;
    for (Flag flag : command.flags()) {
      if (flag.place() == Place.PATH && !given.isSet(flag.name()) && !left.isEmpty()) {
        given.give(flag, new Value.Text(left.getFirst()));
        left = left.subList(1, left.size());
      }
    }
    if (!left.isEmpty()) {
      throw new RequestProblem("Unexpected extra arguments: [" + String.join(" ", left) + "]");
    }
  }

  /** The body: from standard input what no flag gives, from flags the rest. */
  private Value mergeStandardInput(Command command, Given given) throws RequestProblem {
    Value.Fields flags = bodyOf(command, given);
    if (asksForStandardInput(command, given)) {
      return flags;
    }
    String text = new String(desk.pipedIn(), StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return flags;
    }
    Value piped;
    try {
      piped = YamlReader.read(text);
    } catch (ValueProblem e) {
      throw new RequestProblem("Failed to parse piped data as YAML/JSON:\n" + e.getMessage());
    }
    if (piped instanceof Value.Fields fields) {
      for (Flag flag : command.flags()) {
        if (flag.place() == Place.PATH || flag.place() == Place.QUERY) {
          Value value = fields.fields().get(flag.field());
          if (value != null && !given.isSet(flag.name())) {
            give(given, flag, value);
          }
          fields = fields.without(flag.field());
        }
      }
      for (var field : flags.fields().entrySet()) {
        fields = fields.with(field.getKey(), field.getValue());
      }
      return fields;
    }
    if (command.body() == Command.Body.NONE) {
      return flags;
    }
    if (!flags.fields().isEmpty()) {
      throw new RequestProblem(
          "Cannot merge flags with a body that is not a map: " + ValueWords.of(piped));
    }
    return piped;
  }

  /** Sets a flag to a value as if it had been typed. */
  private static void give(Given given, Flag flag, Value value) throws RequestProblem {
    boolean scalar = !(value instanceof Value.Items || value instanceof Value.Fields);
    String text =
        value instanceof Value.Nothing
            ? "null"
            : scalar ? ValueWords.of(value) : ValueJson.write(value);
    try {
      given.give(flag, text);
    } catch (ValueProblem e) {
      throw new RequestProblem(
          "cannot set flag \"" + flag.name() + "\" from piped data: " + e.getMessage());
    }
  }

  private static Value.Fields bodyOf(Command command, Given given) {
    var body = Value.Fields.none();
    for (Flag flag : command.flags()) {
      Optional<Value> value = given.value(flag.name());
      if (flag.place() == Place.BODY && value.isPresent()) {
        body = body.with(flag.field(), value.get());
      }
    }
    return body;
  }

  private static boolean asksForStandardInput(Command command, Given given) {
    for (Flag flag : command.flags()) {
      Optional<Value> value = given.value(flag.name());
      if (value.isPresent() && asks(value.get(), flag.file())) {
        return true;
      }
    }
    return false;
  }

  private static boolean asks(Value value, boolean file) {
    return switch (value) {
      case Value.Text text ->
          file
              ? Desk.isStandardInput(text.text())
              : References.path(text).filter(Desk::isStandardInput).isPresent();
      case Value.Items items -> items.items().stream().anyMatch(item -> asks(item, file));
      case Value.Fields fields ->
          fields.fields().values().stream().anyMatch(item -> asks(item, false));
      default -> false;
    };
  }

  private static void refuseMissing(String name, Command command, Given given, Value body)
      throws RequestProblem {
    var missing = new ArrayList<String>();
    for (Flag flag : command.flags()) {
      boolean inBody =
          flag.place() == Place.BODY
              && body instanceof Value.Fields fields
              && fields.fields().containsKey(flag.field());
      if (flag.required() && !given.isSet(flag.name()) && !inBody) {
        missing.add(flag.name());
      }
    }
    if (!missing.isEmpty()) {
      throw new RequestProblem(
          (missing.size() == 1 ? "Required flag \"" : "Required flags \"")
              + String.join(", ", missing)
              + "\" not set\nRun '"
              + name
              + " --help' for usage information");
    }
  }

  /** Objects that stand in a file of their own, read as YAML. */
  private Value structured(Command command, Value body) throws RequestProblem {
    if (!(body instanceof Value.Fields fields)) {
      return body;
    }
    for (Flag flag : command.flags()) {
      Value value = fields.fields().get(flag.field());
      if (flag.place() == Place.BODY && value != null) {
        fields = fields.with(flag.field(), structured(flag, value));
      }
    }
    return fields;
  }

  private Value structured(Flag flag, Value value) throws RequestProblem {
    if (value instanceof Value.Items items && flag.kind() == Kind.OBJECTS) {
      var all = new ArrayList<Value>();
      for (Value item : items.items()) {
        Value read =
            References.path(item).isPresent()
                ? listed(flag, fromFile(item))
                : structured(flag, item);
        all.addAll(read instanceof Value.Items many ? many.items() : List.of(read));
      }
      return new Value.Items(all);
    }
    boolean object = flag.kind() == Kind.OBJECT || flag.kind() == Kind.OBJECT_LIST;
    if (object && References.path(value).isPresent()) {
      Value read = fromFile(value);
      return flag.kind() == Kind.OBJECT_LIST ? listed(flag, read) : read;
    }
    if (value instanceof Value.Fields fields) {
      for (Flag inner : flag.inner()) {
        Value field = fields.fields().get(inner.field());
        if (field != null) {
          fields = fields.with(inner.field(), structured(inner, field));
        }
      }
      return fields;
    }
    return value;
  }

  /** What a file holds for a list: the list itself, or a map that has it under the flag's name. */
  private static Value listed(Flag flag, Value read) {
    return read instanceof Value.Fields fields
            && fields.fields().get(flag.field()) instanceof Value.Items items
        ? items
        : read;
  }

  private Value fromFile(Value reference) throws RequestProblem {
    String path = References.path(reference).orElseThrow();
    try {
      return YamlReader.read(new String(desk.bytes(path), StandardCharsets.UTF_8));
    } catch (ValueProblem e) {
      throw new RequestProblem(path + ": " + e.getMessage());
    }
  }

  /** File flags send the file that they name. */
  private static Value uploads(Command command, Value body) {
    if (!(body instanceof Value.Fields fields)) {
      return body;
    }
    for (Flag flag : command.flags()) {
      if (flag.file()
          && fields.fields().get(flag.field()) instanceof Value.Text path
          && !path.text().isEmpty()) {
        fields = fields.with(flag.field(), new Value.Upload(path.text()));
      }
    }
    return fields;
  }
}
