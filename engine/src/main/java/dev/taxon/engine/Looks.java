package dev.taxon.engine;

import dev.taxon.Evidence;
import dev.taxon.engine.shape.Trait;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a document looks where that is usual in the kind that a rule means, and where it shows.
 *
 * @param kind as it follows "usual in": {@code an invoice}
 * @param looks the most telling first
 */
record Looks(String kind, List<Look> looks) {
  Looks {
    looks = List.copyOf(looks);
  }

  /**
   * One of them.
   *
   * @param place where it shows; null for one of the whole document
   */
  record Look(Trait trait, Reading.@Nullable Place place) {
    private String said(Reading reading) {
      return place == null
          ? trait.said()
          : "%s (%s, page %d)"
              .formatted(
                  trait.said(), Quoted.marked(reading.textAt(place)), reading.pageNumber(place));
    }

    private String verb() {
      return trait.said().substring(0, trait.said().indexOf(' '));
    }
  }

  /** How it looks like what a score is for; that it has one page alone is worth no word. */
  static Looks of(Reading reading, @Nullable Knowing knowing, Score score) {
    int rule = score.pattern().rule();
    List<Trait> traits = knowing == null ? List.of() : knowing.traits(rule);
    if (knowing == null || traits.equals(List.of(Trait.ONE_PAGE))) {
      return new Looks("", List.of());
    }
    return new Looks(
        knowing.kindName(rule),
        traits.stream()
            .map(trait -> {
              Reading.Place place = knowing.place(reading, trait);
              return new Look(
                  trait, place == null || !Quote.isPlain(reading.textAt(place)) ? null : place);
            })
            .toList());
  }

  /** {@code It holds sums of money ("1,152.00", page 1), as is usual in an invoice. }; or empty. */
  String said(Reading reading) {
    if (looks.isEmpty()) {
      return "";
    }
    var said = new StringBuilder("It ").append(looks.getFirst().said(reading));
    for (int i = 1; i < looks.size(); i++) {
      String next = looks.get(i).said(reading);
      String verb = looks.get(i).verb();
      boolean same = verb.equals(looks.get(i - 1).verb());
      said.append(" and ").append(same ? next.substring(verb.length() + 1) : next);
    }
    return said.append(", as is usual in ").append(kind).append(". ").toString();
  }

  /** The places of those that have one. */
  List<Evidence> evidence(Reading reading) {
    var evidence = new ArrayList<Evidence>();
    for (Look look : looks) {
      if (look.place() != null) {
        evidence.add(
            reading.evidence(look.place(), look.trait().said() + ", as is usual in " + kind));
      }
    }
    return evidence;
  }
}
