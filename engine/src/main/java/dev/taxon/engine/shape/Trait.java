package dev.taxon.engine.shape;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One thing that a document's look may have; profiles name them in lower case. */
public enum Trait {
  ONE_PAGE("is one page long"),
  MANY_PAGES("is many pages long"),
  SHORT_TEXT("holds few words"),
  LONG_TEXT("is a long text"),
  AMOUNTS("holds sums of money"),
  KEY_VALUES("has labelled fields"),
  CHECK_BOXES("has boxes to tick"),
  BLANK_FIELDS("has blanks to fill in"),
  SALUTATION("greets somebody"),
  CLOSING_SIGNATURE("closes like a letter"),
  NUMBERED_CLAUSES("is in numbered clauses"),
  NUMBERED_SECTIONS("is in numbered sections"),
  MAIL_HEADERS("has a sender, a recipient and a subject"),
  DATES_LIST("lists dates"),
  IDENTIFIERS("holds long numbers"),
  BARCODE("holds a long code"),
  SECOND_PERSON("speaks to the reader"),
  LEGAL_LANGUAGE("speaks like a lawyer"),
  REPORT_VOICE("is prose"),
  QUOTES("quotes people"),
  CITATIONS("cites its sources"),
  FIGURES_TABLES("numbers its figures and tables"),
  NARROW_RECEIPT("is a narrow slip"),
  SLIDES("is in slides");

  /** All of them, in their order. */
  public static final List<Trait> ALL = List.of(values());

  private final String said;

  Trait(String said) {
    this.said = said;
  }

  /** What a document with it does, as it follows "the document". */
  public String said() {
    return said;
  }

  /** As profiles write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The trait that profiles write so, if it is one that can be seen. */
  public static Optional<Trait> of(String word) {
    return ALL.stream().filter(trait -> trait.word().equals(word)).findFirst();
  }

  /** Those of some words that can be seen, in order. */
  public static List<Trait> of(Collection<String> words) {
    return words.stream().flatMap(word -> of(word).stream()).distinct().sorted().toList();
  }
}
