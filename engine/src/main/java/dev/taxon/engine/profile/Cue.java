package dev.taxon.engine.profile;

/** What a phrase does for a profile. */
public enum Cue {
  /** Near the top it nearly settles the kind. */
  TITLE('T'),
  /** Seldom found elsewhere. */
  STRONG('S'),
  /** Common in it and in its relatives. */
  USUAL('U'),
  /** Speaks for a relative instead. */
  AGAINST('A');

  private final char letter;

  Cue(char letter) {
    this.letter = letter;
  }

  /** How a table writes it. */
  char letter() {
    return letter;
  }

  static Cue of(char letter) {
    for (Cue cue : values()) {
      if (cue.letter == letter) {
        return cue;
      }
    }
    throw new IllegalArgumentException("no cue is written " + letter);
  }
}
