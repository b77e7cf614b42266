package dev.taxon.server.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published examples of both wires, held against {@code openapi.yaml}. */
class ExamplesTest {
  private static final Contract CONTRACT = Contract.load();
  private static final JsonMapper MAPPER = new JsonMapper();

  @ParameterizedTest
  @CsvSource({
    "v1-beta-file-create-response, FileV2",
    "v1-beta-file-get-expanded-response, FileV2",
    "v1-beta-file-list-response, FileV2Page",
    "v1-error-400-files-response, Refusal",
    "v1-error-400-page-token-response, Refusal",
    "v1-error-401-missing-response, Refusal",
    "v1-error-401-wrong-response, Refusal",
    "v1-error-404-file-response, Refusal",
    "v1-error-404-job-response, Refusal",
    "v1-error-413-response, Refusal",
    "v1-error-422-json-response, Problems",
    "v1-error-422-path-response, Problems",
    "v1-error-422-rules-response, Problems",
    "v1-error-429-response, Refusal",
    "v1-file-content-response, PresignedUrl",
    "v1-file-get-response, File",
    "v1-file-presign-response, PresignedUpload",
    "v1-file-upload-response, File",
    "v1-job-create-response, ClassifyJob",
    "v1-job-get-cancelled-response, ClassifyJob",
    "v1-job-get-error-response, ClassifyJob",
    "v1-job-get-partial-response, ClassifyJob",
    "v1-job-get-success-response, ClassifyJob",
    "v1-job-list-last-page-response, ClassifyJobPage",
    "v1-job-list-response, ClassifyJobPage",
    "v1-job-results-partial-response, ClassifyJobResults",
    "v1-job-results-pending-response, ClassifyJobResults",
    "v1-job-results-response, ClassifyJobResults",
    "v1-organization-get-response, Organization",
    "v1-project-get-response, Project",
    "v2-classify-create-response, ClassifyV2Job",
    "v2-classify-create-full-response, ClassifyV2Job",
    "v2-classify-create-saved-response, ClassifyV2Job",
    "v2-classify-get-completed-response, ClassifyV2Job",
    "v2-classify-get-failed-response, ClassifyV2Job",
    "v2-classify-get-nomatch-response, ClassifyV2Job",
    "v2-classify-cancel-response, ClassifyV2Job",
    "v2-classify-parsejob-response, ClassifyV2Job",
    "v2-classify-list-last-response, ClassifyV2Page",
    "v2-classify-list-page1-response, ClassifyV2Page",
    "v2-classify-delete-response, DeletedJob",
    "v2-parse-create-response, ParseJob",
    "v2-parse-delete-response, DeletedJob",
    "v2-parse-get-pending-response, ParsedJob",
    "v2-parse-get-response, ParsedJob",
    "v2-parse-get-text-response, ParsedJob",
    "v2-parse-list-response, ParseJobPage",
    "v2-parse-versions-response, ParseVersions",
    "v2-configuration-response, SavedConfiguration",
    "v2-configuration-update-response, SavedConfiguration",
    "v2-configuration-list-response, SavedConfigurationPage",
    "v2-error-cancel-terminal-response, Refusal",
    "v2-error-configuration-type-response, Refusal",
    "v2-error-configuration-not-found-response, Refusal",
    "v2-error-file-unknown-response, Refusal",
    "v2-error-job-not-found-response, Refusal",
    "v2-error-markdown-fast-response, Refusal",
    "v2-error-parsejob-unknown-response, Refusal",
    "v2-error-rate-limit-response, Refusal",
    "v2-error-webhook-config-not-found-response, Refusal",
    "v2-error-description-short-response, Problems",
    "v2-error-mode-response, Problems",
    "v2-error-no-config-response, Problems",
    "v2-error-no-input-response, Problems",
    "v2-error-rules-empty-response, Problems",
    "v1-webhook-delivery-json-body, JobEvent",
    "v2-webhook-delivery-json-body, JobEvent",
    "v2-webhook-config-response, SavedWebhook",
    "v2-webhook-config-update-response, SavedWebhook",
    "v2-project-response, ProjectV2",
    "v2-projects-list-response, ProjectV2Page",
    "v2-organizations-list-response, OrganizationV2Page",
    "v2-job-data-points-response, JobDataPointPage",
  })
  void responsesAreOfTheirSchema(String example, String schema) throws IOException {
    assertThat(
            CONTRACT
                .schema("/components/schemas/" + schema)
                .validate(MAPPER.readTree(bytes(example))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "v1-project-list-response, /paths/~1api~1v1~1projects",
    "v1-organization-list-response, /paths/~1api~1v1~1organizations",
    "v2-webhook-config-list-response, /paths/~1api~1v1~1beta~1webhook-configs",
  })
  void listsAreOfTheirSchema(String example, String path) throws IOException {
    String schema = path + "/get/responses/200/content/application~1json/schema";
    assertThat(CONTRACT.schema(schema).validate(MAPPER.readTree(bytes(example)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "v1-job-create-minimal-request, createClassifyJob",
    "v1-job-create-request, createClassifyJob",
    "v1-job-create-full-request, createClassifyJob",
    "v1-file-presign-request, announceFile",
    "v1-file-upload-from-url-request, uploadFileFromUrl",
    "v1-beta-file-query-request, queryBetaFiles",
    "v2-classify-create-deprecated-request, createClassifyV2",
    "v2-classify-create-full-request, createClassifyV2",
    "v2-classify-create-inline-request, createClassifyV2",
    "v2-classify-create-parsejob-request, createClassifyV2",
    "v2-classify-create-saved-request, createClassifyV2",
    "v2-configuration-create-request, saveConfiguration",
    "v2-configuration-update-request, changeConfiguration",
    "v2-parse-create-request, createParse",
    "v2-parse-upload-configuration-part, createParse",
    "v2-webhook-config-create-request, createWebhookConfig",
    "v2-webhook-config-update-request, changeWebhookConfig",
  })
  void requestsAreGood(String example, String operationId) throws IOException {
    Operation operation =
        CONTRACT.operations().stream()
            .filter(o -> o.id().equals(operationId))
            .findFirst()
            .orElseThrow();

    Inputs inputs =
        new RequestReader(CONTRACT)
            .read(
                operation,
                new Request(
                    Map.of(
                        "configuration_id", "cfg-3f8a1c7e-52b4-4d06-9a1e-7c0b5d2e4f61",
                        "webhook_config_id", "whc-3f8a1c7e-52b4-4d06-9a1e-7c0b5d2e4f61"),
                    Map.<String, List<String>>of(),
                    Map.of(),
                    "application/json",
                    ByteBuffer.wrap(bytes(example))));

    assertThat(inputs.body().isObject()).isTrue();
  }

  @ParameterizedTest
  @CsvSource("v2-webhook-delivery-string-body")
  void anEventAsAStringIsOfItsSchema(String example) throws IOException {
    JsonNode string = MAPPER.readTree(bytes(example));

    assertThat(
            CONTRACT
                .schema("/components/schemas/JobEvent")
                .validate(MAPPER.readTree(string.stringValue())))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource("v2-webhook-delivery-headers")
  void aDeliveryHasTheHeadersThatTheContractNames(String example) throws IOException {
    JsonNode headers = MAPPER.readTree(bytes(example)).path("headers");
    JsonNode named = CONTRACT.document().at("/webhooks/jobEvent/post/parameters");

    assertThat(named.size()).isEqualTo(3);
    for (JsonNode parameter : named) {
      String pointer = parameter.path("$ref").stringValue().substring(1);
      String name = CONTRACT.resolve(parameter).path("name").stringValue();
      assertThat(CONTRACT.schema(pointer + "/schema").validate(headers.path(name)))
          .as(name)
          .isEmpty();
    }
  }

  @Test
  @DisplayName("the examples that are kept here are those of the contract, byte for byte")
  void examplesAreThoseOfTheContract() throws Exception {
    Path folder = contract().resolve("examples");
    if (!Files.isDirectory(folder)) {
      System.out.println("Skipped: no shared/contract/examples; set TAXON_SHARED to its folder.");
      return;
    }
    Path kept = Path.of(ExamplesTest.class.getResource("/examples").toURI());
    assertThat(names(kept)).isEqualTo(names(folder));
    for (String name : names(folder)) {
      assertThat(kept.resolve(name)).hasSameBinaryContentAs(folder.resolve(name));
    }
  }

  private static Path contract() {
    String told = System.getProperty("TAXON_SHARED", System.getenv("TAXON_SHARED"));
    return Path.of(told == null ? "shared" : told, "contract");
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @Test
  void everyExampleThatIsKeptHereIsHeldAgainstTheContract() throws Exception {
    Set<String> tested =
        Stream.of(ExamplesTest.class.getDeclaredMethods())
            .map(method -> method.getAnnotation(CsvSource.class))
            .filter(Objects::nonNull)
            .flatMap(source -> Stream.of(source.value()))
            .map(row -> row.replaceFirst(",.*", "") + ".json")
            .collect(Collectors.toSet());
    Path folder = Path.of(ExamplesTest.class.getResource("/examples").toURI());
    try (Stream<Path> kept = Files.list(folder)) {
      assertThat(kept.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(tested);
    }
  }

  private static byte[] bytes(String example) throws IOException {
    try (InputStream file =
        ExamplesTest.class.getResourceAsStream("/examples/" + example + ".json")) {
      assertThat(file).as(example).isNotNull();
      return file.readAllBytes();
    }
  }
}
