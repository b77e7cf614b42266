package dev.taxon.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    Words.scan(
        text,
        Integer.MAX_VALUE,
        (word, start, end) -> {
          assertThat(start).isLessThan(end);
          words.add(word + "=" + text.substring(start, end));
        });
    return words;
  }

  @Test
  void wordsAreLowerCaseAndWithoutAccents() {
    assertThat(words("Échéance, STRASSE Straße ŁÓDŹ"))
        .containsExactly("echeance=Échéance", "strasse=STRASSE", "strasse=Straße", "lodz=ŁÓDŹ");
  }

  @Test
  void marksSetApartFromTheirLettersAreTheSameWord() {
    assertThat(words("e\u0301che\u0301ance").getFirst()).startsWith("echeance=");
    assertThat(words("ＩＮＶＯＩＣＥ")).containsExactly("invoice=ＩＮＶＯＩＣＥ");
  }

  @Test
  void shortCodesAndElectronicThingsStayWhole() {
    assertThat(words("Form W-2, 10-K and e-mail; follow-up x-ray"))
        .containsExactly(
            "form=Form",
            "w2=W-2",
            "10k=10-K",
            "and=and",
            "email=e-mail",
            "follow=follow",
            "up=up",
            "x=x",
            "ray=ray");
  }

  @Test
  void marksThatNobodySeesDoNotPartAWord() {
    assertThat(words("agree\u00ADment pay\u200B\u2060ment\u00AD \uFEFFtotal"))
        .containsExactly("agreement=agree\u00ADment", "payment=pay\u200B\u2060ment", "total=total");
  }

  @Test
  void howALetterIsSetDoesNotMatter() {
    assertThat(words("o\uFB03ce \uFF29\uFF2E\uFF36\uFF2F\uFF29\uFF23\uFF25 \uD835\uDC13otal"))
        .extracting(word -> word.replaceFirst("=.*", ""))
        .containsExactly("office", "invoice", "total");
    assertThat(words("W\u20112 the client\u2019s 1\u00A0200\u202F\u20AC"))
        .containsExactly("w2=W\u20112", "the=the", "client=client", "s=s", "1=1", "200=200");
  }

  @Test
  void lettersSetApartAreOneWord() {
    assertThat(words("I N V O I C E no. 4"))
        .containsExactly("invoice=I N V O I C E", "no=no", "4=4");
    assertThat(words("R\u00A0E\u00A0C\u00A0H\u00A0N\u00A0U\u00A0N\u00A0G"))
        .hasSize(1)
        .allMatch(word -> word.startsWith("rechnung="));
    assertThat(words("T A X   I N V O I C E"))
        .containsExactly("tax=T A X", "invoice=I N V O I C E");
    assertThat(words("plan B, item A b c of x y"))
        .containsExactly(
            "plan=plan", "b=B", "item=item", "a=A", "b=b", "c=c", "of=of", "x=x", "y=y");
  }

  @Test
  void scriptsWithoutSpacesGivePairs() {
    assertThat(words("发票号 A4 票")).containsExactly("发票=发票", "票号=票号", "a4=A4", "票=票");
  }

  @Test
  void nothingIsTakenBeyondTheLimit() {
    var words = new ArrayList<String>();
    Words.scan("one two three", 9, (word, start, end) -> words.add(word));
    assertThat(words).containsExactly("one", "two", "t");
  }

  @Test
  void endingsComeOffAlikeOnBothSides() {
    for (var forms :
        List.of(
            List.of("invoice", "invoices", "invoiced", "invoicing"),
            List.of("plan", "plans", "planned", "planning"),
            List.of("policy", "policies"))) {
      assertThat(forms.stream().map(Stem::of).distinct()).hasSize(1);
    }
    assertThat(Stem.of("news")).isNotEqualTo(Stem.of("new"));
    assertThat(Stem.of("status")).isEqualTo("status");
    assertThat(Stem.of("发票")).isEqualTo("发票");
  }

  @Test
  void marksOfDirectionDoNotPartAWord() {
    assertThat(words("inv\u202Do\u202Cice \u2067total\u2069"))
        .containsExactly("invoice=inv\u202Do\u202Cice", "total=total");
  }

  @Test
  void manyMarksOverEachLetterLeaveAWord() {
    String marks = "\u0301".repeat(50);
    assertThat(words("t" + marks + "o" + marks + "tal").getFirst()).startsWith("total=");
    assertThat(words("a".repeat(41))).isEmpty();
    assertThat(words("a" + "\u0301".repeat(1_000_000))).isEmpty();
  }

  @Test
  void lettersThatLookLatinAreLatinAmongLatinOnes() {
    assertThat(words("\u0406NV\u041EICE t\u043Et\u0430l \u0397ARBOUR"))
        .extracting(word -> word.replaceFirst("=.*", ""))
        .containsExactly("invoice", "total", "narbour");
    assertThat(words("\u043D\u043E\u0442\u0430 5 \u03BCg"))
        .extracting(word -> word.replaceFirst("=.*", ""))
        .containsExactly("\u043D\u043E\u0442\u0430", "5", "\u03BCg");
  }
}
