package dev.taxon.store;

import com.zaxxer.hikari.HikariConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and who asks. Shows itself without user and password.
 *
 * @param place hosts and database, for sentences
 * @param url for JDBC, without user and password
 */
record PostgresAddress(String place, String url, @Nullable String user, @Nullable String password) {

  /**
   * Reads {@code jdbc:postgresql://host:port/name?…}, and also {@code
   * postgresql://user:password@host:port/name} as other tools write it. A user or password given
   * beside the URL wins over the one in it.
   */
  static PostgresAddress of(String text, @Nullable String user, @Nullable String password) {
    URI uri;
    try {
      uri = new URI(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
    } catch (URISyntaxException e) {
      // not as a cause: its message repeats the URL, which may hold a password
      throw unreadable();
    }
    var authority = uri.getRawAuthority();
    var path = uri.getRawPath();
    if (!("postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme()))
        || authority == null
        || path == null
        || path.length() < 2) {
      throw unreadable();
    }
    int at = authority.lastIndexOf('@');
    if (at >= 0) {
      var login = authority.substring(0, at).split(":", 2);
      user = user == null ? decoded(login[0]) : user;
      password = password == null && login.length == 2 ? decoded(login[1]) : password;
    }
    var options = new ArrayList<String>();
    for (var option : uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
      if (option.startsWith("user=")) {
        user = user == null ? decoded(option.substring("user=".length())) : user;
      } else if (option.startsWith("password=")) {
        password = password == null ? decoded(option.substring("password=".length())) : password;
      } else {
        options.add(option);
      }
    }
    var place = authority.substring(at + 1) + path;
    var url =
        "jdbc:postgresql://" + place + (options.isEmpty() ? "" : "?" + String.join("&", options));
    return new PostgresAddress(place, url, user, password);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static StoreUnavailable unreadable() {
    return new StoreUnavailable(
        "The database URL cannot be read: it should look like"
            + " jdbc:postgresql://host:5432/name?user=…&password=….",
        null);
  }

  void configure(HikariConfig config) {
    config.setDriverClassName("org.postgresql.Driver");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.addDataSourceProperty("ApplicationName", "taxon");
    config.addDataSourceProperty("connectTimeout", "8");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
  }

  /** What to tell an operator whose database could not be opened. */
  StoreUnavailable unavailable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException && cause.getMessage() != null) {
        var reason = cause.getMessage().lines().findFirst().orElse("no reason given");
        return new StoreUnavailable(
            "The PostgreSQL database at " + place + " cannot be opened: " + reason, cause);
      }
    }
    return unreadable();
  }

  @Override
  public String toString() {
    return place;
  }
}
