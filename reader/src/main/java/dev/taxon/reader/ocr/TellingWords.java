package dev.taxon.reader.ocr;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells from words read with whatever model which model should have read them: each language has
 * little words, and words that head its forms, of which enough survive a wrong model.
 */
final class TellingWords {
  /** Fewer different ones may stand there by chance: a name, a street, a dish. */
  private static final int LEAST = 3;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** By Tesseract's name of the model; without accents, because a wrong model loses them. */
  private static final Map<String, Set<String>> WORDS = new LinkedHashMap<>();

  static {
    put(
        "eng",
        "the of and to in is for that with on be by this are at from or an not have has was will your you we our"
            + " all any date invoice amount page");
    put(
        "deu",
        "der die das und den dem des ein eine einer einen ist nicht mit von vom zum zur bei nach auf wird werden"
            + " sich auch oder im ihr ihre wir sie uns als bis durch datum rechnung betrag menge nummer seite strasse"
            + " summe herr frau unterschrift zahlbar gesamt");
    put(
        "fra",
        "le la les des du de et un une est dans pour par sur avec au aux qui que vous nous votre notre ce cette ou"
            + " date facture montant rue prix quantite numero monsieur madame signature adresse payer");
    put(
        "spa",
        "el la los las del de en un una que es por para con se su al como sin fecha factura importe calle precio"
            + " cantidad numero firma nombre direccion pago senor cliente");
    put(
        "ita",
        "il lo la gli di del della dei delle che per con dal dalla nel nella sono un una alla data fattura importo"
            + " via prezzo quantita numero firma nome indirizzo pagamento signor cliente");
    put(
        "por",
        "os as de do da dos das em no na um uma que para por com nao ao pelo pela data fatura valor rua preco"
            + " quantidade numero assinatura nome morada pagamento cliente");
    put(
        "nld",
        "de het een en van in op te dat die is zijn voor met niet aan bij uit naar wij door over datum factuur"
            + " bedrag prijs aantal nummer handtekening naam adres betaling klant");
    put(
        "pol",
        "na do nie sie jest oraz dla przez od data faktura kwota cena ilosc podpis adres razem");
    put(
        "swe",
        "och att det som en av den med till ar inte om pa ett har datum faktura belopp antal sida");
    put(
        "dan",
        "og at det som en af den med til er ikke om pa et har dato faktura belob antal side");
  }

  private TellingWords() {}

  private static void put(String model, String words) {
    WORDS.put(model, new HashSet<>(Arrays.asList(words.split(" ", -1))));
  }

  /** The model of the language that most words speak for, or null where none stands out. */
  static @Nullable String model(Collection<String> words) {
    Set<String> seen = new HashSet<>();
    for (String word : words) {
      seen.addAll(List.of(NO_LETTERS.split(folded(word), 0)));
    }
    Map<String, Integer> counts = new HashMap<>();
    WORDS.forEach(
        (model, own) -> counts.put(model, (int) seen.stream().filter(own::contains).count()));
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<String> best =
        WORDS.keySet().stream().filter(model -> counts.getOrDefault(model, 0) == most).toList();
    return most < LEAST || best.size() > 1 ? null : best.getFirst();
  }

  private static String folded(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace("ß", "ss");
    return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }
}
