package dev.taxon.reader.pages;

import dev.taxon.Box;
import dev.taxon.Document;
import dev.taxon.Line;
import dev.taxon.Page;
import dev.taxon.PageChoice;
import dev.taxon.ReadFailure;
import dev.taxon.ReadLimits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the pages of one document in ascending order: keeps those that were asked for, drops
 * what nobody could read, cuts where the limit on characters is reached. A format that does not
 * know its pages beforehand calls {@link #begin} for every page and stops as soon as {@link
 * #done()}.
 */
public final class Pages {
  /** Characters of flowing text that make a page: about one printed sheet. */
  public static final int FLOWING_PAGE = 3_000;

  private final PageChoice choice;
  private final ReadLimits limits;
  private final List<Page> pages = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private int number;
  private int charactersOfPage;
  private long characters;
  private boolean wanted;
  private boolean truncated;
  private @Nullable Box size;
  private Page.Source source = Page.Source.TEXT;

  public Pages(PageChoice choice, ReadLimits limits) {
    this.choice = choice;
    this.limits = limits;
  }

  /**
   * The pages to read of a document that has {@code pageCount}.
   *
   * @throws ReadFailure when none of the chosen pages exists or they are more than may be read
   */
  public List<Integer> chosen(int pageCount) throws ReadFailure {
    List<Integer> chosen = choice.of(pageCount);
    if (chosen.isEmpty()) {
      throw noneChosen(pageCount);
    }
    if (chosen.size() > limits.pages()) {
      throw new ReadFailure(
          ReadFailure.Code.TOO_MANY_PAGES,
          "%,d pages are to be read, but the limit is %,d; ask for fewer with max_pages or target_pages."
              .formatted(chosen.size(), limits.pages()));
    }
    return chosen;
  }

  /** Ends the page before, if any, and begins the next; its size where the format knows it. */
  public void begin(@Nullable Box size) {
    begin(number + 1, size, Page.Source.TEXT);
  }

  /** Ends the page before, if any, and begins page {@code next}, which is a later one. */
  public void begin(int next, @Nullable Box size, Page.Source source) {
    end();
    number = next;
    wanted = wants(next);
    this.size = size;
    this.source = source;
  }

  /** Whether the page that has begun was asked for. */
  public boolean wanted() {
    return wanted;
  }

  /** The number of the page that has begun; 0 before the first. */
  public int number() {
    return number;
  }

  /** Whether nothing that follows can matter any more. */
  public boolean done() {
    if (truncated) {
      return true;
    }
    if (pages.size() + (wanted ? 1 : 0) > limits.pages()) {
      return true;
    }
    List<Integer> targets = choice.targets();
    int last = Integer.MAX_VALUE;
    if (targets != null) {
      last =
          choice.max() == null || choice.max() >= targets.size()
              ? targets.getLast()
              : targets.get(choice.max() - 1);
    } else if (choice.max() != null) {
      last = choice.max();
    }
    return number > last;
  }

  /** Part of the text is left out. */
  public void cut() {
    truncated = true;
  }

  /** Whether no line was kept so far. */
  public boolean isEmpty() {
    return lines.isEmpty() && pages.stream().allMatch(page -> page.lines().isEmpty());
  }

  public void line(String text) {
    line(text, Line.Role.BODY, null);
  }

  /** Adds a line to the page that has begun; nothing happens if the line is blank. */
  public void line(String text, Line.Role role, @Nullable Box box) {
    if (done()) {
      return;
    }
    String clean = Seen.line(text);
    if (clean.isBlank()) {
      return;
    }
    charactersOfPage += clean.length() + 1;
    if (!wanted) {
      return;
    }
    long left = limits.characters() - characters;
    if (clean.length() > left) {
      truncated = true;
      clean = clean.substring(0, wholeCharacters(clean, (int) left));
      if (clean.isBlank()) {
        return;
      }
    }
    characters += clean.length() + 1L;
    lines.add(new Line(clean, role, box));
  }

  /** Adds a line of flowing text: where a page is full, the next begins. */
  public void flow(String text, Line.Role role) {
    if (charactersOfPage > 0 && charactersOfPage + text.length() > FLOWING_PAGE) {
      begin(null);
    }
    line(text, role, null);
  }

  /**
   * What was collected.
   *
   * @param pageCount of the whole document, or 0 if only the pages that were begun are known
   * @throws ReadFailure when none of the chosen pages was there, or they hold nothing to read
   */
  public Document document(String mediaType, int pageCount) throws ReadFailure {
    end();
    if (pages.isEmpty()) {
      throw noneChosen(Math.max(pageCount, number));
    }
    boolean cut = truncated;
    List<Page> kept = pages;
    if (pages.size() > limits.pages()) {
      kept = pages.subList(0, limits.pages());
      cut = true;
    }
    if (kept.stream().flatMap(page -> page.lines().stream()).noneMatch(Seen::hasText)) {
      throw new ReadFailure(
          ReadFailure.Code.NO_DATA_FOUND_IN_FILE,
          kept.size() < Math.max(pageCount, number)
              ? "The chosen pages hold no text that can be read."
              : "The file holds no text that can be read.");
    }
    return new Document(mediaType, kept, Math.max(pageCount, number), cut);
  }

  private void end() {
    if (number > 0 && wanted) {
      pages.add(new Page(number, lines, source, size));
    }
    lines.clear();
    charactersOfPage = 0;
    wanted = false;
  }

  private boolean wants(int page) {
    List<Integer> targets = choice.targets();
    int place = targets == null ? page - 1 : targets.indexOf(page);
    return place >= 0 && (choice.max() == null || place < choice.max());
  }

  private static ReadFailure noneChosen(int pageCount) {
    return new ReadFailure(
        ReadFailure.Code.NO_DATA_FOUND_IN_FILE,
        pageCount == 0
            ? "The file has no pages."
            : "None of the chosen pages exists; the file has %,d.".formatted(pageCount));
  }

  /** The longest cut up to {@code length} that leaves no half of a surrogate pair. */
  private static int wholeCharacters(String text, int length) {
    return length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
  }
}
