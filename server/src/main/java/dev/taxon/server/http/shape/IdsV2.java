package dev.taxon.server.http.shape;

import java.util.UUID;

/** How the second wire spells ids. */
public final class IdsV2 {
  public static final String CLASSIFY_JOB = "clj-";
  public static final String PARSE_JOB = "pjb-";

  private IdsV2() {}

  public static String classifyJob(UUID id) {
    return CLASSIFY_JOB + id;
  }

  public static String parseJob(UUID id) {
    return PARSE_JOB + id;
  }
}
