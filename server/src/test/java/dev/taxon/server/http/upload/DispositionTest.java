package dev.taxon.server.http.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispositionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      value = {
        "form-data; name=\"f\"; filename=\"a.pdf\"                    | a.pdf",
        "form-data; name=f; filename=a.pdf                            | a.pdf",
        "form-data; name=\"f\"                                        | none",
        "form-data; filename=\"C:\\dir\\b.pdf\"                       | C:\\dir\\b.pdf",
        "form-data; filename=\"C:\\\\dir\\\\b.pdf\"                   | C:\\dir\\b.pdf",
        "form-data; filename=\"say \\\"hi\\\".txt\"                   | say \"hi\".txt",
        "form-data; filename=\"a;b=c.txt\"; name=\"f\"                | a;b=c.txt",
        "form-data; filename=\"ends with \\\"                         | ends with \\",
        "form-data; filename=\"not closed                             | not closed",
        "form-data; filename=\"%22x%0A\"                              | %22x%0A",
        "form-data; FileName = \"spaced.txt\"                         | spaced.txt",
        "form-data; filename=\"x\"; filename*=UTF-8''%c3%bc.txt       | ü.txt",
        "form-data; filename*=utf-8'de'a%20b.txt; filename=\"x\"      | a b.txt",
        "form-data; filename*=ISO-8859-1''%fc.txt                     | ü.txt",
        "form-data; filename*=UTF-8''%zz; filename=\"x\"              | x",
        "form-data; filename*=no-such-charset''y; filename=\"x\"      | x",
        "form-data; filename*=nonsense; filename=\"x\"                | x",
      })
  void readsFileNames(String header, String name) {
    assertThat(Disposition.parse(header).fileName().orElse(null)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "multipart/form-data; boundary=abc           | abc",
        "Multipart/Form-Data;boundary=\"a b=c\"      | a b=c",
        "multipart/form-data; charset=x; Boundary=q  | q",
      })
  void readsBoundaries(String header, String boundary) {
    assertThat(MultipartForm.isForm(header)).isTrue();
    assertThat(Disposition.parse(header).parameter("boundary")).contains(boundary);
  }
}
