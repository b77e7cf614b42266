package dev.taxon.store;

import java.sql.SQLException;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What differs between the databases. All other SQL is the same for both: instants are kept in
 * microseconds, text sorts by its UTF-8 bytes, ids by their digits.
 */
interface Dialect {
  /** The words that the migrations leave open. */
  Map<String, String> words();

  /** Teaches how instants and ids are bound and read. */
  void teach(Jdbi jdbi);

  /** Waits until no other transaction holds the name, then holds it to the transaction's end. */
  void hold(Handle transaction, String name);

  /** Ends a query whose rows must not change before the transaction ends; may be empty. */
  String forUpdate();

  /** Ends a query whose rows others may read and hold too, but not change; may be empty. */
  String forShare();

  /** Whether the database has no room left to write. */
  boolean isFull(SQLException failure);

  /** Whether the database could not be reached or did not let anyone in in time. */
  boolean isUnavailable(SQLException failure);

  /** Asks for the database's own version, one row of one string. */
  String versionQuery();

  /** The product's name before its version. */
  String product();
}
