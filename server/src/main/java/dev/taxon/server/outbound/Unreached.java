package dev.taxon.server.outbound;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A request that got no answer, or none that could be read; the message says why in one sentence.
 */
public final class Unreached extends IOException {
  private static final long serialVersionUID = 1L;

  Unreached(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** In words for whoever chose the target; {@code time} is how long it was given. */
  static Unreached of(Throwable failure, Target target, Duration time) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String sentence = sentence(cause, target, time);
      if (sentence != null) {
        return new Unreached(sentence, failure);
      }
    }
    return new Unreached("the answer could not be read", failure);
  }

  private static @Nullable String sentence(Throwable failure, Target target, Duration time) {
    return switch (failure) {
      case Unreached e -> e.getMessage();
      case RefusedTarget e -> e.getMessage();
      case UnknownHostException e -> "the name " + target.host() + " is not known";
      case TimeoutException e -> "it took longer than " + time.toSeconds() + " s";
      case SocketTimeoutException e -> "it took longer than " + time.toSeconds() + " s";
      case NoRouteToHostException e -> "there is no way to " + target.host();
      case ConnectException e -> "nothing answers at " + target.host() + " port " + target.port();
      case SSLException e -> untrusted(e, target.host());
      case EOFException e -> "the connection broke off before the answer was there";
      case SocketException e -> "the connection broke off before the answer was there";
      default -> null;
    };
  }

  private static String untrusted(SSLException failure, String host) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case CertificateExpiredException e -> {
          return "the certificate of " + host + " is not valid at this time";
        }
        case CertificateNotYetValidException e -> {
          return "the certificate of " + host + " is not valid at this time";
        }
        case CertPathBuilderException e -> {
          return unknownAuthority(host);
        }
        // it has the name of one that is known
        case CertPathValidatorException e when e.getReason() == BasicReason.INVALID_SIGNATURE -> {
          return unknownAuthority(host);
        }
        // what stands in the certificate itself
        case CertificateException e when e.getCause() == null -> {
          return "the certificate that " + host + " shows is not made out for that name";
        }
        default -> {}
      }
    }
    return "no secure connection came about: " + failure.getMessage();
  }

  private static String unknownAuthority(String host) {
    return "the certificate of "
        + host
        + " comes from no authority that this server trusts; its setting TAXON_OUTBOUND_CA can name"
        + " more";
  }
}
