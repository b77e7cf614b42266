package dev.taxon.reader.pdf;

import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;

/** Follows the paths and fills of a page without drawing them. One for each operator's name. */
final class PaintOperator extends OperatorProcessor {
  /** The operators that make, fill, stroke and drop paths, and paint shadings and inline images. */
  static final List<String> NAMES =
      List.of(
          OperatorName.APPEND_RECT,
          OperatorName.MOVE_TO,
          OperatorName.LINE_TO,
          OperatorName.CURVE_TO,
          OperatorName.CURVE_TO_REPLICATE_INITIAL_POINT,
          OperatorName.CURVE_TO_REPLICATE_FINAL_POINT,
          OperatorName.FILL_NON_ZERO,
          OperatorName.LEGACY_FILL_NON_ZERO,
          OperatorName.FILL_EVEN_ODD,
          OperatorName.FILL_NON_ZERO_AND_STROKE,
          OperatorName.FILL_EVEN_ODD_AND_STROKE,
          OperatorName.CLOSE_FILL_NON_ZERO_AND_STROKE,
          OperatorName.CLOSE_FILL_EVEN_ODD_AND_STROKE,
          OperatorName.STROKE_PATH,
          OperatorName.CLOSE_AND_STROKE,
          OperatorName.ENDPATH,
          OperatorName.SHADING_FILL,
          OperatorName.BEGIN_INLINE_IMAGE);

  private final PageText page;
  private final String name;

  PaintOperator(PageText page, String name) {
    super(page);
    this.page = page;
    this.name = name;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) {
    switch (name) {
      case OperatorName.APPEND_RECT -> {
        if (operands.size() >= 4) {
          page.rectangle(
              number(operands, 0), number(operands, 1), number(operands, 2), number(operands, 3));
        }
      }
      case OperatorName.MOVE_TO,
          OperatorName.LINE_TO,
          OperatorName.CURVE_TO,
          OperatorName.CURVE_TO_REPLICATE_INITIAL_POINT,
          OperatorName.CURVE_TO_REPLICATE_FINAL_POINT -> {
        for (int i = 0; i + 1 < operands.size(); i += 2) {
          page.point(number(operands, i), number(operands, i + 1));
        }
      }
      case OperatorName.STROKE_PATH, OperatorName.CLOSE_AND_STROKE -> page.stroke();
      case OperatorName.ENDPATH -> page.dropPath();
      case OperatorName.SHADING_FILL -> page.fillEverything();
      case OperatorName.BEGIN_INLINE_IMAGE -> page.picture(0);
      default -> page.fill();
    }
  }

  @Override
  public String getName() {
    return name;
  }

  private static float number(List<COSBase> operands, int i) {
    return operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
  }
}
