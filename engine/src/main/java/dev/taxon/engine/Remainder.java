package dev.taxon.engine;

import dev.taxon.Rule;
import dev.taxon.engine.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells the rule for whatever no other rule takes: by its type ("other", "Sonstiges", "otros
 * documentos"), or by a description that begins with the rest ("Anything else", "alles andere") or
 * speaks of the other rules ("fits none of the above"). Seven languages.
 */
final class Remainder {
  private static final int LONGEST_TYPE = 1_000;
  private static final int LONGEST_DESCRIPTION = 400;

  private static final Set<String> REST =
      folded(
          """
          other others default misc miscellaneous rest remainder remaining leftover leftovers catchall unknown else anything
          everything none nothing unclassified uncategorized uncategorised unsorted unmatched
          sonstige sonstiges sonstiger sonstigen andere anderes anderer anderen übrige übriges übrigen restliche
          restliches verschiedenes diverses diverse unbekannt alles
          autre autres divers diverses reste inconnu inconnus
          otro otra otros otras varios varias resto demás desconocido desconocidos
          altro altra altri altre vario varie vari restante restanti sconosciuto sconosciuti
          outro outra outros outras diversos diversas vários várias restantes desconhecido desconhecidos
          overig overige overigen anders diversen onbekend
          """);

  /** What a type of the rest may be said to be. */
  private static final Set<String> ANYTHING =
      folded(
          """
          catch all doc docs document documents file files item items stuff category categories class type types mail
          dokument dokumente dokumenten unterlagen datei dateien papiere schriftstücke post kategorie
          documents fichier fichiers papiers pièces documento documentos archivo archivos papeles documenti carte
          ficheiros arquivos documenten bestanden stukken papieren categorie categoría categoria
          """);

  private static final List<String> BEGINNINGS =
      phrases(
          """
          anything else; everything else; all else; anything other; all other; all others; any other; every other;
          other documents; other files; other papers; the rest; whatever is left; whatever remains; leftovers;
          alles andere; alles übrige; alle anderen; alle übrigen; sonstige; sonstiges; andere dokumente; der rest;
          tout autre; tous les autres; toutes les autres; tout le reste; tout ce qui ne; tout ce qui n; le reste; autres documents;
          cualquier otro; cualquier otra; todo lo demás; todos los demás; todo lo que no; el resto; otros documentos;
          qualsiasi altro; qualunque altro; tutto il resto; tutti gli altri; tutto ciò che non; il resto;
          altri documenti; qualquer outro; qualquer outra; todo o resto; tudo o que não; tudo o resto;
          todos os outros; todos os demais; o resto; outros documentos;
          al het andere; alle andere; alle overige; al het overige; elk ander; de rest; overige; andere documenten
          """);

  private static final List<String> OF_THE_OTHERS =
      phrases(
          """
          none of the above; none of the other; none of these types; none of these categories; none of these rules;
          not fit any of; not fit any other; not fit any category; not fit the other; not fit into any; not fit elsewhere;
          fits none of; fits no other; fit no other; fits nowhere; fit nowhere; no other rule; no other category;
          not match any of; not match any other; matches none of; matches no other; not covered by any other;
          not covered by the other; not covered above; not covered elsewhere; not belong to any of; not belong to any other;
          not belong anywhere;
          passt zu keiner; passt zu keinem; passen zu keiner; passen zu keinem; zu keiner anderen; zu keinem anderen;
          in keine andere; in keine der; nirgends passt; nirgendwo passt; nirgends passen; keiner der anderen;
          aucune des autres; aucun des autres; dans aucune autre; aucune autre règle; aucune autre catégorie;
          aucun autre type; nulle part ailleurs;
          ninguna de las otras; ninguno de los otros; ninguna de las demás; ninguna de las anteriores; en ninguna otra;
          ninguna otra regla; ninguna otra categoría; ningún otro tipo;
          nessuna delle altre; nessuno degli altri; nessun altra regola; nessun altra categoria; nessun altro tipo;
          nenhuma das outras; nenhum dos outros; nenhuma das anteriores; nenhuma outra regra; nenhuma outra categoria;
          nenhum outro tipo;
          geen van de andere; geen van de overige; in geen andere; geen andere regel; geen andere categorie;
          geen andere soort; nergens anders
          """);

  /** What a description may say before it comes to the rest. */
  private static final Set<String> LEAD =
      folded(
          """
          a an the for use used this is here goes documents document files any all catch für dies ist pour ceci est para
          esto es per questo è isto é voor dit is that which fallback
          """);

  private Remainder() {}

  /** Whether a rule takes whatever no other rule takes. */
  static boolean is(Rule rule) {
    return isNamed(RuleText.spaced(rule.type())) || isDescribed(rule.description());
  }

  private static boolean isNamed(String type) {
    boolean[] told = {false, false};
    Words.scan(
        type,
        LONGEST_TYPE,
        (word, start, end) -> {
          boolean rest = REST.contains(word);
          told[0] |= rest;
          told[1] |=
              !rest
                  && !ANYTHING.contains(word)
                  && !CommonWords.isFunction(word)
                  && CommonWords.weight(word) == 1;
        });
    return told[0] && !told[1];
  }

  private static boolean isDescribed(String description) {
    var words = new ArrayList<String>();
    Words.scan(description, LONGEST_DESCRIPTION, (word, start, end) -> words.add(word));
    String whole = joined(words);
    if (OF_THE_OTHERS.stream().anyMatch(whole::contains)) {
      return true;
    }
    for (int from = 0; from < words.size(); from++) {
      String rest = joined(words.subList(from, words.size()));
      if (BEGINNINGS.stream().anyMatch(rest::startsWith)) {
        return true;
      }
      if (!LEAD.contains(words.get(from))) {
        return false;
      }
    }
    return false;
  }

  private static String joined(List<String> words) {
    return ' ' + String.join(" ", words) + ' ';
  }

  private static Set<String> folded(String words) {
    return Set.copyOf(new HashSet<>(Words.of(words)));
  }

  private static List<String> phrases(String phrases) {
    return Arrays.stream(phrases.split(";", -1)).map(phrase -> joined(Words.of(phrase))).toList();
  }
}
