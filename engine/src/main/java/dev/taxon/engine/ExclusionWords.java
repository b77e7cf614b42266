package dev.taxon.engine;

import dev.taxon.engine.text.Language;
import dev.taxon.engine.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The words with which a language excludes. Words of one language that say something else in
 * another ("no", "of", "non") count only where the language is known.
 */
final class ExclusionWords {
  private static final String ANY_LANGUAGE =
      """
      not; nor; neither; except; excepting; excluding; exclude; excludes; excluded; without; unlike; never; cannot;
      isn t; aren t; doesn t; don t; other than; rather than; instead of; as opposed to; apart from; aside from;
      anything but; everything but; all but; with the exception of; to the exclusion of; none of;
      nicht; kein; keine; keinen; keiner; keinem; keines; außer; ohne; ausgenommen; ausgeschlossen; weder; statt;
      anstatt; anstelle; abgesehen von; mit ausnahme von; mit ausnahme der; mit ausnahme des;
      sauf; hors; excepté; sans; autre que; autres que; à l exception de; à l exception des; à l exclusion de;
      à l exclusion des; plutôt que; au lieu de; exclu; exclus; exclue; exclues; aucun; aucune;
      excepto; salvo; excluyendo; excluido; excluidos; excluida; excluidas; distinto de; distintos de;
      a excepción de; con excepción de; en lugar de; en vez de; ningún; ninguna;
      tranne; eccetto; escluso; esclusi; esclusa; escluse; fuorché; ad eccezione di; ad eccezione dei;
      ad eccezione delle; anziché; nessun; nessuna;
      exceto; excluindo; excluído; excluídos; excluída; excluídas; com exceção de; em vez de; nenhum; nenhuma; nunca;
      niet; geen; behalve; uitgezonderd; uitgesloten; met uitzondering van; in plaats van; anders dan; nooit
      """;

  private static final Map<Language, String> OWN =
      Map.of(
          Language.ENGLISH, "no",
          Language.GERMAN, "noch; nie",
          Language.FRENCH, "pas; ni; non; jamais",
          Language.SPANISH, "no; sin; ni",
          Language.ITALIAN, "non; né; senza; mai",
          Language.PORTUGUESE, "não; sem; nem; salvo",
          Language.DUTCH, "zonder; noch");

  /** For rules in a language that does not show. */
  private static final String OF_NONE = "no; pas; sin; senza; sem; zonder; não";

  private static final Set<String> CONNECTORS =
      folded("or; nor; oder; noch; ou; ni; né; nem; of; o");

  private static final Set<String> CONNECTORS_OF_NONE = folded("or; nor; oder; ou; nem");

  private static final Set<String> ENDERS =
      folded("but; aber; sondern; jedoch; mais; sino; pero; ma; bensì; mas; porém; maar; however");

  /** What turns a negation into something else: "not only", "no later than", "sans préjudice". */
  private static final Set<String> HARMLESS =
      folded(
          """
          only; just; merely; solely; simply; necessarily; limited; later; earlier; more; less; fewer; exceeding; matter;
          prejudice; limitation; claims; objection; fault; always; yet; nur; bloß; zwangsläufig; immer; unbedingt;
          seulement; uniquement; nécessairement; toujours; préjudice; limitation; solo; sólo; solamente; únicamente;
          necesariamente; siempre; limitado; perjuicio; soltanto; solamente; unicamente; necessariamente; sempre;
          limitato; pregiudizio; só; apenas; somente; prejuízo; alleen; uitsluitend; noodzakelijk; altijd; slechts
          """);

  /** What the excluded does not do. */
  private static final Set<String> BELONGING =
      folded(
          """
          included; include; belong; belongs; count; counts; part; covered; here; meant; accepted; apply; qualify;
          dazu; darunter; enthalten; inbegriffen; hierher; hierzu; gemeint; gehören; gehört; zählen; zählt; fallen; fällt;
          inclus; incluses; compris; comprises; partie; concernés; incluyen; incluye; incluidos; incluidas;
          pertenecen; cuentan; inclusi; incluse; compresi; comprese; rientrano; appartengono; incluídos; incluídas;
          pertencem; contam; inbegrepen; bij; onder; horen; hoort; vallen; tellen; bedoeld
          """);

