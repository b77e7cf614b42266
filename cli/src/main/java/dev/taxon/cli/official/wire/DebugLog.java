package dev.taxon.cli.official.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes requests and answers as they are on the wire, without keys, cookies, signing secrets and
 * long bodies.
 */
public final class DebugLog {
  /** Longer bodies are left out, in bytes. */
  private static final long LONGEST = 64 << 10;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss");
  private static final Set<String> SECRET =
      Set.of("authorization", "api-key", "x-api-key", "cookie", "set-cookie");
  private static final Pattern SIGNING_SECRET =
      Pattern.compile("(\"webhook_signing_secret\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"");

  private final PrintStream err;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * @param zone the times that it writes are those of this place
   */
  public DebugLog(PrintStream err, InstantSource clock, ZoneId zone) {
    this.err = err;
    this.clock = clock;
    this.zone = zone;
  }

  void request(Request request) {
    var text = new StringBuilder();
    text.append(request.method()).append(' ').append(request.uri().getRawPath());
    if (request.uri().getRawQuery() != null) {
      text.append('?').append(request.uri().getRawQuery());
    }
    text.append(" HTTP/1.1\r\nHost: ").append(request.uri().getRawAuthority()).append("\r\n");
    request.headers().forEach((name, value) -> header(text, name, value));
    text.append("\r\n").append(body(request.body()));
    write("Request Content", text);
  }

  void answer(Answer answer) {
    var text = new StringBuilder();
    text.append("HTTP/1.1 ")
        .append(answer.status())
        .append(' ')
        .append(StatusText.of(answer.status()))
        .append("\r\n");
    new TreeMap<>(answer.headers())
        .forEach((name, values) -> values.forEach(value -> header(text, name, value)));
    text.append("\r\n").append(body(Body.of(answer.text().getBytes(StandardCharsets.UTF_8))));
    write("Response Content", text);
  }

  private void write(String title, StringBuilder text) {
    String line =
        TIME.format(LocalDateTime.ofInstant(clock.instant(), zone))
            + " "
            + title
            + ":\n"
            + text
            + "\n";
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    err.write(bytes, 0, bytes.length);
    err.flush();
  }

  private static void header(StringBuilder text, String name, String value) {
    String shown = value;
    if (SECRET.contains(name.toLowerCase(java.util.Locale.ROOT))) {
      shown = value.startsWith("Bearer") ? "Bearer <REDACTED>" : "<REDACTED>";
    }
    text.append(name).append(": ").append(shown).append("\r\n");
  }

  private static String body(Body body) {
    if (body.length() > LONGEST) {
      return "(" + body.length() + " bytes not shown)";
    }
    byte[] bytes = {};
    try (InputStream content = body.open()) {
      bytes = content.readAllBytes();
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return SIGNING_SECRET.matcher(text).replaceAll("$1\"<REDACTED>\"");
    } catch (CharacterCodingException e) {
      return "(" + bytes.length + " bytes that are no text)";
    } catch (IOException e) {
      return "(cannot be shown: " + e.getMessage() + ")";
    }
  }
}
