package dev.taxon.engine;

import dev.taxon.TextEncoder;
import dev.taxon.engine.kind.KindNames;
import dev.taxon.engine.kind.KindVocabulary;
import dev.taxon.engine.kind.KindWeights;
import dev.taxon.engine.profile.Cue;
import dev.taxon.engine.profile.Phrases;
import dev.taxon.engine.profile.Profile;
import dev.taxon.engine.profile.ProfileTable;
import dev.taxon.engine.profile.ProfilesTogether;
import dev.taxon.engine.table.WordTable;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine knows beside the rules: how rare words are, and how known kinds of documents show
 * themselves.
 */
public final class Knowledge {
  private static final double UNKNOWN = 8;
  private static final double NUMBER = 3;

  private final WordTable words;
  private final ProfileTable profiles;
  private final KindNames names;
  private final KindVocabulary vocabulary;
  private final @Nullable TextEncoder encoder;
  private final Lexicon lexicon;
  private volatile @Nullable CueWords cueWords;
  private final Fitted fitted;
  private final KindWeights kindWeights;
  private final KnowingWeights fast;
  private final KnowingWeights full;

  /**
   * Takes knowledge together.
   *
   * @param encoder turns texts into vectors; without one the engine decides by words and cues alone
   */
  public Knowledge(WordTable words, ProfileTable profiles, @Nullable TextEncoder encoder) {
    this(words, profiles, encoder, Fitted.shipped());
  }

  private Knowledge(
      WordTable words, ProfileTable profiles, @Nullable TextEncoder encoder, Fitted fitted) {
    this.words = words;
    this.profiles = profiles;
    this.encoder = encoder;
    this.names = new KindNames(profiles, this::rarity);
    this.vocabulary = new KindVocabulary(profiles);
    this.lexicon = word -> words.row(word) >= 0 || profiles.knows(word);
    this.fitted = fitted;
    this.kindWeights = KindWeights.of(fitted::get);
    this.fast = KnowingWeights.of(fitted, false);
    this.full = KnowingWeights.of(fitted, true);
  }

  /** What ships with the engine. About 34 MB, read in about 0.3 s. */
  public static Knowledge shipped(@Nullable TextEncoder encoder) {
    return new Knowledge(WordTable.load(), ProfileTable.load(), encoder);
  }

  /** The same knowledge with other numbers, as a measurement needs it. */
  public Knowledge with(Fitted other) {
    return new Knowledge(words, profiles, encoder, other);
  }

  /**
   * This knowledge and kinds of documents of somebody's own; one with the id of a kind that is
   * known takes its place. Costs two encodings a kind, and one a sample.
   */
  public Knowledge and(List<Profile> own) {
    return own.isEmpty()
        ? this
        : new Knowledge(words, ProfilesTogether.of(profiles, own, words, encoder), encoder, fitted);
  }

  Fitted fitted() {
    return fitted;
  }

  KindWeights kindWeights() {
    return kindWeights;
  }

  KnowingWeights weights(boolean isFull) {
    return isFull ? full : fast;
  }

  ProfileTable profiles() {
    return profiles;
  }

  KindNames names() {
    return names;
  }

  KindVocabulary vocabulary() {
    return vocabulary;
  }

  @Nullable TextEncoder encoder() {
    return encoder;
  }

  /** The unit vector of the sum of words' vectors; the zero vector where no word is known. */
  float[] sum(List<String> folded) {
    return words.vector(words.rows(folded), null);
  }

  /** Words that stand in one of the tables. */
  Lexicon lexicon() {
    return lexicon;
  }

  /** Words of titles and strong phrases of known kinds; put together when a page needs them. */
  CueWords cueWords() {
    CueWords made = cueWords;
    if (made == null) {
      var words = new HashSet<String>();
      Phrases phrases = profiles.phrases();
      for (int phrase = 0; phrase < phrases.size(); phrase++) {
        List<String> own = phrases.words(phrase);
        phrases.whom(
            phrase,
            (profile, cue) -> {
              if (cue == Cue.TITLE || cue == Cue.STRONG) {
                words.addAll(own);
              }
            });
      }
      made = new CueWords(words);
      cueWords = made;
    }
    return made;
  }

  /** How rare a folded word is, in natural logarithms: 0 to 12.75. */
  private double rarity(String word) {
    int row = words.row(word);
    if (row >= 0) {
      return words.idf(row);
    }
    return word.chars().allMatch(Character::isDigit) ? NUMBER : UNKNOWN;
  }
}
