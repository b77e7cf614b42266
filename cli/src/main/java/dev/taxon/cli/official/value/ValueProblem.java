package dev.taxon.cli.official.value;

/**
 * A text that is not a value of the kind that was asked for; the message says why in one clause.
 */
public final class ValueProblem extends Exception {
  private static final long serialVersionUID = 1;

  public ValueProblem(String message) {
    super(message);
  }
}
