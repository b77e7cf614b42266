package dev.taxon.bench.quality;

import dev.taxon.encoder.SentenceEncoder;
import dev.taxon.reader.FileReader;
import dev.taxon.reader.ReaderSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A collection under {@code src/test}, judged as the product ships or without the encoder. */
final class JudgedCollection implements AutoCloseable {
  private final SentenceEncoder encoder = new SentenceEncoder(0);
  private final Corpus corpus;
  private final Judge judge;

  /**
   * Reads the documents.
   *
   * @param kept a folder for what was read
   */
  JudgedCollection(String name, Path kept) throws IOException {
    this(name, kept, Judged.AUTO);
  }

  JudgedCollection(String name, Path kept, Judged way) throws IOException {
    var reading = new ReadDocuments(new FileReader(ReaderSettings.DEFAULT), kept);
    corpus = Corpus.read(Path.of("src/test", name), null, reading);
    judge = new Judge(way.classifier(encoder), corpus.documents());
  }

  /** The answers on a set under its first, second, … wording. */
  List<Answer> answers(String name, int wording) {
    DocumentSet set = set(name);
    return judge.answers(set.documents(), set.wordings().get(wording));
  }

  /** The answers on a set under the rules without that of each document's type. */
  List<Answer> answersWithoutTheirRule(String name, int wording) {
    DocumentSet set = set(name);
    return judge.answersWithoutTheirRule(set.documents(), set.wordings().get(wording));
  }

  private DocumentSet set(String name) {
    return corpus.sets().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static List<Answer> typed(List<Answer> answers) {
    return answers.stream().filter(answer -> answer.document().type() != null).toList();
  }

  static double share(List<Answer> answers, Predicate<Answer> right) {
    return (double) answers.stream().filter(right).count() / answers.size();
  }

  @Override
  public void close() {
    encoder.close();
  }
}
