package dev.taxon.server.http.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The wire as {@code openapi.yaml} has it: the page itself, its operations and its schemas. */
public final class Contract {
  private static final String LOCATION = "https://taxon.dev/openapi.yaml";
  private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete");
  private static final List<String> PLACES = List.of("path", "query", "header");

  private final byte[] page;
  private final JsonNode document;
  private final Schema root;
  private final List<Operation> operations;
  private final Set<String> secrets;

  private Contract(byte[] page) {
    this.page = page;
    this.document = new YAMLMapper().readTree(page);
    document
        .path("paths")
        .forEach(path ->
            METHODS.forEach(method -> {
              if (path.get(method) instanceof ObjectNode operation) {
                operation.set("x-inputs", inputs(path, operation));
              }
            }));
    Dialect dialect = Dialect.builder(Dialects.getDraft202012()).formats(Formats.all()).build();
    SchemaRegistry registry =
        SchemaRegistry.withDialect(
            dialect,
            builder ->
                builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder()
                        .pathType(PathType.JSON_POINTER)
                        .formatAssertionsEnabled(true)
                        .preloadSchema(false)
                        .build()));
    this.root = registry.getSchema(SchemaLocation.of(LOCATION), document);
    this.operations = readOperations();
    this.secrets = readSecrets();
  }

  /** Reads the page that the program carries. */
  public static Contract load() {
    try (InputStream page = Contract.class.getResourceAsStream("/openapi.yaml")) {
      if (page == null) {
        throw new IllegalStateException("openapi.yaml is missing from the program");
      }
      return new Contract(page.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page as written. */
  public byte[] page() {
    return page.clone();
  }

  /** The page as JSON. */
  public byte[] json() {
    return JsonMapper.shared().writeValueAsBytes(new YAMLMapper().readTree(page));
  }

  public List<Operation> operations() {
    return operations;
  }

  /** The page as a tree. */
  public JsonNode document() {
    return document;
  }

  /** The schema at a place of the page, for example {@code /components/schemas/File}. */
  public Schema schema(String pointer) {
    NodePath path = new NodePath(PathType.JSON_POINTER);
    for (JsonPointer p = JsonPointer.compile(pointer); !p.matches(); p = p.tail()) {
      path = path.append(p.getMatchingProperty());
    }
    return root.getSubSchema(path);
  }

  /** Names of members that no answer may show, errors included. */
  Set<String> secrets() {
    return secrets;
  }

  /** The tree that a schema stands for: itself, or what its {@code $ref} names. */
  JsonNode resolve(JsonNode schema) {
    JsonNode ref = schema.get("$ref");
    return ref == null ? schema : resolve(document.at(ref.stringValue().substring(1)));
  }

  private Set<String> readSecrets() {
    var names = new HashSet<String>();
    for (JsonNode properties : document.findValues("properties")) {
      properties
          .properties()
          .forEach(property -> {
            if (property.getValue().path("writeOnly").asBoolean(false)) {
              names.add(property.getKey());
            }
          });
    }
    return Set.copyOf(names);
  }

  private List<Operation> readOperations() {
    var found = new ArrayList<Operation>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(entry -> {
                  if (METHODS.contains(entry.getKey())) {
                    found.add(operation(path.getKey(), entry.getKey(), entry.getValue()));
                  }
                }));
    return List.copyOf(found);
  }

  private Operation operation(String path, String method, JsonNode operation) {
    String pointer =
        "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method + "/x-inputs";
    boolean keyed = !operation.path("security").isArray() && document.path("security").size() > 0;
    return new Operation(
        operation.path("operationId").asString(),
        method.toUpperCase(java.util.Locale.ROOT),
        path,
        keyed,
        body(operation),
        schema(pointer),
        operation.path("x-inputs"));
  }

  private static Operation.Body body(JsonNode operation) {
    JsonNode content = operation.path("requestBody").path("content");
    if (content.has("application/json")) {
      return Operation.Body.JSON;
    }
    if (content.has("multipart/form-data")) {
      return Operation.Body.MULTIPART;
    }
    return content.isEmpty() ? Operation.Body.NONE : Operation.Body.RAW;
  }

  /** One schema for everything a request brings, so that one validation finds every problem. */
  private ObjectNode inputs(JsonNode path, JsonNode operation) {
    ObjectNode inputs = object();
    ObjectNode places = (ObjectNode) inputs.get("properties");
    PLACES.forEach(place -> places.set(place, object()));
    for (JsonNode parameters : List.of(path.path("parameters"), operation.path("parameters"))) {
      for (JsonNode listed : parameters) {
        JsonNode parameter = resolve(listed);
        ObjectNode place = (ObjectNode) places.get(parameter.get("in").stringValue());
        String name = parameter.get("name").stringValue();
        ((ObjectNode) place.get("properties")).set(name, parameter.get("schema"));
        if (parameter.path("required").asBoolean(false)) {
          place.withArray("required").add(name);
        }
      }
    }
    JsonNode request = operation.path("requestBody");
    for (String type : List.of("application/json", "multipart/form-data")) {
      JsonNode schema = request.path("content").path(type).path("schema");
      if (!schema.isMissingNode()) {
        places.set("body", schema);
        if (request.path("required").asBoolean(false)) {
          inputs.withArray("required").add("body");
        }
      }
    }
    return inputs;
  }

  private ObjectNode object() {
    ObjectNode object = ((ObjectNode) document).objectNode().put("type", "object");
    object.putObject("properties");
    return object;
  }
}
