package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.ReadFailure.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobEndingTest {
  private static JobEnding.Entry failed(String spelling, String sentence) {
    return new JobEnding.Entry(spelling, new Outcome.Failed(Code.TIMEOUT, sentence));
  }

  private static String message(Wire wire, List<JobEnding.Entry> entries) {
    return String.valueOf(JobEnding.of(wire, entries).errorMessage());
  }

  @Test
  void aLongListNamesWhatFitsAndCountsTheRest() {
    var entries = IntStream.range(0, 500).mapToObj(i -> failed("file-" + i, "Too slow.")).toList();

    var message = message(Wire.V1, entries);

    assertThat(message)
        .startsWith("500 of 500 files failed: file-0: TIMEOUT: Too slow.; file-1: ")
        .hasSizeLessThanOrEqualTo(2_000)
        .hasSizeGreaterThan(1_900);
    long named = message.chars().filter(c -> c == ';').count();
    assertThat(message).endsWith("; … and " + (500 - named) + " more");
  }

  @Test
  void aMessageOfExactlyTheLimitIsWhole() {
    var head = "2 of 2 files failed: a: TIMEOUT: ";
    var tail = "; b: TIMEOUT: x";
    var sentence = "s".repeat(2_000 - head.length() - tail.length());

    assertThat(message(Wire.V1, List.of(failed("a", sentence), failed("b", "x"))))
        .isEqualTo(head + sentence + tail);
    assertThat(message(Wire.V1, List.of(failed("a", sentence + "s"), failed("b", "x"))))
        .hasSizeLessThanOrEqualTo(2_000)
        .endsWith("; … and 1 more");
  }

  @Test
  void oneLongSentenceIsCutBetweenCharacters() {
    for (int padding : List.of(0, 1)) {
      var sentence = "x".repeat(padding) + "🧾".repeat(2_000);
      for (var wire : Wire.values()) {
        var message = message(wire, List.of(failed("a", sentence)));

        assertThat(message).hasSizeBetween(1_998, 2_000).endsWith("🧾…");
        assertThat(Text.isStorable(message)).isTrue();
      }
    }
  }

  @Test
  void everyMixOfLengthsStaysWithinTheLimit() {
    var entries = new ArrayList<JobEnding.Entry>();
    for (int i = 1; i < 120; i++) {
      entries.add(failed("f" + i, "z".repeat(i * 7 % 400)));

      assertThat(message(Wire.V1, entries)).hasSizeLessThanOrEqualTo(2_000);
    }
  }
}
