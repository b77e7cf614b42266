package dev.taxon.reader.pdf;

import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Measures the packed streams that a page uses before PDFBox unpacks them into memory: its content,
 * forms, fonts and pictures. Only those are unpacked, and thrown away, that could grow large at
 * all, since Flate packs at most a thousandfold.
 */
final class Streams {
  private static final long MOST_UNPACKED = 256L << 20;
  private static final long HARMLESS = MOST_UNPACKED / 1032;
  private static final int MOST_OBJECTS = 100_000;
  private static final List<String> FLATE = List.of("FlateDecode", "Fl");

  private final Attempt attempt;
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  Streams(Attempt attempt) {
    this.attempt = attempt;
  }

  /** Throws {@link Refused} if something that the page uses is a bomb. */
  void measure(PDPage page) throws IOException {
    Deque<COSBase> open = new ArrayDeque<>();
    push(open, page.getCOSObject().getDictionaryObject(COSName.CONTENTS));
    push(open, page.getCOSObject().getDictionaryObject(COSName.ANNOTS));
    if (page.getResources() != null) {
      push(open, page.getResources().getCOSObject());
    }
    while (!open.isEmpty() && seen.size() < MOST_OBJECTS) {
      attempt.check();
      switch (open.pop()) {
        case COSStream stream -> {
          measure(stream);
          pushAll(open, stream);
        }
        case COSDictionary dictionary -> pushAll(open, dictionary);
        case COSArray array -> {
          for (int i = 0; i < array.size(); i++) {
            push(open, array.getObject(i));
          }
        }
        default -> {}
      }
    }
  }

  /** Back to the page tree leads only what belongs to other pages. */
  private void pushAll(Deque<COSBase> open, COSDictionary dictionary) {
    for (COSName key : dictionary.keySet()) {
      boolean elsewhere =
          key.equals(COSName.PARENT) || key.equals(COSName.P) || key.equals(COSName.DEST);
      if (!elsewhere) {
        push(open, dictionary.getDictionaryObject(key));
      }
    }
  }

  private void push(Deque<COSBase> open, COSBase object) {
    boolean holds = object instanceof COSDictionary || object instanceof COSArray;
    if (holds && seen.add(object)) {
      open.push(object);
    }
  }

  private void measure(COSStream stream) throws IOException {
    if (stream.getLength() < HARMLESS) {
      return;
    }
    PDStream packed = new PDStream(stream);
    boolean flate = packed.getFilters().stream().anyMatch(name -> FLATE.contains(name.getName()));
    if (!flate) {
      return;
    }
    try (InputStream in = packed.createInputStream(FLATE)) {
      if (unpacked(in) > MOST_UNPACKED) {
        throw Refused.bomb();
      }
    } catch (DataFormatException e) {
      // Damaged from here on; what PDFBox gets out of it was counted.
    }
  }

  private long unpacked(InputStream in) throws IOException, DataFormatException {
    byte[] packed = new byte[1 << 13];
    byte[] plain = new byte[1 << 16];
    Inflater inflater = new Inflater();
    try {
      while (!inflater.finished() && inflater.getBytesWritten() <= MOST_UNPACKED) {
        attempt.check();
        if (inflater.needsInput()) {
          int read = in.read(packed);
          if (read < 0) {
            break;
          }
          inflater.setInput(packed, 0, read);
        }
        if (inflater.inflate(plain) == 0 && inflater.needsDictionary()) {
          break;
        }
      }
      return inflater.getBytesWritten();
    } finally {
      inflater.end();
    }
  }
}
