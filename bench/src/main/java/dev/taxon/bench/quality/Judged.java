package dev.taxon.bench.quality;

import dev.taxon.TextEncoder;
import dev.taxon.engine.KnowingClassifier;
import dev.taxon.engine.Knowledge;
import dev.taxon.engine.Way;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An engine that is judged, in the order of the report's columns. */
enum Judged {
  /** Without the encoder, as in a library that leaves it out: rules have no vectors either. */
  WORDS(Way.FAST),
  FAST(Way.FAST),
  FULL(Way.FULL),
  AUTO(Way.AUTO);

  private final Way way;

  Judged(Way way) {
    this.way = way;
  }

  /** The one of a name. */
  static Judged of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Lower case. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  KnowingClassifier classifier(TextEncoder encoder) {
    @Nullable TextEncoder own = this == WORDS ? null : encoder;
    Knowledge knowledge = Knowledge.shipped(own);
    return new KnowingClassifier(() -> knowledge, way);
  }
}
