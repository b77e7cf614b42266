package dev.taxon.engine;

import dev.taxon.engine.text.Stem;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that tell little: function words of the languages most rules are written in, which are left
 * out, and the words with which people describe any document at all, which count for less. Written
 * by hand for this purpose, folded as {@link Words#fold} folds.
 */
final class CommonWords {
  /** What a general word of a rule weighs beside a telling one. */
  static final double GENERAL_WEIGHT = 0.35;

  private static final Set<String> FUNCTION =
      words(
          """
          a about above across after again all along also although always am among an and any are around as at be
          because been before being below between both but by can cannot could did do does doing done down during
          each either else etc even ever every few for from further had has have having he her here hers him his how
          however i if in into is it its itself just least less let like likely made make many may me might more most
          much must my neither no nor not now of off often on once one only onto or other others otherwise our out
          over own per rather same she should since so some still such than that the their them then there therefore these
          they this those though through thus to together too toward towards two under until up upon us use used using
          very via was we well were what when where whether which while who whom whose why will with within without
          would yet you your yours don t s ll ve re d m
          der die das den dem des jede jeder jedes jeden ein eine einer eines einem einen und oder aber nicht ist sind war waren wird werden
          wurde wurden hat haben hatte als am an auf aus bei bis durch fur gegen im in ins mit nach ob ohne sein seine
          seiner sich sie uber um unter vom von vor wenn wie wir zu zum zur zwischen auch nur noch so dass diese
          dieser dieses es er ihr ihre ihrer man kann
          le la les l un une des du de d et ou mais ne pas est sont etait au aux avec ce ces cet cette dans en entre
          il elle ils elles je leur leurs lui nous vous on par pour plus que qu qui sa sans se ses son sur tout tous
          y a
          el los las un una unos unas y o u pero no es son era al con de del en entre ha han hay lo mas para por que
          se si sin sobre su sus como este esta estos estas ese esa
          il lo gli uno e ed ma non sono che chi con da dal dalla dei delle di nel nella per piu si su tra
          het een en of maar niet is zijn was van voor met op te aan bij uit dat die deze dit er ook om
          os as um uma e ou mas nao sao ao da das do dos em na nas no nos para pela pelo por com
          """);

  private static final Set<String> GENERAL_STEMS =
      stems(
          """
          document documents file files page pages paper papers text kind kinds type types sort sorts form list lists
          contain contains containing include includes including included show shows showing shown say says saying
          state states stating give gives giving given describe describes describing has carry carries mention
          mentions example examples usual usually typical typically general generally often main mainly detail
          details information info data content contents item items thing things part parts number numbers name names
          date dates time times day days month year person people someone something company companies organisation
          organization organizations business customer different various certain specific particular new several
          set group written write issue issued issues send sends sent receive receives received ask asks asked
          provide provides provided call called known name named regarding related relate concerning based single
          full short long first last next way work good need needs want wants look looks case go goes come comes put
          keep keeps hold holds bring brings belong belongs
          dokument dokumente datei seite seiten papier art enthalt zeigt angaben beispiel datum nummer name firma
          fichier documento documentos archivo pagina tipo contiene muestra ejemplo fecha numero nombre contient
          montre exemple
          """);

  private CommonWords() {}

  private static Set<String> stems(String text) {
    return words(text).stream().map(Stem::of).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a folded word only holds sentences together. Single letters and digits do as well. */
  static boolean isFunction(String word) {
    return (word.length() == 1 && word.charAt(0) < 128) || FUNCTION.contains(word);
  }

  /** How much a folded word of a rule tells before the other rules are looked at, above 0 to 1. */
  static double weight(String word) {
    return GENERAL_STEMS.contains(Stem.of(word)) ? GENERAL_WEIGHT : 1;
  }
}
