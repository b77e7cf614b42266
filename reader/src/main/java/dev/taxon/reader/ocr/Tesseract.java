package dev.taxon.reader.ocr;

import dev.taxon.Box;
import dev.taxon.Line;
import dev.taxon.ReadFailure;
import dev.taxon.ReadFailure.Code;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.Hyphens;
import dev.taxon.reader.pages.Seen;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The Tesseract program. Each picture is read by a process of its own, on one core, fed through its
 * standard input; it is killed when the attempt ends. Which languages there are is asked once.
 */
public final class Tesseract {
  /** Below this mean confidence of the words the picture may stand on its head. */
  private static final double POOR = 60;

  /** Words that Tesseract trusts less are marks and dirt. */
  private static final double LEAST_CONFIDENCE = 30;

  private final @Nullable Path program;
  private final AtomicReference<Set<String>> installed = new AtomicReference<>();

  /**
   * @param program a path, or a name to be found on the PATH; null for none
   */
  public Tesseract(@Nullable Path program) {
    this.program = program;
  }

  /** Whether the program is there and has a language to read. */
  public boolean isThere(Attempt attempt) {
    return !Languages.models("en", installed(attempt)).isEmpty();
  }

  /** What to tell a person whose file needs it, when {@link #isThere} says no. */
  public static ReadFailure missing(String what) {
    return new ReadFailure(
        Code.UNSUPPORTED_FILE_TYPE,
        what
            + " holds pictures of text; to read them install Tesseract (Debian: apt install tesseract-ocr;"
            + " macOS: brew install tesseract; Windows: winget install UB-Mannheim.TesseractOCR).");
  }

  /**
   * The lines in the picture, turned upright if it lies on its side and the model for that is
   * installed; read once more where its words show a language whose model is installed and was not
   * asked for.
   *
   * @param points size of a pixel in points
   */
  public List<Line> read(Attempt attempt, Gray picture, float points) throws IOException {
    Gray upright = picture;
    Result result = recognize(attempt, upright::write);
    if (result.confidence < POOR && installed(attempt).contains("osd")) {
      int quarters = quartersToUpright(attempt, picture);
      if (quarters != 0) {
        Gray turned = picture.turned(quarters);
        Result second = recognize(attempt, turned::write);
        if (second.weight() > result.weight()) {
          upright = turned;
          result = second;
        }
      }
    }
    return inItsLanguage(attempt, result, upright::write).lines(points);
  }

  /**
   * The lines in a picture that only Tesseract can open, as the bytes of its file.
   *
   * @throws IOException when it cannot either
   */
  List<Line> read(Attempt attempt, byte[] file, float points) throws IOException {
    Result result = recognize(attempt, out -> out.write(file));
    if (!result.opened) {
      throw new IOException("not even Tesseract opens it");
    }
    return inItsLanguage(attempt, result, out -> out.write(file)).lines(points);
  }

  /** The better of what was read and a second reading in the language that it shows. */
  private Result inItsLanguage(Attempt attempt, Result first, Input input) throws IOException {
    String model = TellingWords.model(first.texts());
    String used = models(attempt);
    if (model == null
        || !installed(attempt).contains(model)
        || List.of(used.split("\\+", -1)).contains(model)) {
      return first;
    }
    Result second = recognize(attempt, input, model + "+" + used);
    return second.weight() >= first.weight() ? second : first;
  }

  private String models(Attempt attempt) {
    return Languages.models(attempt.request().language(), installed(attempt));
  }

  private Result recognize(Attempt attempt, Input input) throws IOException {
    return recognize(attempt, input, models(attempt));
  }

  private Result recognize(Attempt attempt, Input input, String models) throws IOException {
    return new Result(run(attempt, input, "stdin", "stdout", "-l", models, "tsv"));
  }

