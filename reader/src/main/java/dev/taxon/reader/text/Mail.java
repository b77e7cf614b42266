package dev.taxon.reader.text;

import dev.taxon.Line;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.LineBuilder;
import dev.taxon.reader.pages.Pages;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * A mail as one page: the subject as its title, the lines that say from whom, to whom and when, the
 * text (of alternatives the first), the names of attachments, and mails inside it in the same way.
 * Attached documents are not opened.
 */
public final class Mail {
  private static final int MOST_BYTES_OF_A_PART = 8 << 20;
  private static final Map<String, String> SHOWN = shown();

  private final Attempt attempt;
  private final Pages pages;
  private final LineBuilder lines;
  private final MimeTokenStream tokens;
  private final Deque<Part> parts = new ArrayDeque<>();
  private int messages;
  private String name = "";
  private boolean attached;

  /** A part that is being read, with what its children did. */
  private static final class Part {
    private boolean message;
    private boolean alternative;
    private int child;
    private int taken;
    private final Map<String, String> headers = new LinkedHashMap<>();
  }

  private Mail(Attempt attempt, Pages pages) {
    this.attempt = attempt;
    this.pages = pages;
    this.lines = new LineBuilder(pages, false);
    this.tokens =
        new MimeTokenStream(
            MimeConfig.custom()
                .setMaxLineLen(1 << 20)
                .setMaxHeaderCount(5_000)
                .setMaxHeaderLen(1 << 18)
                .setMaxContentLen(-1)
                .build());
  }

  public static void read(Attempt attempt, Pages pages) throws IOException {
    pages.begin(null);
    try (InputStream in = attempt.open()) {
      new Mail(attempt, pages).read(in);
    } catch (MimeException e) {
      throw new IOException(e);
    }
  }

  private void read(InputStream in) throws IOException, MimeException {
    tokens.setRecursionMode(RecursionMode.M_RECURSE);
    tokens.parse(in);
    for (EntityState state = tokens.getState();
        state != EntityState.T_END_OF_STREAM && !pages.done();
        state = tokens.next()) {
      attempt.check();
      switch (state) {
        case T_START_MESSAGE -> startMessage();
        case T_START_BODYPART -> parts.push(new Part());
        case T_END_MESSAGE, T_END_BODYPART -> parts.pop();
        case T_START_HEADER -> startHeader();
        case T_FIELD -> field(tokens.getField());
        case T_END_HEADER -> endHeader();
        case T_START_MULTIPART ->
            top().alternative =
                tokens.getBodyDescriptor().getSubType().equalsIgnoreCase("alternative");
        case T_BODY -> body(tokens.getBodyDescriptor());
        default -> {}
      }
    }
    lines.end(Line.Role.BODY);
  }

  private Part top() {
    return Objects.requireNonNull(parts.peek());
  }

  private void startMessage() {
    Part part = new Part();
    part.message = true;
    parts.push(part);
    messages++;
    if (messages >= attempt.request().limits().nesting()) {
      tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }
  }

  private void startHeader() {
    name = "";
    attached = false;
    if (parts.size() > 1) {
      Part part = parts.pop();
      top().child++;
      parts.push(part);
    }
  }

  private void field(Field field) {
    String key = field.getName().toLowerCase(Locale.ROOT);
    if (top().message && SHOWN.containsKey(key)) {
      top().headers.putIfAbsent(key, decoded(field));
    }
    if (key.equals("content-disposition")) {
      RawBody value = RawFieldParser.DEFAULT.parseRawBody(new RawField(key, decoded(field)));
      attached |= value.getValue().strip().equalsIgnoreCase("attachment");
      name = parameter(value, "filename");
    } else if (key.equals("content-type") && name.isBlank()) {
      RawBody value = RawFieldParser.DEFAULT.parseRawBody(new RawField(key, decoded(field)));
      name = parameter(value, "name");
    }
  }

  private void endHeader() {
    for (Map.Entry<String, String> shown : SHOWN.entrySet()) {
      String value = top().headers.get(shown.getKey());
      if (value == null) {
        continue;
      }
      boolean title = messages == 1 && shown.getKey().equals("subject");
      lines.text(title ? value : shown.getValue() + ": " + value);
      lines.end(title ? Line.Role.TITLE : Line.Role.BODY);
    }
  }

  private void body(BodyDescriptor part) throws IOException {
    String type = part.getMimeType().toLowerCase(Locale.ROOT);
    boolean html = type.equals("text/html");
    boolean plain = type.equals("text/plain") || type.equals("text/enriched");
    if (attached || (!html && !plain)) {
      if (!name.isBlank()) {
        lines.text("Attachment: " + name);
        lines.end(Line.Role.BODY);
      }
      return;
    }
    if (isSpokenFor()) {
      return;
    }
    byte[] bytes;
    try (InputStream in = tokens.getDecodedInputStream()) {
      bytes = in.readNBytes(MOST_BYTES_OF_A_PART + 1);
    }
    boolean cut = bytes.length > MOST_BYTES_OF_A_PART;
    Charset charset = charset(part, bytes);
    if (html) {
      Html.read(bytes, charset, attempt, lines);
    } else {
      lines.preformatted(new String(bytes, charset));
      lines.end(Line.Role.BODY);
    }
    if (cut) {
      pages.cut();
    }
    if (!new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
      parts.forEach(around -> around.taken = around.alternative ? around.child : 0);
    }
  }

  /** Whether an alternative around this part has given its text already. */
  private boolean isSpokenFor() {
    return parts.stream()
        .anyMatch(part -> part.alternative && part.taken > 0 && part.taken != part.child);
  }

  private Charset charset(BodyDescriptor part, byte[] bytes) {
    Charset declared = named(part.getCharset());
    if (declared != null && !declared.equals(StandardCharsets.US_ASCII)) {
      return declared;
    }
    Charset found = Encoding.of(bytes, attempt.request().language());
    return found == null ? StandardCharsets.ISO_8859_1 : found;
  }

  private static @Nullable Charset named(@Nullable String name) {
    try {
      return name == null ? null : Charset.forName(name.strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The field's value without folds and encoded words. */
  private static String decoded(Field field) {
    String body = field.getBody();
    if (field instanceof RawField raw && raw.getRaw() != null) {
      byte[] bytes = raw.getRaw().toByteArray();
      Charset charset = Encoding.of(bytes, "");
      String whole = new String(bytes, charset == null ? StandardCharsets.ISO_8859_1 : charset);
      body = whole.substring(whole.indexOf(':') + 1);
    }
    String unfolded = body.replace("\r", "").replace("\n", "").strip();
    return DecoderUtil.decodeEncodedWords(unfolded, DecodeMonitor.SILENT);
  }

  /** The parameter's value in either of its spellings, or nothing. */
  private static String parameter(RawBody body, String parameter) {
    for (NameValuePair pair : body.getParams()) {
      if (pair.getName().equalsIgnoreCase(parameter)) {
        return pair.getValue();
      }
      if (pair.getName().equalsIgnoreCase(parameter + "*")) {
        String value = pair.getValue();
        return percents(value.substring(value.lastIndexOf('\'') + 1));
      }
    }
    return "";
  }

  private static String percents(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("subject", "Subject");
    shown.put("from", "From");
    shown.put("to", "To");
    shown.put("cc", "Cc");
    shown.put("date", "Date");
    return java.util.Collections.unmodifiableMap(shown);
  }
}
