package dev.taxon.cli.official.parse;

import dev.taxon.cli.official.value.ValueProblem;

/** What an address of a server must look like. */
public final class BaseUrls {
  private BaseUrls() {}

  /** Refuses an address without a scheme; {@code source} is the flag or variable that held it. */
  public static void check(String url, String source) throws ValueProblem {
    if (!url.isEmpty() && !url.startsWith("http://") && !url.startsWith("https://")) {
      throw new ValueProblem(
          source + " " + Quoted.of(url) + " is missing a scheme (expected http:// or https://)");
    }
  }
}
