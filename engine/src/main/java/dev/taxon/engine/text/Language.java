package dev.taxon.engine.text;

import java.util.Arrays;
import java.util.List;

/**
 * A language that a page may be written in, with the little words that give it away. Seven are
 * read; the others are known by sight only, so that an answer can say why it found nothing.
 */
public enum Language {
  ENGLISH(
      "English",
      true,
      "the of and to in is for that with on be as by this are at from it or an will not have has was"
          + " were which any all your you we our their been shall its they but if may would no"),
  GERMAN(
      "German",
      true,
      "der die das und den dem des ein eine einer eines einem einen nicht ist sind war wird werden"
          + " wurde wurden mit von vom fur auf im zu zum zur bei nach aus oder auch sich als an es"
          + " sie ihr ihre ihnen wir uns durch uber unter kann haben hat bis dass wenn nur wie"),
  FRENCH(
      "French",
      true,
      "le la les des du de et un une est sont dans pour par sur avec au aux en que qui ne pas plus"
          + " ce cette ces vous nous votre notre vos nos il elle ils sa son ses ou leur etre a ete"
          + " d l qu n s c sans sous entre"),
  SPANISH(
      "Spanish",
      true,
      "el la los las de del y en un una que es por para con se su sus al lo como mas no o este esta"
          + " estos estas ha han sobre entre sin fue ser son le les nos desde hasta muy"),
  ITALIAN(
      "Italian",
      true,
      "il lo la i gli le di del della dei delle degli e un una che per con su da dal dalla nel nella"
          + " al alla sono non si in o come piu anche ha hanno stato questo questa essere tra"),
  PORTUGUESE(
      "Portuguese",
      true,
      "o a os as de do da dos das e em no na nos nas um uma que para por com se ao aos nao mais como"
          + " ou foi ser sao pelo pela sua seu este esta sobre entre sem ate tem"),
  DUTCH(
      "Dutch",
      true,
      "de het een en van in op te dat die is zijn voor met niet aan er om ook als dan maar bij uit"
          + " naar door over deze dit wordt worden werd heeft hebben u uw wij ons onze kan of tot"),
  POLISH("Polish", false, "i w na z do nie sie jest oraz dla przez od o ze po jak za lub przy tym"),
  CZECH("Czech", false, "a v na se je ze s do pro z k o za byl jako podle nebo ktery pri jsou"),
  SWEDISH(
      "Swedish", false, "och att det som en av for den med till ar inte om pa ett har de eller"),
  DANISH(
      "Danish or Norwegian",
      false,
      "og at det som en af av for den med til er ikke om pa et har de i fra"),
  FINNISH("Finnish", false, "ja on ei se etta oli ovat mutta tai kun joka myos sen ole han mukaan"),
  HUNGARIAN(
      "Hungarian", false, "a az es hogy nem is egy van ez meg vagy mint csak szerint volt kell"),
  ROMANIAN(
      "Romanian",
      false,
      "si de la in a care cu pe din nu este sa pentru un o au mai prin sau sunt"),
  TURKISH(
      "Turkish",
      false,
      "ve bir bu da de icin ile olarak olan daha gibi her cok veya sonra kadar ise"),
  INDONESIAN(
      "Indonesian", false, "dan yang di ini itu dengan untuk dari pada dalam tidak akan oleh atau");

  private final String shown;
  private final boolean read;
  private final String words;

  Language(String shown, boolean read, String words) {
    this.shown = shown;
    this.read = read;
    this.words = words;
  }

  /** As it stands in a sentence. */
  public String shown() {
    return shown;
  }

  /** Whether the engine knows its words. */
  public boolean isRead() {
    return read;
  }

  /** Little words of it, folded. */
  List<String> words() {
    return Arrays.asList(words.split(" ", -1));
  }
}
