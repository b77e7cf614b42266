package dev.taxon.cli.run;

import dev.taxon.cli.console.Product;
import dev.taxon.cli.console.Progress;
import dev.taxon.cli.rules.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Answers from a journal what was answered before, by the same rules for the same bytes, and lets
 * another judge answer the rest.
 */
record ResumingJudge(Judge judge, Journal journal) implements Judge {
  /**
   * What answers depend on besides a file's bytes.
   *
   * @param marks the {@link Judge#marks()} of who answers
   */
  static String digest(RuleBook book, List<String> marks) {
    MessageDigest digest = sha256();
    var parts = new ArrayList<>(List.of(Product.version(), book.language(), "" + book.pages()));
    book.rules()
        .rules()
        .forEach(rule -> {
          parts.add(rule.type());
          parts.add(rule.description());
        });
    parts.addAll(marks);
    for (String part : parts) {
      digest.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
    }
    return hex(digest).substring(0, 16);
  }

  @Override
  public String name() {
    return judge.name();
  }

  @Override
  public List<String> marks() {
    return judge.marks();
  }

  @Override
  public void judge(
      List<Source> sources, Answers answers, Progress progress, Interruption interruption)
      throws InterruptedException {
    var open = new ArrayList<Source>();
    var indexes = new ArrayList<Integer>();
    var contents = new ArrayList<String>();
    for (int i = 0; i < sources.size() && !interruption.isAsked(); i++) {
      Source source = sources.get(i);
      String content = content(source.path());
      var known = journal.known(content, source.name());
      if (known.isPresent()) {
        journal.keep(known.get(), content);
        answers.answer(i, known.get());
      } else {
        open.add(source);
        indexes.add(i);
        contents.add(content);
      }
    }
    judge.judge(
        open,
        (index, row) -> {
          journal.add(row, contents.get(index));
          answers.answer(indexes.get(index), row);
        },
        progress,
        interruption);
  }

  /** A digest of a file's bytes; empty for one that cannot be read, which no row has. */
  private static String content(Path file) {
    MessageDigest digest = sha256();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return hex(digest);
    } catch (IOException e) {
      return "";
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
