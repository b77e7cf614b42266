package dev.taxon.engine.profile;

import dev.taxon.engine.shape.Trait;
import java.util.List;
import java.util.Map;

/**
 * A profile as the engine needs it: who it is, not what its phrases are.
 *
 * @param id unique
 * @param family its relatives' common name
 * @param subject whether it says what a text is about rather than what kind of document it is
 * @param name what a person calls it
 * @param names every name, as words without accents joined by spaces
 * @param unlike what tells it from a look-alike, by the look-alike's id
 * @param shape how it looks
 */
public record KnownProfile(
    String id,
    String family,
    boolean subject,
    String name,
    List<String> names,
    Map<String, String> unlike,
    List<Trait> shape) {
  public KnownProfile {
    names = List.copyOf(names);
    unlike = Map.copyOf(unlike);
    shape = shape.stream().sorted().toList();
  }
}
