package dev.taxon.llm;

import dev.taxon.Document;
import dev.taxon.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the words that a model quotes stand, if they do. */
final class Quotes {
  private final List<PageText> pages;

  private record PageText(int number, String text) {}

  Quotes(Document document, Excerpt excerpt) {
    List<Integer> read = excerpt.pages();
    pages =
        document.pages().stream()
            .filter(page -> read.contains(page.number()))
            .map(page -> new PageText(page.number(), page.text()))
            .toList();
  }

  /** Those that stand on a page, as they stand there, each place once. */
  List<Evidence> found(List<String> quotes, String meaning) {
    var found = new ArrayList<Evidence>();
    for (String quote : quotes) {
      place(quote, meaning)
          .filter(evidence ->
              found.stream()
                  .noneMatch(other ->
                      other.page() == evidence.page()
                          && other.start() < evidence.end()
                          && evidence.start() < other.end()))
          .ifPresent(found::add);
    }
    return found;
  }

  boolean has(String quote) {
    return place(quote, "words").isPresent();
  }

  /** The first place; letter case and how words are spaced or broken into lines do not matter. */
  private Optional<Evidence> place(String quote, String meaning) {
    String words =
        Stream.of(quote.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    if (words.isEmpty()) {
      return Optional.empty();
    }
    var pattern = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    for (PageText page : pages) {
      Matcher matcher = pattern.matcher(page.text());
      if (matcher.find()) {
        return Optional.of(longestLine(page, matcher.start(), matcher.end(), meaning));
      }
    }
    return Optional.empty();
  }

  /** A note is one line, so of words that go over several the most telling one is shown. */
  private static Evidence longestLine(PageText page, int from, int to, String meaning) {
    int start = from;
    int end = from;
    for (int line = from; line < to; ) {
      int stop = page.text().indexOf('\n', line);
      int lineEnd = stop < 0 || stop > to ? to : stop;
      if (lineEnd - line > end - start) {
        start = line;
        end = lineEnd;
      }
      line = lineEnd + 1;
    }
    return new Evidence(page.number(), start, end, page.text().substring(start, end), meaning);
  }
}
