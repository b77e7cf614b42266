package dev.taxon.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of the test's own, and servers that it vouches for; made with the JDK's keytool. */
public final class Certificates {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path folder;

  /** Makes the authority; two may have the same name. */
  public Certificates(Path folder, String name) {
    this.folder = folder;
    keytool("-genkeypair", "-alias", "ca", "-dname", "CN=" + name, "-ext", "bc:c");
    keytool("-exportcert", "-rfc", "-alias", "ca", "-file", authority().toString());
  }

  /** The authority's certificate, as an operator would name it. */
  public Path authority() {
    return folder.resolve("ca.pem");
  }

  /** What a server shows that is called so. */
  public SSLContext server(String name) {
    return server(name, "-validity", "30");
  }

  /** The same, long over. */
  public SSLContext expired(String name) {
    return server(name, "-startdate", "-60d", "-validity", "30");
  }

  private SSLContext server(String name, String... validity) {
    var command =
        new ArrayList<>(
            List.of(
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-signer",
                "ca"));
    command.addAll(List.of(validity));
    keytool(command.toArray(String[]::new));
    try (InputStream in = Files.newInputStream(store())) {
      KeyStore all = KeyStore.getInstance("PKCS12");
      all.load(in, PASSWORD);
      KeyStore own = KeyStore.getInstance("PKCS12");
      own.load(null, null);
      own.setKeyEntry(name, all.getKey(name, PASSWORD), PASSWORD, all.getCertificateChain(name));
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path store() {
    return folder.resolve("all.p12");
  }

  private void keytool(String... words) {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(words));
    command.addAll(
        List.of(
            "-keystore",
            store().toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            new String(PASSWORD)));
    if (words[0].equals("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC"));
    }
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
