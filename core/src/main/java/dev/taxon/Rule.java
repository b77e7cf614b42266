package dev.taxon;

/**
 * A kind of document in the user's words.
 *
 * @param type the label that an answer repeats exactly; not blank
 * @param description what such a document is or says; may be empty, then the type speaks alone
 */
public record Rule(String type, String description) {
  public Rule {
    if (type.isBlank()) {
      throw new IllegalArgumentException("a rule needs a type");
    }
    java.util.Objects.requireNonNull(description);
  }
}
