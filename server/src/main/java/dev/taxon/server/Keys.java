package dev.taxon.server;

import dev.taxon.server.access.Secret;
import dev.taxon.store.Access;
import dev.taxon.store.ApiKey;
import dev.taxon.store.StoreUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Lets the first caller in. A data folder that knows nobody gets an organization with one project
 * and one key: the one that is set, or one that is made and written to the file {@code key}.
 */
final class Keys {
  /** Whom jobs name as their owner where there are no users. */
  private static final String NOBODY = "usr-local";

  private static final int SIGNING_BYTES = 32;
  private static final String SET = "TAXON_API_KEY";

  private final Settings settings;
  private final Access access;
  private final RandomGenerator random;
  private final PrivateFile keyFile;

  /**
   * @param random fit for secrets
   */
  Keys(Settings settings, Access access, RandomGenerator random) {
    this.settings = settings;
    this.access = access;
    this.random = random;
    this.keyFile = new PrivateFile(settings.data().resolve("key"));
  }

  /**
   * Refuses to be reached from other machines while there is no key that someone chose or has seen.
   *
   * @throws BadSetting in one sentence
   */
  void refuseStrangers() {
    InetAddress address;
    try {
      address = InetAddress.getByName(settings.host());
    } catch (UnknownHostException e) {
      throw new BadSetting(
          "TAXON_HOST is '" + settings.host() + "', which is no name or address of this machine.");
    }
    if (!address.isLoopbackAddress() && settings.apiKey() == null && access.isEmpty()) {
      throw new BadSetting(
          "TAXON_HOST is '"
              + settings.host()
              + "', which other machines can reach, and there is no key yet; set TAXON_API_KEY (or"
              + " --key), or start once on 127.0.0.1 to have a key made.");
    }
  }

  /**
   * Sees to it that a key opens the service. Doing it again changes nothing; a start that died
   * half-way is completed by the next.
   *
   * @return the file that holds the key, when there is one
   */
  Optional<Path> ensure() {
    try {
      Optional<String> kept =
          keyFile.read().map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip());
      if (settings.apiKey() != null) {
        letIn(settings.apiKey(), SET);
        ApiKey key =
            access
                .authenticate(settings.apiKey())
                .orElseThrow(() ->
                    new BadSetting("TAXON_API_KEY is a key that was revoked; choose another."));
        access.revokeOthers(SET, key.id());
      }
      if (kept.isPresent()) {
        // a start may have died between writing the file and telling the store
        letIn(kept.get(), "key");
        return Optional.of(keyFile.path());
      }
      if (settings.apiKey() == null && access.isEmpty()) {
        byte[] made = (Secret.fresh(random) + "\n").getBytes(StandardCharsets.US_ASCII);
        String secret = new String(keyFile.create(made, random), StandardCharsets.US_ASCII).strip();
        letIn(secret, "key");
        return Optional.of(keyFile.path());
      }
      return Optional.empty();
    } catch (IOException e) {
      throw unusable(keyFile.path(), e);
    }
  }

  /** The secret that presigned URLs are signed with, kept in {@code secrets.key}. */
  byte[] signingSecret() {
    var file = new PrivateFile(settings.data().resolve("secrets.key"));
    try {
      Optional<byte[]> kept = file.read();
      byte[] secret;
      if (kept.isPresent()) {
        secret = kept.get();
      } else {
        byte[] made = new byte[SIGNING_BYTES];
        random.nextBytes(made);
        secret = file.create(made, random);
      }
      if (secret.length < SIGNING_BYTES) {
        throw new IOException("it holds " + secret.length + " bytes instead of " + SIGNING_BYTES);
      }
      return secret;
    } catch (IOException e) {
      throw unusable(file.path(), e);
    }
  }

  /** What secrets are sealed with: the first seals, all open. Each has 32 bytes or more. */
  List<byte[]> sealingSecrets() {
    byte[] kept = signingSecret();
    String set = settings.outward().secretsKey();
    return set == null ? List.of(kept) : List.of(set.getBytes(StandardCharsets.US_ASCII), kept);
  }

  private void letIn(String secret, String label) {
    if (access.authenticate(secret).isPresent()) {
      return;
    }
    UUID organization =
        access.organizations().stream()
            .findFirst()
            .map(first -> first.id())
            .orElseGet(() -> access.createOrganization("Default").organizationId());
    access.createKey(secret, label, NOBODY, organization, null);
  }

  private static StoreUnavailable unusable(Path file, IOException e) {
    return new StoreUnavailable("The file " + file + " cannot be used: " + e.getMessage() + ".", e);
  }
}
