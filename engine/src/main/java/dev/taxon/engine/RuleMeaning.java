package dev.taxon.engine;

import dev.taxon.Rule;
import dev.taxon.RuleSet;
import dev.taxon.engine.kind.RuleKinds;
import dev.taxon.engine.profile.ProfileTable;
import dev.taxon.engine.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each rule of a set means: the kinds it covers, and its vectors when there is an encoder. */
final class RuleMeaning {
  /** Rule sets with more rules are matched by words alone: to encode one rule takes about 10 ms. */
  private static final int MOST_ENCODED = 250;

  /** Rules for topics, intents or opinions mean kinds of document so little on average. */
  private static final double NO_KINDS = 0.25;

  /** Rules for documents mean kinds so much, in whatever words. */
  private static final double ALL_KINDS = 0.5;

  private final List<RuleKinds> kinds = new ArrayList<>();
  private final List<float[]> wholes;
  private final List<float[]> names;
  private final List<float[]> descriptions;
  private final List<float[]> words = new ArrayList<>();
  private final double asksForKind;
  private final double[] meant;

  RuleMeaning(RuleSet rules, Knowledge knowledge) {
    var wholeTexts = new ArrayList<String>();
    var nameTexts = new ArrayList<String>();
    Language language = RuleText.language(rules);
    List<Rule> english =
        language == null
            ? rules.rules().stream()
                .map(rule -> RuleText.affirmed(rule, null, knowledge.names()::holdName))
                .toList()
            : rules.rules().stream()
                .map(rule -> RuleText.inEnglish(rule, language, knowledge.names()::holdName))
                .toList();
    for (Rule rule : english) {
      String name = rule.type().replace('_', ' ');
      wholeTexts.add(name + ": " + rule.description());
      nameTexts.add(name);
    }
    var encoder = rules.rules().size() <= MOST_ENCODED ? knowledge.encoder() : null;
    wholes = encoder == null ? List.of() : encoder.encode(wholeTexts);
    names = encoder == null ? List.of() : encoder.encode(nameTexts);
    for (int i = 0; i < rules.rules().size(); i++) {
      Rule rule = rules.rules().get(i);
      RuleText text = RuleText.of(rule, language);
      List<String> described = words(text.description(), language);
      var types = new ArrayList<String>();
      types.add(rule.type());
      if (language != null) {
        types.add(english.get(i).type());
      }
      words.add(
          knowledge.sum(
              Stream.concat(text.name().stream().map(RuleText.Word::folded), described.stream())
                  .toList()));
      kinds.add(
          RuleKinds.of(
              types,
              described,
              words(text.excluded(), language),
              knowledge.profiles(),
              knowledge.names(),
              knowledge.vocabulary(),
              whole(i),
              name(i),
              knowledge.fitted()::get));
    }
    asksForKind = asksForKind(kinds, knowledge.profiles());
    meant = new double[knowledge.profiles().profiles().size()];
    for (RuleKinds rule : kinds) {
      for (int p = 0; p < meant.length; p++) {
        meant[p] = Math.max(meant[p], rule.share(p));
      }
    }
    // what kind of document a rule means is said by its type; only other rules need this too
    descriptions =
        encoder == null || asksForKind == 1
            ? List.of()
            : encoder.encode(
                english.stream()
                    .map(rule -> rule.description().isBlank() ? rule.type() : rule.description())
                    .toList());
  }

  /** Words as they are written, then in English where the rules are in another language. */
  private static List<String> words(List<RuleText.Word> words, @Nullable Language language) {
    var folded = new ArrayList<>(words.stream().map(RuleText.Word::folded).toList());
    if (language != null) {
      words.forEach(word -> folded.addAll(word.english()));
    }
    return folded;
  }

  /**
   * How far the rules ask what kind of document a text is, and not what it is about: the mean over
   * the rules of how surely they mean some kind, stretched; 0 to 1.
   */
  double asksForKind() {
    return asksForKind;
  }

  private static double asksForKind(List<RuleKinds> kinds, ProfileTable table) {
    double sum = 0;
    for (RuleKinds rule : kinds) {
      double best = 0;
      for (int p = 0; p < table.profiles().size(); p++) {
        best = table.profiles().get(p).subject() ? best : Math.max(best, rule.share(p));
      }
      sum += best;
    }
    return Math.clamp((sum / kinds.size() - NO_KINDS) / (ALL_KINDS - NO_KINDS), 0, 1);
  }

  /** Whether the rules have vectors. */
  boolean isEncoded() {
    return !wholes.isEmpty();
  }

  /** Which kinds a rule means. */
  RuleKinds kinds(int rule) {
    return kinds.get(rule);
  }

  /** How much a kind is meant by the rule that means it most, 0 to 1. */
  double meant(int kind) {
    return meant[kind];
  }

  /** Vector of type and description, or null without an encoder. */
  float @Nullable [] whole(int rule) {
    return wholes.isEmpty() ? null : wholes.get(rule);
  }

  /** Vector of the type alone, or null without an encoder. */
  float @Nullable [] name(int rule) {
    return names.isEmpty() ? null : names.get(rule);
  }

  /** Vector of the description alone, or null without an encoder and for kinds of documents. */
  float @Nullable [] description(int rule) {
    return descriptions.isEmpty() ? null : descriptions.get(rule);
  }

  /** Sum of the vectors of the rule's words, without those that it excludes. */
  float[] words(int rule) {
    return words.get(rule);
  }

  /** How many rules there are. */
  int size() {
    return kinds.size();
  }
}