  private int quartersToUpright(Attempt attempt, Gray picture) throws IOException {
    for (String line : run(attempt, picture::write, "stdin", "stdout", "--psm", "0")) {
      if (line.startsWith("Rotate:")) {
        return Integer.parseInt(line.substring(7).strip()) / 90;
      }
    }
    return 0;
  }

  private Set<String> installed(Attempt attempt) {
    Set<String> known = installed.get();
    if (known != null) {
      return known;
    }
    Set<String> found = new TreeSet<>();
    try {
      for (String line : run(attempt, out -> {}, "--list-langs")) {
        if (!line.contains(" ") && !line.isBlank()) {
          found.add(line.strip());
        }
      }
    } catch (IOException e) {
      // Not there; asked again for the next picture, because it may be installed meanwhile.
      return Set.of();
    }
    if (!found.isEmpty()) {
      installed.set(found);
    }
    return found;
  }

  private interface Input {
    void writeTo(OutputStream out) throws IOException;
  }

  private List<String> run(Attempt attempt, Input input, String... arguments) throws IOException {
    attempt.check();
    if (program == null) {
      throw new IOException("no program");
    }
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    Process process = builder.start();
    Closeable killing = () -> kill(process);
    attempt.closing(killing);
    List<String> lines = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      try (OutputStream in = process.getOutputStream()) {
        input.writeTo(in);
      } catch (IOException e) {
        // It may end without reading all; its answer tells.
        attempt.check();
      }
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        attempt.check();
        lines.add(line);
      }
    } finally {
      kill(process);
      attempt.closed(killing);
    }
    return lines;
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Tesseract's table of words, one a row, put together to lines. */
  private static final class Result {
    private record Word(
        String line, float left, float top, float right, float bottom, String text) {}

    private final List<Word> words = new ArrayList<>();
    private double sum;
    private final double confidence;
    private final boolean opened;

    Result(List<String> rows) {
      // Where it can open a picture it prints the heads of the columns at least.
      opened = !rows.isEmpty();
      for (String row : rows) {
        String[] cells = row.split("\t", -1);
        if (cells.length < 12 || !cells[0].equals("5") || cells[11].isBlank()) {
          continue;
        }
        double trust = Double.parseDouble(cells[10]);
        if (trust < LEAST_CONFIDENCE) {
          continue;
        }
        float left = Float.parseFloat(cells[6]);
        float top = Float.parseFloat(cells[7]);
        words.add(
            new Word(
                cells[2] + "." + cells[3] + "." + cells[4],
                left,
                top,
                left + Float.parseFloat(cells[8]),
                top + Float.parseFloat(cells[9]),
                cells[11].strip()));
        sum += trust;
      }
      confidence = words.isEmpty() ? 0 : sum / words.size();
    }

    List<String> texts() {
      return words.stream().map(Word::text).toList();
    }

    /** More words, better trusted. */
    double weight() {
      return sum;
    }

    List<Line> lines(float points) {
      List<Line> lines = new ArrayList<>();
      int start = 0;
      for (int i = 1; i <= words.size(); i++) {
        if (i == words.size() || !words.get(i).line().equals(words.get(start).line())) {
          Line line = line(words.subList(start, i), points);
          if (Seen.hasText(line)) {
            lines.add(line);
          }
          start = i;
        }
      }
      return Hyphens.joined(lines);
    }

    private static Line line(List<Word> words, float points) {
      StringBuilder text = new StringBuilder();
      float left = Float.MAX_VALUE;
      float top = Float.MAX_VALUE;
      float right = 0;
      float bottom = 0;
      for (Word word : words) {
        text.append(text.isEmpty() ? "" : " ").append(word.text());
        left = Math.min(left, word.left());
        top = Math.min(top, word.top());
        right = Math.max(right, word.right());
        bottom = Math.max(bottom, word.bottom());
      }
      Box box =
          new Box(left * points, top * points, (right - left) * points, (bottom - top) * points);
      return new Line(text.toString(), Line.Role.BODY, box);
    }
  }
}
