package dev.taxon.engine.profile;

import dev.taxon.TextEncoder;
import dev.taxon.engine.table.WordTable;
import dev.taxon.engine.text.Words;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** A profile's texts as unit vectors, of the encoder's and of their words'. */
final class Encoded {
  private final boolean subject;
  private final float[] gist;
  private final float[] label;
  private final List<float[]> samples;
  private final float[] gistWords;
  private final List<float[]> sampleWords;

  Encoded(Profile profile, TextEncoder encoder, WordTable table) {
    subject = profile.subject();
    List<String> beginnings =
        new TreeMap<>(profile.sample()).values().stream().flatMap(Collection::stream).toList();
    gist = encoder.encode(List.of(profile.gist())).getFirst();
    label = encoder.encode(List.of(profile.label())).getFirst();
    samples = encoder.encode(beginnings);
    gistWords = words(profile.gist(), table);
    sampleWords = beginnings.stream().map(sample -> words(sample, table)).toList();
  }

  private static float[] words(String text, WordTable table) {
    return table.vector(table.rows(Words.of(text)), null);
  }

  boolean isSubject() {
    return subject;
  }

  /** Of its names and essence. */
  float[] gist() {
    return gist;
  }

  /** Of its names alone. */
  float[] label() {
    return label;
  }

  /** Of how its documents begin. */
  List<float[]> samples() {
    return samples;
  }

  /** Of the words of its names and essence. */
  float[] gistWords() {
    return gistWords;
  }

  /** Of the words with which its documents begin. */
  List<float[]> sampleWords() {
    return sampleWords;
  }
}
