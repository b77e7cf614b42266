package dev.taxon.server.http.route;

import dev.taxon.server.access.Refused;
import dev.taxon.server.files.UserFiles;
import dev.taxon.server.outbound.Outbound;
import dev.taxon.server.outbound.Outbound.Fetching;
import dev.taxon.server.outbound.RefusedTarget;
import dev.taxon.server.outbound.Target;
import dev.taxon.server.outbound.Unreached;
import dev.taxon.store.Blob;
import dev.taxon.store.FileDraft;
import dev.taxon.store.TooLarge;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/** Files that a request names by their URL: fetched, and kept as if they had been uploaded. */
final class UrlFetch {
  private final UserFiles files;
  private final Outbound outbound;
  private final boolean allowed;
  private final Duration time;

  /**
   * Fetches into some files.
   *
   * @param allowed whether this server fetches at all
   * @param time for all of one fetch
   */
  UrlFetch(UserFiles files, Outbound outbound, boolean allowed, Duration time) {
    this.files = files;
    this.outbound = outbound;
    this.allowed = allowed;
    this.time = time;
  }

  /**
   * What is wanted.
   *
   * @param name null: what the server calls it, else what its URL ends with
   * @param headers for the URL's own origin alone
   * @param verify whether certificates must be good
   * @param follow whether redirects are followed
   * @param resourceInfo a JSON object, or null
   */
  record Wanted(
      String url,
      @Nullable String name,
      Map<String, String> headers,
      boolean verify,
      boolean follow,
      @Nullable String purpose,
      @Nullable String resourceInfo) {
    Wanted {
      headers = Map.copyOf(headers);
    }

    static Wanted plain(String url, String purpose) {
      return new Wanted(url, null, Map.of(), true, true, purpose, null);
    }
  }

  private record Fetched(Blob blob, @Nullable String name) {}

  static boolean isUrl(String text) {
    return text.regionMatches(true, 0, "http://", 0, 7)
        || text.regionMatches(true, 0, "https://", 0, 8);
  }

  /** Refuses where this server does not fetch. */
  void refuseWhereOff() {
    if (!allowed) {
      throw Refused.impossible("URL inputs are disabled on this server");
    }
  }

  /**
   * Fetches; the file is there when it is made.
   *
   * @throws Refused when this server does not, or it fails
   * @throws TooLarge when it is larger than an upload may be
   * @throws IOException when it cannot be kept
   */
  FileDraft fetch(UUID project, Wanted wanted) throws IOException {
    refuseWhereOff();
    files.admit(project);
    try {
      var how = new Fetching(wanted.headers(), wanted.verify(), wanted.follow(), time);
      Fetched fetched =
          outbound.get(
              Target.of(wanted.url()),
              how,
              (from, disposition, body) ->
                  new Fetched(
                      files.keep(body), named(disposition).orElseGet(() -> lastSegment(from))));
      return files.fetched(
          project,
          Objects.requireNonNullElse(wanted.name(), fetched.name()),
          wanted.name() != null,
          fetched.blob(),
          wanted.purpose(),
          wanted.resourceInfo());
    } catch (RefusedTarget | Unreached e) {
      throw Refused.impossible("Could not fetch the URL: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refused.impossible("Could not fetch the URL: this server is stopping");
    }
  }

  private static Optional<String> named(String disposition) {
    var parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    return Optional.ofNullable(parser.parse(disposition, ';').get("filename"))
        .filter(name -> !name.isBlank());
  }

  private static String lastSegment(Target from) {
    try {
      return URLDecoder.decode(from.lastSegment().replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return from.lastSegment();
    }
  }
}
