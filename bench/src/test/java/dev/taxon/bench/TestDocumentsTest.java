package dev.taxon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.LongStream;
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
          .contains(TestDocuments.plain(7, 5 * 45).getFirst())
          .contains(TestDocuments.plain(7, 5 * 45).getLast());
    }
  }

  @Test
  void documentsDifferByTheirSeedAlone() {
    assertThat(TestDocuments.plain(1, 20)).isEqualTo(TestDocuments.plain(1, 20));
    assertThat(TestDocuments.plain(1, 20)).isNotEqualTo(TestDocuments.plain(9, 20));
    assertThat(TestDocuments.unclear(1, 20)).isNotEqualTo(TestDocuments.unclear(2, 20));
  }

  @Test
  void eachKindHasItsRuleAndAllOfThemTheirTurn() {
    long titles =
        LongStream.range(0, 8)
            .mapToObj(i -> TestDocuments.plain(i, 2).getFirst())
            .distinct()
            .count();
    assertThat(titles).isEqualTo(TestDocuments.rules().types().size());
  }
}
