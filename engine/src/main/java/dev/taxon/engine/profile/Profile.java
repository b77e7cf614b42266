package dev.taxon.engine.profile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A kind of document, or a subject that texts are about, as it shows itself.
 *
 * @param id lower case words joined by {@code _}; unique
 * @param family the group of relatives, or what kind of subject it is
 * @param subject whether it says what a text is about rather than what kind of document it is
 * @param essence one sentence: who says what to whom, for what
 * @param names every way a person would name it, by language; at least one English one
 * @param title phrases that, standing alone near the top, nearly settle it, by language
 * @param strong phrases far likelier in it than in any relative, by language
 * @param usual words common in it and shared with relatives, by language
 * @param against phrases that speak for a relative instead
 * @param shape how it looks, in the words of {@link ProfileFiles}: {@code amounts}, {@code columns}
 * @param sample how typical ones begin, as a reader of PDF or a scan gives it, by language
 * @param unlike what tells it from a look-alike, by the look-alike's id
 */
public record Profile(
    String id,
    String family,
    boolean subject,
    String essence,
    Map<String, List<String>> names,
    Map<String, List<String>> title,
    Map<String, List<String>> strong,
    Map<String, List<String>> usual,
    List<String> against,
    Set<String> shape,
    Map<String, List<String>> sample,
    Map<String, String> unlike) {
  public Profile {
    if (!id.matches("[a-z0-9]+(_[a-z0-9]+)*")) {
      throw new IllegalArgumentException("an id is made of lower case words and _, found " + id);
    }
    Objects.requireNonNull(family);
    Objects.requireNonNull(essence);
    names = Map.copyOf(names);
    title = Map.copyOf(title);
    strong = Map.copyOf(strong);
    usual = Map.copyOf(usual);
    against = List.copyOf(against);
    shape = Set.copyOf(shape);
    sample = Map.copyOf(sample);
    unlike = Map.copyOf(unlike);
    if (names.getOrDefault("en", List.of()).isEmpty()) {
      throw new IllegalArgumentException("profile " + id + " needs an English name");
    }
  }

  /** The first English name: what a person would call it. */
  public String name() {
    return Objects.requireNonNull(names.get("en")).getFirst();
  }

  /** Names and essence as one text for the encoder. */
  public String gist() {
    return String.join(", ", Objects.requireNonNull(names.get("en"))) + ": " + essence;
  }

  /** Up to six names as one text for the encoder. */
  public String label() {
    List<String> all = Objects.requireNonNull(names.get("en"));
    return String.join(", ", all.subList(0, Math.min(6, all.size())));
  }
}
