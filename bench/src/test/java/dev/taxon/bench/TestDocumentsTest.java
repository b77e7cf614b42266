package dev.taxon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class TestDocumentsTest {
  @Test
  void aPdfHoldsItsPagesAndTheirWords() throws IOException {
    try (PDDocument document = Loader.loadPDF(TestDocuments.pdf(7, 5))) {
      assertThat(document.getNumberOfPages()).isEqualTo(5);
      assertThat(new PDFTextStripper().getText(document))
          .contains(TestDocuments.lines(7_000, 45).getLast())
          .contains(TestDocuments.lines(7_004, 45).getFirst());
    }
  }

  @Test
  void textsDifferByTheirSeedAlone() {
    assertThat(TestDocuments.text(1, 20)).isEqualTo(TestDocuments.text(1, 20));
    assertThat(TestDocuments.text(1, 20)).isNotEqualTo(TestDocuments.text(2, 20));
  }
}
