package dev.taxon;

import java.util.Objects;

/**
 * How to read one file.
 *
 * @param name the file's name as the user knows it; a hint only, the bytes decide what the file is
 * @param language an OCR and decoding hint: one of the wire's {@code lang} words such as {@code en}
 *     or {@code ch_sim}; unknown words are ignored
 * @param pages which pages
 * @param limits what reading may cost at most
 */
public record ReadRequest(String name, String language, PageChoice pages, ReadLimits limits) {
  public ReadRequest {
    Objects.requireNonNull(name);
    Objects.requireNonNull(language);
    Objects.requireNonNull(pages);
    Objects.requireNonNull(limits);
  }
}
