package dev.taxon.bench.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Candidate;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.Rule;
import dev.taxon.RuleSet;
import dev.taxon.engine.Way;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of answers on another processor, and when that is a fault. */
class ElsewhereTest {
  private static final RuleSet RULES =
      new RuleSet(List.of(new Rule("invoice", "a bill"), new Rule("receipt", "was paid")));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int told(Decision before, Decision now) {
    var golden = new Golden("another processor", List.of(Answered.of("a", before)));
    var document = Document.of("INVOICE");
    return Elsewhere.tell(
        golden,
        List.of(new Case("a", document, RULES, Way.FAST)),
        List.of(now),
        new PrintStream(out, true, UTF_8));
  }

  private static Decision invoice(double invoice, double receipt, String reasoning) {
    return new Decision(
        "invoice",
        invoice,
        reasoning,
        List.of(),
        List.of(new Candidate("invoice", invoice), new Candidate("receipt", receipt)));
  }

  private static Decision receipt(double receipt, double invoice, String reasoning) {
    return new Decision(
        "receipt",
        receipt,
        reasoning,
        List.of(),
        List.of(new Candidate("receipt", receipt), new Candidate("invoice", invoice)));
  }

  @Test
  void theSameAnswerIsToldAsTheSame() {
    int status = told(invoice(0.6, 0.3, "says invoice"), invoice(0.6, 0.3, "says invoice"));

    assertThat(status).isZero();
    assertThat(out.toString(UTF_8)).contains("1 the same to the byte, 0 with another type");
  }

  @Test
  void anotherConfidenceIsNoFaultAndItsDistanceIsTold() {
    int status = told(invoice(0.6, 0.3, "says invoice"), invoice(0.59, 0.31, "says invoice"));

    assertThat(status).isZero();
    assertThat(out.toString(UTF_8))
        .contains("0 the same to the byte, 0 with another type", "at most 0.0100");
  }

  @Test
  void anotherTypeIsNoFaultWhereTheNoteSaysHowCloseTheFormerIs() {
    int status =
        told(
            invoice(0.48, 0.47, "says invoice"),
            receipt(0.48, 0.47, "says paid; next comes “invoice” (47%)"));

    assertThat(status).isZero();
    assertThat(out.toString(UTF_8)).contains("a: was invoice (now 0.47), is receipt, as its note");
  }

  @Test
  void anotherTypeWithoutAWordIsAFault() {
    int status =
        told(invoice(0.48, 0.47, "says invoice"), receipt(0.48, 0.47, "says paid, surely"));

    assertThat(status).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("ITS NOTE DOES NOT SAY");
  }
}