  private static final Set<String> PARTICIPLES =
      folded(
          """
          excluded; ausgenommen; ausgeschlossen; exclu; exclus; exclue; exclues; excluido; excluidos; excluida;
          excluidas; escluso; esclusi; esclusa; escluse; excluído; excluídos; excluída; excluídas; uitgezonderd;
          uitgesloten
          """);

  private static final Set<String> ANDS = folded("and; or; und; oder; et; ou; y; o; e; en; of");

  /** What begins a clause of its own after a comma. */
  private static final Set<String> CLAUSE_OPENERS =
      folded(
          """
          with; that; which; who; for; from; issued; sent; showing; usually; often; mostly; mit; die; der; das; welche; für;
          meist; avec; qui; que; pour; dont; con; per; che; para; com; met; voor; dat; en; and; und; et; y; e
          """);

  private static final Map<Language, ExclusionWords> BY_LANGUAGE = byLanguage();
  private static final ExclusionWords OF_NO_LANGUAGE =
      new ExclusionWords(ANY_LANGUAGE + ';' + OF_NONE, CONNECTORS_OF_NONE, true);

  private final Map<String, List<List<String>>> cues = new HashMap<>();
  private final Set<String> connectors;
  private final boolean english;

  private ExclusionWords(String phrases, Set<String> connectors, boolean english) {
    this.english = english;
    this.connectors = connectors;
    for (String phrase : phrases.split(";", -1)) {
      List<String> words = Words.of(phrase);
      cues.computeIfAbsent(words.getFirst(), first -> new ArrayList<>()).add(words);
    }
    cues.values().forEach(list -> list.sort(Comparator.comparingInt(words -> -words.size())));
  }

  /** The words of a language; of English and what is clear in any where it is null. */
  static ExclusionWords of(@Nullable Language language) {
    return language == null ? OF_NO_LANGUAGE : BY_LANGUAGE.getOrDefault(language, OF_NO_LANGUAGE);
  }

  private static Map<Language, ExclusionWords> byLanguage() {
    var all = new EnumMap<Language, ExclusionWords>(Language.class);
    OWN.forEach((language, own) ->
        all.put(
            language,
            new ExclusionWords(
                ANY_LANGUAGE + ';' + own,
                language == Language.ENGLISH ? CONNECTORS_OF_NONE : CONNECTORS,
                language == Language.ENGLISH)));
    return all;
  }

  private static Set<String> folded(String words) {
    var folded = new HashSet<String>();
    for (String word : words.split(";", -1)) {
      folded.addAll(Words.of(word));
    }
    return Collections.unmodifiableSet(folded);
  }

  /** How many words the longest cue has that begins a run of words, or 0. */
  int cue(IntFunction<String> run) {
    for (List<String> cue : cues.getOrDefault(run.apply(0), List.of())) {
      int same = 1;
      while (same < cue.size() && cue.get(same).equals(run.apply(same))) {
        same++;
      }
      if (same == cue.size()) {
        return same;
      }
    }
    return 0;
  }

  /** Whether a word joins the items of an excluded list. */
  boolean isConnector(String word) {
    return connectors.contains(word);
  }

  /** Whether a word joins what is listed. */
  boolean isAnd(String word) {
    return ANDS.contains(word);
  }

  /** Whether a word may stand for "number": "invoice no". */
  boolean isNumberSign(String word) {
    return english && word.equals("no");
  }

  /** Whether a word ends an exclusion in the middle of a clause. */
  boolean isEnder(String word) {
    return ENDERS.contains(word);
  }

  /** Whether a negation excludes nothing where this word follows. */
  boolean isHarmlessAfter(String word) {
    return HARMLESS.contains(word);
  }

  /** Whether a word says of what came before that it belongs to the rule, or does not. */
  boolean isBelonging(String word) {
    return BELONGING.contains(word);
  }

  /** Whether a word may exclude what stands before it: "receipts excluded". */
  boolean isParticiple(String word) {
    return PARTICIPLES.contains(word);
  }

  /** Whether a word after a comma begins something else than a further item. */
  boolean opensClause(String word) {
    return CLAUSE_OPENERS.contains(word);
  }
}
