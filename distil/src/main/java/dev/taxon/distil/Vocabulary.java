package dev.taxon.distil;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The words and two-word terms that get a row.
 *
 * @param entries most frequent first
 */
record Vocabulary(List<Entry> entries) {
  Vocabulary {
    entries = List.copyOf(entries);
  }

  /**
   * One of them.
   *
   * @param term lower case; {@code _} joins the words of a term
   * @param language in which it is relatively most frequent
   * @param idf natural logarithm of how many passages of that language there are for one that holds
   *     it
   * @param stop whether it says nothing about a text
   */
  record Entry(String term, String language, double idf, boolean stop) {
    /** How often it occurs among running words of its language, roughly. */
    double probability() {
      return Math.exp(-idf) / 120;
    }
  }

  /** The list that the tool carries: term, language, idf and stop mark between tabs. */
  static Vocabulary load() throws IOException {
    var resource = Vocabulary.class.getResourceAsStream("words.tsv.gz");
    if (resource == null) {
      throw new IOException("words.tsv.gz is missing from the tool's jar");
    }
    try (var lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8))) {
      return new Vocabulary(lines.lines().map(Vocabulary::entry).toList());
    }
  }

  private static Entry entry(String line) {
    String[] fields = line.split("\t", -1);
    return new Entry(fields[0], fields[1], Double.parseDouble(fields[2]), fields[3].equals("stop"));
  }
}
