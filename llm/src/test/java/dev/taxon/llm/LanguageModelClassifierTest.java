package dev.taxon.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taxon.Candidate;
import dev.taxon.ClassifyFailure;
import dev.taxon.ClassifyFailure.Code;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.Evidence;
import dev.taxon.Page;
import dev.taxon.RuleSet;
import dev.taxon.llm.FakeModel.Sent;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageModelClassifierTest {
  private static final RuleSet RULES =
      RuleSet.of("receipt", "Proof of payment.", "invoice", "Asks for payment.", "cv", "A life.");
  private static final Document INVOICE =
      new Document(
          "application/pdf",
          List.of(
              Page.of(1, "Calder Ltd", "INVOICE no 4711", "Total   due: 153.60 GBP"),
              Page.of(2, "Please pay within", "30 days.")),
          2,
          false);

  /** Types in the order of the alphabet: cv 1, invoice 2, receipt 3. */
  private static final String GOOD =
      """
      {"reason": "It asks for payment.", "quotes": ["invoice NO 4711", "Total due: 153.60 GBP"],
       "answers": [{"rule": 2, "probability": 0.9}, {"rule": 3, "probability": 0.06}], "none": 0.04}
      """;

  private final FakeModel model = new FakeModel(asked -> Sent.content(GOOD));

  @AfterEach
  void stop() {
    model.close();
  }

  private Decision decide(Document document) {
    return new LanguageModelClassifier(model.endpoint(), null).classify(document, RULES);
  }

  private Decision saying(String content) {
    model.answer(asked -> Sent.content(content));
    return decide(INVOICE);
  }

  /** Answers one after the other, the last one for good. */
  private void inTurn(Sent... sent) {
    Queue<Sent> queue = new ArrayDeque<>(List.of(sent));
    model.answer(asked -> {
      synchronized (queue) {
        return queue.size() > 1 ? queue.remove() : queue.element();
      }
    });
  }

  private static Code codeOf(ThrowingCallable call) {
    return failure(call).code();
  }

  private static ClassifyFailure failure(ThrowingCallable call) {
    var thrown = org.assertj.core.api.Assertions.catchThrowable(call);
    assertThat(thrown).isInstanceOf(ClassifyFailure.class);
    return (ClassifyFailure) thrown;
  }

  @Test
  void theLikeliestRuleIsTheAnswerAndTheOthersStandBehindIt() {
    Decision decision = decide(INVOICE);
    assertThat(decision.type()).isEqualTo("invoice");
    assertThat(decision.confidence()).isCloseTo(0.9, within(1e-9));
    assertThat(decision.candidates())
        .extracting(Candidate::type)
        .containsExactly("invoice", "receipt", "cv");
    assertThat(decision.none()).isCloseTo(0.04, within(1e-9));
    double all =
        decision.none() + decision.candidates().stream().mapToDouble(Candidate::confidence).sum();
    assertThat(all).isCloseTo(1, within(1e-9));
    assertThat(decision.way()).isEqualTo("openai");
  }

  @Test
  void quotesAreShownAsTheyStandOnThePage() {
    Decision decision = decide(INVOICE);
    assertThat(decision.evidence())
        .extracting(Evidence::quote)
        .containsExactly("INVOICE no 4711", "Total   due: 153.60 GBP");
    assertThat(decision.reasoning())
        .isEqualTo(
            "\"INVOICE no 4711\" and \"Total   due: 153.60 GBP\" (page 1). It asks for payment."
                + " Next likeliest: receipt (6%). Decided by the language model judge-7b, which calls"
                + " itself 90% sure.");
  }

  @Test
  void wordsThatNoPageHasAreNeitherEvidenceNorReason() {
    Decision decision =
        saying(
            """
            {"reason": "It is headed \\"Tax return\\". It says \\"30 days.\\" at the end.",
             "quotes": ["Tax return 2025", "pay within 30 days"],
             "answers": [{"rule": 2, "probability": 1}], "none": 0}
            """);
    assertThat(decision.evidence())
        .extracting(Evidence::page, Evidence::quote)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(2, "pay within"));
    assertThat(decision.reasoning())
        .doesNotContain("Tax return")
        .contains("It says \"30 days.\" at the end.");
    assertThat(decision.confidence()).isCloseTo(0.99, within(1e-9));
  }

  @Test
  void noneOfTheRulesIsAnAnswer() {
    Decision decision =
        saying(
            """
            ```json
            {"reason": "A poem", "quotes": [], "answers": [{"rule": 3, "probability": 0.2}],
             "none": 0.8}
            ```
            """);
    assertThat(decision.type()).isNull();
    assertThat(decision.confidence()).isCloseTo(0.8, within(1e-9));
    assertThat(decision.reasoning()).startsWith("No rule fits. A poem. Closest: receipt (20%).");
  }

  @Test
  void thoughtsBeforeTheAnswerAreNotTheAnswer() {
    assertThat(saying("<think>{\"rule\": 1}? No.</think>\n" + GOOD).type()).isEqualTo("invoice");
  }

  @Test
  void aRuleCalledByItsNameIsUnderstood() {
    assertThat(
            saying(
                    """
                    {"reason": "", "quotes": [], "none": "0.1",
                     "answers": [{"rule": "invoice", "probability": "0.9"}]}
                    """)
                .type())
        .isEqualTo("invoice");
  }

  @Test
  void aTypeAndAConfidenceAreUnderstoodToo() {
    Decision decision =
        saying(
            """
            {"type": "invoice", "confidence": 0.8, "reasoning": "It asks for payment."}
            """);
    assertThat(decision.type()).isEqualTo("invoice");
    assertThat(decision.confidence()).isCloseTo(0.8, within(1e-9));
    assertThat(decision.none()).isCloseTo(0.1, within(1e-9));
    assertThat(decision.candidates().getLast().confidence()).isCloseTo(0.05, within(1e-9));
    assertThat(decision.reasoning()).startsWith("It asks for payment.");

    Decision none = saying("{\"type\": null, \"confidence\": 0.7}");
    assertThat(none.type()).isNull();
    assertThat(none.none()).isCloseTo(0.7, within(1e-9));
  }

  @Test
  void theModelSeesRulesAndTextAsDataAndIsHeldToASchema() {
    decide(INVOICE);
    FakeModel.Asked asked = model.asked().getFirst();
    assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /v1/chat/completions");
    assertThat(asked.authorization()).isEqualTo("Bearer sk-geheim");
    assertThat(asked.body().path("model").asString()).isEqualTo("judge-7b");
    assertThat(asked.body().path("temperature").asInt(-1)).isZero();
    assertThat(asked.body().at("/response_format/type").asString()).isEqualTo("json_schema");
    assertThat(asked.question().at("/rules/1").toString())
        .isEqualTo("{\"rule\":2,\"type\":\"invoice\",\"descriptions\":[\"Asks for payment.\"]}");
    assertThat(asked.question().at("/document/text/1").toString())
        .isEqualTo("{\"page\":2,\"text\":\"Please pay within\\n30 days.\"}");
    assertThat(asked.question().at("/document/whole").asBoolean()).isTrue();
  }

  @Test
  void ofALongDocumentTheBeginningAndTheEndAreRead() {
    String filler = "filler ".repeat(9_000);
    decide(Document.of("INVOICE first words", filler, "last words of it"));
    FakeModel.Asked asked = model.asked().getFirst();
    assertThat(asked.question().at("/document/whole").asBoolean()).isFalse();
    assertThat(asked.said())
        .contains("INVOICE first words", "last words of it")
        .hasSizeLessThan(14_000);
  }

  @Test
  void aDocumentWithoutReadableTextIsNotSent() {
    Decision decision = decide(Document.of("… — !"));
    assertThat(decision.type()).isNull();
    assertThat(decision.reasoning()).contains("too little readable text");
    assertThat(model.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I think it is an invoice.",
        "{\"answers\": [{\"rule\": 2, \"probability\": 0.9}",
        "{\"answers\": [{\"rule\": 4, \"probability\": 0.9}], \"none\": 0.1}",
        "{\"answers\": [{\"rule\": 2, \"probability\": 95}], \"none\": 5}",
        "{\"answers\": [{\"rule\": 2}], \"none\": 0.1}",
        "{\"answers\": [], \"none\": 0}",
        "{\"type\": \"tax return\", \"confidence\": 0.9}",
        "{\"type\": \"invoice\"}",
      })
  void anUnusableAnswerIsSentBackOnceWithWhatIsWrong(String unusable) {
    inTurn(Sent.content(unusable), Sent.content(GOOD));
    assertThat(decide(INVOICE).type()).isEqualTo("invoice");
    assertThat(model.asked().get(1).said()).startsWith("That answer cannot be used: it ");

    inTurn(Sent.content(unusable));
    var failure = failure(() -> decide(INVOICE));
    assertThat(failure.code()).isEqualTo(Code.NO_ANSWER);
    assertThat(failure).hasMessageMatching("The language model's answer cannot be used: it .+\\.");
    assertThat(model.asked()).hasSize(4);
  }

  @Test
  void whatAServerDoesNotTakeIsLeftOutFromThenOn() {
    model.answer(asked ->
        asked.body().has("temperature") || asked.body().has("seed")
            ? Sent.of(400, "{\"error\": {\"message\": \"Unsupported: 'temperature', 'seed'\"}}")
            : Sent.content(GOOD));
    var classifier = new LanguageModelClassifier(model.endpoint(), null);
    assertThat(classifier.classify(INVOICE, RULES).type()).isEqualTo("invoice");
    assertThat(classifier.classify(INVOICE, RULES).type()).isEqualTo("invoice");
    assertThat(model.asked()).hasSize(3);
    assertThat(model.asked().getLast().body().has("response_format")).isTrue();
  }

  @Test
  void aQuestionThatIsRefusedForItselfTakesNothingFromTheNext() {
    inTurn(
        Sent.of(400, "{\"error\": {\"message\": \"context length exceeded\"}}"),
        Sent.of(400, "{\"error\": {\"message\": \"context length exceeded\"}}"),
        Sent.content(GOOD));
    var classifier = new LanguageModelClassifier(model.endpoint(), null);
    assertThat(failure(() -> classifier.classify(INVOICE, RULES)))
        .hasMessageContaining("refused the question (400): context length exceeded.");
    assertThat(classifier.classify(INVOICE, RULES).type()).isEqualTo("invoice");
    assertThat(model.asked().getLast().body().has("temperature")).isTrue();
  }

  @Test
  void aBusyServerIsAskedAgain() {
    inTurn(new Sent(429, "", "1"), Sent.of(503, "<html>"), Sent.content(GOOD));
    assertThat(decide(INVOICE).type()).isEqualTo("invoice");
    assertThat(model.asked()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "401, KEY_REFUSED, true",
    "403, KEY_REFUSED, true",
    "404, NOT_FOUND, true",
    "302, NOT_FOUND, true",
    "503, UNREACHABLE, true",
    "413, NO_ANSWER, false",
    "422, NO_ANSWER, false",
  })
  void aStatusSaysWhetherOtherDocumentsFareBetter(int status, Code code, boolean lasting) {
    inTurn(
        new Sent(
            status, "{\"error\": {\"message\": \"no: sk-geheim\\nis \\u001b[31m wrong\"}}", "60"));
    var failure = failure(() -> decide(INVOICE));
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.code().isLasting()).isEqualTo(lasting);
    assertThat(failure.getMessage())
        .contains("(" + status + ")")
        .doesNotContain("geheim", "\n", "\u001b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html>Welcome</html> | NOT_FOUND",
        "{\"choices\": []} | NOT_FOUND",
        "{\"choices\": [{\"message\": {\"refusal\": \"I will not\"}}]} | NO_ANSWER",
        "{\"choices\": [{\"message\": {\"content\": \"\"}, \"finish_reason\": \"length\"}]} | NO_ANSWER",
      })
  void whatIsNoAnswerIsTold(String body, Code code) {
    inTurn(Sent.of(200, body));
    assertThat(codeOf(() -> decide(INVOICE))).isEqualTo(code);
  }

  @Test
  void nobodyThereIsToldAtOnce() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var endpoint =
        new Endpoint(
            URI.create("http://127.0.0.1:" + port + "/v1"),
            "m",
            null,
            Duration.ofMinutes(2),
            Duration.ofMinutes(2));
    var failure =
        failure(() -> new LanguageModelClassifier(endpoint, null).classify(INVOICE, RULES));
    assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
    assertThat(failure).hasMessageEndingWith("cannot be reached: it refuses connections.");
  }

  @Test
  void aServerThatIsSilentIsGivenUp() {
    var forever = new CountDownLatch(1);
    model.answer(asked -> {
      try {
        forever.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Sent.content(GOOD);
    });
    var endpoint =
        new Endpoint(model.base(), "m", null, Duration.ofMillis(300), Duration.ofMillis(100));
    var classifier = new LanguageModelClassifier(endpoint, null);
    var failure = failure(() -> classifier.classify(INVOICE, RULES));
    forever.countDown();
    assertThat(failure.code()).isEqualTo(Code.TIMEOUT);
    assertThat(failure).hasMessageEndingWith("did not answer within 0.3 s.");
    assertThat(classifier.longestWait()).isEqualTo(Duration.ofMillis(800));
  }

  @Test
  void whoeverStopsTheAskerIsObeyed() throws Exception {
    var asked = new CountDownLatch(1);
    var forever = new CountDownLatch(1);
    model.answer(question -> {
      asked.countDown();
      try {
        forever.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Sent.content(GOOD);
    });
    var thrown = new java.util.concurrent.CompletableFuture<Code>();
    Thread asker = Thread.ofPlatform().start(() -> thrown.complete(codeOf(() -> decide(INVOICE))));
    asked.await();
    asker.interrupt();
    assertThat(thrown.get(10, java.util.concurrent.TimeUnit.SECONDS)).isEqualTo(Code.NO_ANSWER);
    forever.countDown();
  }

  @ParameterizedTest
  @CsvSource({
    "http://h:1, http://h:1/v1/chat/completions",
    "http://h:1/, http://h:1/v1/chat/completions",
    "https://h/v1, https://h/v1/chat/completions",
    "https://h/api/openai/v1/, https://h/api/openai/v1/chat/completions",
    "https://h/x/chat/completions, https://h/x/chat/completions",
  })
  void theAddressIsTheOneThatOpenAisClientsTake(URI base, URI completions) {
    var endpoint = new Endpoint(base, "m", "sk-geheim", Duration.ofSeconds(1), Duration.ZERO);
    assertThat(endpoint.completions()).isEqualTo(completions);
    assertThat(endpoint.toString()).doesNotContain("geheim");
  }

  @Test
  void anEndpointWithoutHostOrWithAUserIsRefused() {
    for (String base : List.of("http:///v1", "http://u:p@h/v1")) {
      assertThatThrownBy(
              () -> new Endpoint(URI.create(base), "m", null, Duration.ofSeconds(1), Duration.ZERO))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
