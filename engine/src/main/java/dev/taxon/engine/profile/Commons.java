package dev.taxon.engine.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * What openings have in common: those of kinds of documents and those of texts about subjects, by
 * meaning and by the sum of their words.
 */
final class Commons {
  private final Openings kinds;
  private final Openings subjects;
  private final Openings wordsOfKinds;
  private final Openings wordsOfSubjects;

  private Commons(
      Openings kinds, Openings subjects, Openings wordsOfKinds, Openings wordsOfSubjects) {
    this.kinds = kinds;
    this.subjects = subjects;
    this.wordsOfKinds = wordsOfKinds;
    this.wordsOfSubjects = wordsOfSubjects;
  }

  static Commons of(List<Encoded> profiles, int dimensions, int wordDimensions) {
    List<Encoded> kinds = profiles.stream().filter(each -> !each.isSubject()).toList();
    List<Encoded> subjects = profiles.stream().filter(Encoded::isSubject).toList();
    return new Commons(
        openings(kinds, Encoded::samples, Encoded::gist, dimensions),
        openings(subjects, Encoded::samples, Encoded::gist, dimensions),
        openings(kinds, Encoded::sampleWords, Encoded::gistWords, wordDimensions),
        openings(subjects, Encoded::sampleWords, Encoded::gistWords, wordDimensions));
  }

  private static Openings openings(
      List<Encoded> profiles,
      Function<Encoded, List<float[]>> samples,
      Function<Encoded, float[]> gist,
      int dimensions) {
    return Openings.of(
        profiles.stream().flatMap(each -> samples.apply(each).stream()).toList(),
        profiles.stream().map(gist).toList(),
        dimensions);
  }

  static Commons read(DataInputStream in, int dimensions, int wordDimensions) throws IOException {
    return new Commons(
        Openings.read(in, dimensions),
        Openings.read(in, dimensions),
        Openings.read(in, wordDimensions),
        Openings.read(in, wordDimensions));
  }

  void write(DataOutputStream out) throws IOException {
    kinds.write(out);
    subjects.write(out);
    wordsOfKinds.write(out);
    wordsOfSubjects.write(out);
  }

  Openings meanings(boolean subject) {
    return subject ? subjects : kinds;
  }

  Openings words(boolean subject) {
    return subject ? wordsOfSubjects : wordsOfKinds;
  }
}
