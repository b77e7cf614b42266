package dev.taxon.reader.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;

/** Follows forms into their content, and marks where pictures are without decoding them. */
final class PlaceObject extends DrawObject {
  private final PageText page;

  PlaceObject(PageText page) {
    super(page);
    this.page = page;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) throws IOException {
    if (!operands.isEmpty()
        && operands.getFirst() instanceof COSName name
        && page.getResources().isImageXObject(name)) {
      page.picture();
    } else {
      super.process(operator, operands);
    }
  }
}
