package dev.taxon.server.http.contract;

import static java.util.stream.Collectors.toSet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads requests as the contract says, or tells everything that is wrong with them. */
public final class RequestReader {
  private final Contract contract;
  private final Coercion coercion;

  public RequestReader(Contract contract) {
    this.contract = contract;
    this.coercion = new Coercion(contract);
  }

  /**
   * Path, query, headers and a JSON body in one look.
   *
   * @throws InvalidRequest with every problem found
   */
  public Inputs read(Operation operation, Request request) {
    ObjectNode sent = parameters(operation, request);
    if (operation.body() == Operation.Body.JSON && request.body().hasRemaining()) {
      if (isJson(request.contentType())) {
        JsonNode body = JsonBody.read(request.body());
        // a null says no more than nothing does
        if (!body.isNull()) {
          sent.set("body", body);
        }
      } else {
        // as a string it is no object, and the schema says so
        sent.put("body", "not read: the content type is " + request.contentType());
      }
    }
    return read(operation, sent, operation.body() == Operation.Body.MULTIPART);
  }

  /**
   * The same request with a body of one text member; empty when the body is no JSON object that has
   * it.
   */
  public Optional<Request> nameAlone(Request request, String member) {
    // it may have been read before
    ByteBuffer body = request.body().duplicate().rewind();
    if (!isJson(request.contentType()) || !body.hasRemaining()) {
      return Optional.empty();
    }
    try {
      JsonNode name = JsonBody.read(body).path(member);
      return name.isString() && !name.stringValue().isEmpty()
          ? Optional.of(
              new Request(
                  request.path(),
                  request.query(),
                  request.headers(),
                  request.contentType(),
                  ByteBuffer.wrap(
                      JsonNodeFactory.instance
                          .objectNode()
                          .put(member, name.stringValue())
                          .toString()
                          .getBytes(StandardCharsets.UTF_8))))
          : Optional.empty();
    } catch (InvalidRequest notJson) {
      return Optional.empty();
    }
  }

  /**
   * The text parts of a multipart body, once they are all there.
   *
   * @param parameters what {@link #read(Operation, Request)} gave for the same request
   * @param parts parts by name; a file part stands as any text
   */
  public Inputs readParts(Operation operation, Inputs parameters, Map<String, String> parts) {
    ObjectNode sent = (ObjectNode) parameters.tree().deepCopy();
    ObjectNode body = sent.putObject("body");
    parts.forEach(body::put);
    return read(operation, sent, false);
  }

  /**
   * A part of a good request, for which the page has a schema of its own.
   *
   * @param schema its name on the page
   * @param place where the part is, for problems to name
   */
  public JsonNode readPart(JsonNode part, String schema, List<Object> place) {
    String pointer = "/components/schemas/" + schema;
    JsonNode read = coercion.read(part, contract.document().at(pointer));
    var problems = new Problems(contract, part).of(contract.schema(pointer).validate(read));
    if (!problems.isEmpty()) {
      throw new InvalidRequest(problems.stream().map(problem -> problem.within(place)).toList());
    }
    return read;
  }

  private Inputs read(Operation operation, ObjectNode sent, boolean bodyComesLater) {
    JsonNode read = coercion.read(sent, operation.inputsNode());
    var problems = new ArrayList<Problem>();
    Unkeepable.find(sent, problems);
    Set<List<Object>> known = problems.stream().map(Problem::loc).collect(toSet());
    new Problems(contract, sent)
        .of(operation.inputs().validate(read)).stream()
            .filter(problem -> !known.contains(problem.loc()))
            .forEach(problems::add);
    if (bodyComesLater) {
      problems.removeIf(problem -> problem.loc().equals(List.of("body")));
    }
    if (!problems.isEmpty()) {
      throw new InvalidRequest(problems);
    }
    return new Inputs(read);
  }

  private ObjectNode parameters(Operation operation, Request request) {
    ObjectNode sent = JsonNodeFactory.instance.objectNode();
    ObjectNode path = sent.putObject("path");
    request.path().forEach(path::put);
    ObjectNode query = sent.putObject("query");
    JsonNode declared = operation.inputsNode().path("properties").path("query").path("properties");
    request
        .query()
        .forEach((name, values) -> {
          List<String> given = values.stream().filter(value -> !value.isEmpty()).toList();
          if (given.isEmpty()) {
            return;
          }
          if (declared.path(name).path("type").asString("").equals("array")) {
            ArrayNode list = query.putArray(name);
            given.forEach(list::add);
          } else {
            query.put(name, given.getLast());
          }
        });
    ObjectNode header = sent.putObject("header");
    request.headers().forEach(header::put);
    return sent;
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return true;
    }
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json")
        || (type.startsWith("application/") && type.endsWith("+json"));
  }
}
