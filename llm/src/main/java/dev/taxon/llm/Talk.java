package dev.taxon.llm;

import java.util.List;
import java.util.stream.Stream;

/** What was said so far, in turn. */
record Talk(List<Turn> turns) {
  /** So much of an unusable answer is shown to the model again, in code units. */
  private static final int REPEATED = 2_000;

  record Turn(String role, String content) {}

  Talk {
    turns = List.copyOf(turns);
  }

  static Talk begun(String instructions, String question) {
    return new Talk(List.of(new Turn("system", instructions), new Turn("user", question)));
  }

  Talk then(String answer, String reply) {
    String repeated = answer.substring(0, Math.min(answer.length(), REPEATED));
    return new Talk(
        Stream.concat(
                turns.stream(),
                Stream.of(new Turn("assistant", Excerpt.clean(repeated)), new Turn("user", reply)))
            .toList());
  }
}
