package dev.taxon.reader;

import dev.taxon.DocumentReader;
import dev.taxon.DocumentReaderKit;

class FileReaderKitTest extends DocumentReaderKit {
  private static final FileReader READER =
      new FileReader(ReaderSettings.DEFAULT.withTesseract(null));

  @Override
  protected DocumentReader reader() {
    return READER;
  }
}
