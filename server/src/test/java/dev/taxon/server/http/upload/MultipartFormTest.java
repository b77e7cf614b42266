package dev.taxon.server.http.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MultipartFormTest {
  private static final String TYPE = "multipart/form-data; boundary=b";

  private final List<String> heard = new ArrayList<>();

  @Test
  void tellsTheFilesEndOnlyBehindTheWholeForm() throws IOException {
    var form = form(part("file\"; filename=\"a.txt", "12345") + part("purpose", "parse") + "--b--");
    InputStream file = form.file().orElseThrow().bytes();

    assertThat(file.readNBytes(5)).asString().isEqualTo("12345");
    assertThat(heard).isEmpty();
    assertThat(file.read()).isEqualTo(-1);
    assertThat(heard).containsExactly("{purpose=parse} 1");
    assertThat(file.read()).isEqualTo(-1);
  }

  @Test
  void breaksInsteadOfEndingWhenTheFormGoesOnBadly() throws IOException {
    for (String rest :
        List.of(
            "",
            "--b",
            "--b\r\n",
            "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nno end")) {
      var form = form(part("file", "12345") + rest);
      InputStream file = form.file().orElseThrow().bytes();
      assertThatThrownBy(file::readAllBytes)
          .as(rest)
          .isInstanceOf(BrokenBody.class)
          .hasMessage("The multipart body is cut off or malformed");
    }
    assertThat(heard).isEmpty();
  }

  @Test
  void readsAFormWithoutTheFile() throws IOException {
    assertThat(
            form("preamble\r\n" + part("purpose", "ü") + part("other", "x") + "--b--\r\nepilogue")
                .file())
        .isEmpty();
    assertThat(heard).containsExactly("{purpose=ü} 0");
  }

  @Test
  void countsFiles() throws IOException {
    var form = form(part("file", "1") + part("file", "2") + "--b--");
    assertThat(form.file().orElseThrow().bytes().readAllBytes()).asString().isEqualTo("1");
    assertThat(heard).containsExactly("{} 2");
  }

  @Test
  void boundsTextParts() {
    assertThatThrownBy(() -> form(part("purpose", "x".repeat(70_000)) + "--b--").file())
        .hasMessage("The part purpose is too long: the limit is 65536 bytes");
  }

  @Test
  void dropsUnknownPartsOfAnySize() throws IOException {
    var form = form(part("unknown", "x".repeat(1_000_000)) + part("file", "1") + "--b--");

    assertThat(form.file().orElseThrow().bytes().readAllBytes()).asString().isEqualTo("1");
  }

  @Test
  void refusesABodyThatIsNoForm() {
    for (String body : List.of("", "nothing", "--other\r\n\r\n--other--", "-b--")) {
      assertThatThrownBy(() -> form(body).file()).as(body).isInstanceOf(BrokenBody.class);
    }
    assertThatThrownBy(() ->
            new MultipartForm(
                InputStream.nullInputStream(), "multipart/form-data", "file", Set.of(), this::hear))
        .hasMessage("The multipart body has no boundary");
  }

  private MultipartForm form(String body) throws IOException {
    return new MultipartForm(
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
        TYPE,
        "file",
        Set.of("purpose"),
        this::hear);
  }

  private void hear(Map<String, String> texts, int files) {
    heard.add(texts + " " + files);
  }

  private static String part(String name, String content) {
    return "--b\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + content
        + "\r\n";
  }
}
