package dev.taxon.reader.ocr;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From the wire's words for languages to Tesseract's names of its models. */
final class Languages {
  private static final String ENGLISH = "eng";

  /** Not languages: the model that finds which way is up, and the one for formulas. */
  private static final Set<String> OTHER_MODELS = Set.of("osd", "equ");

  /** For each word the models that read it, best first. */
  private static final Map<String, List<String>> MODELS =
      Map.ofEntries(
          model("af", "afr"),
          model("az", "aze"),
          model("bs", "bos", "hrv"),
          model("cs", "ces"),
          model("cy", "cym"),
          model("da", "dan"),
          model("de", "deu"),
          model("en", ENGLISH),
          model("es", "spa"),
          model("et", "est"),
          model("fr", "fra"),
          model("ga", "gle"),
          model("hr", "hrv"),
          model("hu", "hun"),
          model("id", "ind"),
          model("is", "isl"),
          model("it", "ita"),
          model("ku", "kmr", "kur"),
          model("la", "lat"),
          model("lt", "lit"),
          model("lv", "lav"),
          model("mi", "mri"),
          model("ms", "msa"),
          model("mt", "mlt"),
          model("nl", "nld"),
          model("no", "nor"),
          model("oc", "oci"),
          model("pi", "lat"),
          model("pl", "pol"),
          model("pt", "por"),
          model("ro", "ron"),
          model("rs_latin", "srp_latn", "hrv"),
          model("sk", "slk"),
          model("sl", "slv"),
          model("sq", "sqi"),
          model("sv", "swe"),
          model("sw", "swa"),
          model("tl", "fil", "tgl"),
          model("tr", "tur"),
          model("uz", "uzb"),
          model("vi", "vie"),
          model("ar", "ara"),
          model("fa", "fas"),
          model("ug", "uig"),
          model("ur", "urd"),
          model("bn", "ben"),
          model("as", "asm", "ben"),
          model("mni", "ben"),
          model("ru", "rus"),
          model("rs_cyrillic", "srp"),
          model("be", "bel"),
          model("bg", "bul"),
          model("uk", "ukr"),
          model("mn", "mon"),
          model("abq", "rus"),
          model("ady", "rus"),
          model("kbd", "rus"),
          model("ava", "rus"),
          model("dar", "rus"),
          model("inh", "rus"),
          model("che", "rus"),
          model("lbe", "rus"),
          model("lez", "rus"),
          model("tab", "rus"),
          model("tjk", "tgk", "rus"),
          model("hi", "hin"),
          model("mr", "mar", "hin"),
          model("ne", "nep", "hin"),
          model("bh", "hin"),
          model("mai", "hin"),
          model("ang", "hin"),
          model("bho", "hin"),
          model("mah", "hin"),
          model("sck", "hin"),
          model("new", "nep", "hin"),
          model("gom", "mar", "hin"),
          model("sa", "san", "hin"),
          model("bgc", "hin"),
          model("th", "tha"),
          model("ch_sim", "chi_sim"),
          model("ch_tra", "chi_tra"),
          model("ja", "jpn"),
          model("ko", "kor"),
          model("ta", "tam"),
          model("te", "tel"),
          model("kn", "kan"));

  private Languages() {}

  /**
   * What to tell Tesseract: the model of the language and English, as far as they are installed,
   * and else whatever is. Empty if nothing is installed.
   */
  static String models(String word, Set<String> installed) {
    Set<String> chosen = new LinkedHashSet<>();
    MODELS.getOrDefault(word, List.of()).stream()
        .filter(installed::contains)
        .findFirst()
        .ifPresent(chosen::add);
    if (installed.contains(ENGLISH)) {
      chosen.add(ENGLISH);
    }
    if (chosen.isEmpty()) {
      installed.stream().filter(name -> !OTHER_MODELS.contains(name)).sorted().forEach(chosen::add);
    }
    return String.join("+", chosen);
  }

  private static Map.Entry<String, List<String>> model(String word, String... models) {
    return Map.entry(word, List.of(models));
  }
}
