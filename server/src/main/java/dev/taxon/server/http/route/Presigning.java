package dev.taxon.server.http.route;

import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.shape.PresignedShape;
import dev.taxon.server.http.token.SignedUrls;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Presigned URLs as clients get them: absolute. */
public final class Presigning {
  private static final Duration USUAL_LIFE = Duration.ofHours(1);

  private final SignedUrls urls;
  private final @Nullable String publicUrl;

  /**
   * Puts URLs behind an address.
   *
   * @param publicUrl null for the one that each request came to
   */
  public Presigning(SignedUrls urls, @Nullable URI publicUrl) {
    this.urls = urls;
    this.publicUrl = publicUrl == null ? null : publicUrl.toString().replaceAll("/+$", "");
  }

  /** A download URL for as long as downloads usually take to begin. */
  PresignedShape download(Call call, UUID file) {
    return presign(call, SignedUrls.Act.GET, file, USUAL_LIFE);
  }

  /** A URL for as many seconds as the call asks for. */
  PresignedShape asked(Call call, SignedUrls.Act act, UUID file) {
    return presign(
        call, act, file, Duration.ofSeconds(call.inputs().queryInt("expires_at_seconds")));
  }

  private PresignedShape presign(Call call, SignedUrls.Act act, UUID file, Duration life) {
    SignedUrls.Signed signed = urls.sign(act, file, life);
    String address = publicUrl == null ? call.address() : publicUrl;
    return new PresignedShape(address + signed.path(), signed.expiresAt());
  }
}
