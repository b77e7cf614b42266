package dev.taxon.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents in the repository are those that the generator makes. */
final class GenerateTest {
  private static final Path DOCUMENTS = Path.of("documents");
  private static final String PHOTO = "receipt-2026-03-14.png";
  private static final String SCAN = "delivery-note-scan.pdf";

  /** A point that differs by more than this, of 255, is another point. */
  private static final int LEVELS = 64;

  @TempDir Path folder;

  @Test
  void everyDocumentInTheRepositoryIsMadeAndNoOther() throws IOException {
    Generate.main(new String[] {folder.toString()});
    assertThat(names(folder)).isEqualTo(names(DOCUMENTS)).hasSize(13);
  }

  @Test
  void whatIsWrittenIsTheSameToTheByte() throws IOException {
    Generate.into(folder);
    for (String name : names(folder)) {
      if (!name.equals(PHOTO) && !name.equals(SCAN)) {
        assertThat(folder.resolve(name)).as(name).hasSameBinaryContentAs(DOCUMENTS.resolve(name));
      }
    }
  }

  /** Another Java may place the edge of a letter a hair elsewhere, and deflates as it likes. */
  @Test
  void whatIsDrawnLooksTheSame() throws IOException {
    Generate.into(folder);
    assertThat(differing(photo(folder), photo(DOCUMENTS))).isLessThan(0.01);
    assertThat(differing(scan(folder), scan(DOCUMENTS))).isLessThan(0.01);
  }

  @Test
  void twoRunsGiveTheSameBytes() {
    var second = Generate.documents();
    Generate.documents()
        .forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(second.get(name)));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static BufferedImage photo(Path folder) throws IOException {
    return Objects.requireNonNull(ImageIO.read(folder.resolve(PHOTO).toFile()));
  }

  private static BufferedImage scan(Path folder) throws IOException {
    try (var document = Loader.loadPDF(folder.resolve(SCAN).toFile())) {
      var resources = document.getPage(0).getResources();
      COSName name = resources.getXObjectNames().iterator().next();
      return ((PDImageXObject) resources.getXObject(name)).getImage();
    }
  }

  /** The share of points that differ, 0 to 1. */
  private static double differing(BufferedImage one, BufferedImage other) {
    assertThat(one.getWidth()).isEqualTo(other.getWidth());
    assertThat(one.getHeight()).isEqualTo(other.getHeight());
    long differing = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        int distance = (one.getRGB(x, y) & 0xff) - (other.getRGB(x, y) & 0xff);
        differing += Math.abs(distance) > LEVELS ? 1 : 0;
      }
    }
    return (double) differing / one.getWidth() / one.getHeight();
  }
}
