package dev.taxon.bench.quality;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document whose right answer is known.
 *
 * @param file its path below the collection, or the id of a text
 * @param type the right type in the words of the set's first wording, null where none fits
 * @param alsoOk types that are right too
 * @param language two letters
 * @param format the file's ending, lower case
 * @param scan whether it is a scan or a photo
 * @param noneKind {@code clear} or {@code arguable} where none fits, else empty
 */
public record Labelled(
    String file,
    @Nullable String type,
    Set<String> alsoOk,
    String language,
    String format,
    boolean scan,
    String noneKind) {
  public Labelled {
    alsoOk = Set.copyOf(alsoOk);
  }

  /** The same under rules that may lack its type: what they lack is no right answer. */
  Labelled under(Set<String> types) {
    return new Labelled(
        file,
        type != null && types.contains(type) ? type : null,
        alsoOk,
        language,
        format,
        scan,
        noneKind);
  }
}
