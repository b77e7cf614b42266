package dev.taxon.llm;

import dev.taxon.Candidate;
import dev.taxon.Classifier;
import dev.taxon.ClassifyFailure;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.Evidence;
import dev.taxon.RuleSet;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Lets a language model decide. The text of each document and the rules go to the endpoint that it
 * is made with and nowhere else.
 *
 * <p>The model is asked for the likeliest rules with a probability each, for the probability that
 * none fits, and for the words that decided. Its answer is checked: a type is one of the rules,
 * probabilities are brought to a sum of 1, and only words that stand on a page are evidence. One
 * answer that cannot be used is sent back with what is wrong about it; a second one is a failure.
 * The confidence is the model's own estimate, not calibrated on anything.
 */
public final class LanguageModelClassifier implements Classifier {
  /** What decisions name as their way. */
  public static final String WAY = "openai";

  private static final int ASKED = 2;

  /** A model that calls itself certain is not believed. */
  private static final double SUREST = 0.99;

  /** That nothing fits where there is nothing to read. */
  private static final double UNREADABLE = 0.95;

  private final Endpoint endpoint;
  private final Chat chat;

  /**
   * Asks nothing yet.
   *
   * @param tls whose certificates are believed, or null for Java's own
   */
  public LanguageModelClassifier(Endpoint endpoint, @Nullable SSLContext tls) {
    this.endpoint = endpoint;
    chat = new Chat(endpoint, tls);
  }

  @Override
  public Duration longestWait() {
    return endpoint.longest().multipliedBy(ASKED);
  }

  @Override
  public Decision classify(Document document, RuleSet rules) {
    Excerpt excerpt = Excerpt.of(document);
    return excerpt.isReadable() ? decided(document, excerpt, rules) : unreadable(rules);
  }

  private Decision decided(Document document, Excerpt excerpt, RuleSet rules) {
    Verdict verdict = verdict(Question.of(document, excerpt, rules));
    int answers = rules.types().size() + 1;
    double doubt = doubt(verdict, answers);
    List<Candidate> candidates =
        rules.types().stream()
            .map(type ->
                new Candidate(
                    type, doubted(verdict.chances().getOrDefault(type, 0.0), doubt, answers)))
            .sorted(
                Comparator.comparingDouble(Candidate::confidence)
                    .reversed()
                    .thenComparing(Candidate::type))
            .toList();
    double none = doubted(verdict.none(), doubt, answers);
    Candidate best = candidates.getFirst();
    boolean fits = best.confidence() > none;
    Candidate next = fits ? (candidates.size() > 1 ? candidates.get(1) : null) : best;
    var quotes = new Quotes(document, excerpt);
    List<Evidence> evidence =
        quotes.found(verdict.quotes(), fits ? "speaks for " + best.type().strip() : "fits no rule");
    String type = fits ? best.type() : null;
    double sure = fits ? best.confidence() : none;
    return new Decision(
        type,
        sure,
        Note.of(type, sure, evidence, verdict.reason(), next, quotes, endpoint.model()),
        evidence,
        candidates,
        none,
        WAY);
  }

  private Verdict verdict(Question question) {
    var talk = Talk.begun(Question.INSTRUCTIONS, question.text());
    String why = "";
    for (int asked = 0; asked < ASKED; asked++) {
      String content = chat.answer(talk);
      try {
        return Verdict.of(content, question.types());
      } catch (Verdict.Unusable unusable) {
        why = String.valueOf(unusable.getMessage());
        talk =
            talk.then(
                content,
                "That answer cannot be used: it "
                    + why
                    + ". Answer again, with the JSON object alone.");
      }
    }
    throw new ClassifyFailure(
        ClassifyFailure.Code.NO_ANSWER,
        "The language model's answer cannot be used: it " + why + ".");
  }

  private static Decision unreadable(RuleSet rules) {
    List<String> types = rules.types();
    return new Decision(
        null,
        UNREADABLE,
        "There is too little readable text to tell what this document is.",
        List.of(),
        types.stream()
            .sorted()
            .map(type -> new Candidate(type, (1 - UNREADABLE) / types.size()))
            .toList(),
        UNREADABLE,
        WAY);
  }

  /** How much of the whole is shared out evenly so that nothing is surer than {@link #SUREST}. */
  private static double doubt(Verdict verdict, int answers) {
    double most =
        verdict.chances().values().stream()
            .mapToDouble(Double::doubleValue)
            .reduce(verdict.none(), Math::max);
    return most <= SUREST ? 0 : (most - SUREST) / (most - 1.0 / answers);
  }

  /** All of them together stay 1. */
  private static double doubted(double chance, double doubt, int answers) {
    return (1 - doubt) * chance + doubt / answers;
  }
}
