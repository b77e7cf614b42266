package dev.taxon.bench.golden;

import dev.taxon.Document;
import dev.taxon.Page;
import dev.taxon.RuleSet;
import dev.taxon.engine.Way;

/**
 * One document under one rule set by one way.
 *
 * @param name set, way and document in one, for example {@code post full de-lebenslauf.txt}
 */
record Case(String name, Document document, RuleSet rules, Way way) {

  /** A document as if its pages had been recognized in pictures. */
  static Document asScan(Document document) {
    return new Document(
        document.mediaType(),
        document.pages().stream()
            .map(page -> new Page(page.number(), page.lines(), Page.Source.OCR, page.size()))
            .toList(),
        document.pageCount(),
        document.truncated());
  }
}
