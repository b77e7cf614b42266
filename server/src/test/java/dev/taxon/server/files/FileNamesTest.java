package dev.taxon.server.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "a.pdf        | none         | a.pdf",
        "../../x.pdf  | none         | x.pdf",
        "C:\\a\\b.pdf | none         | b.pdf",
        "dir/         | none         | upload",
        "..           | /home/a.txt  | a.txt",
        "none         | /home/a.txt  | a.txt",
        "none         | none         | upload",
        "none         | ..           | upload",
      })
  void namesUploads(String sent, String externalId, String name) {
    assertThat(FileNames.ofUpload(sent, externalId)).isEqualTo(name);
  }

  @Test
  void dropsControlsAndHalvesAndKeepsTheRest() {
    assertThat(FileNames.lastSegment("a\u0000\n\u0085\ud800b 😀.txt")).contains("ab 😀.txt");
    assertThat(FileNames.lastSegment("x".repeat(4000)).orElseThrow()).hasSize(3000);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "a.PDF,pdf",
        "a.tar.gz,gz",
        "no extension,none",
        ".bashrc,none",
        "ends.,none",
        "v1. final report,none",
        "/dir.d/file,none",
        "x.fünf,fünf",
      })
  void findsExtensions(String name, String extension) {
    assertThat(FileNames.extension(name).orElse(null)).isEqualTo(extension);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "%PDF-1.7 x,pdf",
        "GIF89a,gif",
        "{\\rtf1,rtf",
        "PK\u0003\u0004....word/document.xml,docx",
        "PK\u0003\u0004....xl/workbook.xml,xlsx",
        "PK\u0003\u0004....mimetypeapplication/epub+zip,epub",
        "PK\u0003\u0004....other,zip",
        "hello,none",
        "P,none",
      })
  void findsKindsFromBytes(String bytes, String extension, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("x"), bytes, StandardCharsets.ISO_8859_1);

    assertThat(FileKind.extensionOf(file).orElse(null)).isEqualTo(extension);
  }
}
