package dev.taxon.reader.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

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
      page.picture(pixels(name));
    } else {
      super.process(operator, operands);
    }
  }

  private long pixels(COSName name) {
    COSDictionary objects = page.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
    COSStream image = objects == null ? null : objects.getCOSStream(name);
    return image == null
        ? 0
        : (long) image.getInt(COSName.WIDTH, COSName.W, 0)
            * image.getInt(COSName.HEIGHT, COSName.H, 0);
  }
}
