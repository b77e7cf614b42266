package dev.taxon.server.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Who is believed when a certificate says whose server it is: the authorities that Java knows, and
 * those that the operator names beside them.
 *
 * @param named certificates beside Java's own; may be empty
 */
public record Authorities(Collection<? extends Certificate> named) {
  /** Java's own alone. */
  public static final Authorities OF_JAVA = new Authorities(java.util.List.of());

  public Authorities {
    named = java.util.List.copyOf(named);
  }

  /**
   * Java's own and those of a file.
   *
   * @param pem one certificate or more, each between its {@code BEGIN} and {@code END}
   * @throws IllegalArgumentException with a clause that says what is wrong with the file
   */
  public static Authorities with(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new IllegalArgumentException("it holds no certificate");
      }
      return new Authorities(found);
    } catch (IOException e) {
      throw new IllegalArgumentException("it cannot be read", e);
    } catch (CertificateException e) {
      throw new IllegalArgumentException("it is not a PEM file of certificates", e);
    }
  }

  /** All of them for a client to trust; null where Java's own are enough. */
  @Nullable KeyStore trusted() {
    if (named.isEmpty()) {
      return null;
    }
    try {
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int number = 0;
      for (X509Certificate certificate : ofJava()) {
        all.setCertificateEntry("java-" + number++, certificate);
      }
      for (Certificate certificate : named) {
        all.setCertificateEntry("named-" + number++, certificate);
      }
      return all;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java keeps certificates", e);
    }
  }

  /** For clients that take a context; null where Java's own are enough. */
  public @Nullable SSLContext context() {
    KeyStore all = trusted();
    if (all == null) {
      return null;
    }
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(all);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java speaks TLS", e);
    }
  }

  private static X509Certificate[] ofJava() throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    for (var manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager trust) {
        return trust.getAcceptedIssuers();
      }
    }
    return new X509Certificate[0];
  }
}
