package dev.taxon.bench.quality;

import java.util.List;

/**
 * Documents and the rules to sort them by.
 *
 * @param whole whether documents that fit no rule belong to it, so that "none" can be measured
 */
public record DocumentSet(
    String name, List<Labelled> documents, List<Wording> wordings, boolean whole) {
  public DocumentSet {
    documents = List.copyOf(documents);
    wordings = List.copyOf(wordings);
  }
}
