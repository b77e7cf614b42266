package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What databases say when they cannot, and how it is understood. */
class DialectTest {
  private final Dialect postgres = new Postgres();
  private final Dialect sqlite = new Sqlite();

  @Test
  void aFullDiskIsToldApart() {
    assertThat(postgres.isFull(new SQLException("disk full", "53100"))).isTrue();
    assertThat(postgres.isFull(new SQLException("out of memory", "53200"))).isFalse();
    assertThat(sqlite.isFull(new SQLiteException("full", SQLiteErrorCode.SQLITE_FULL))).isTrue();
    assertThat(sqlite.isFull(new SQLiteException("busy", SQLiteErrorCode.SQLITE_BUSY))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08000", "08006", "57P01", "57P03"})
  void aServerThatIsGoneIsToldApart(String state) {
    assertThat(postgres.isUnavailable(new SQLException("gone", state))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "40P01"})
  void aStatementThatFailsIsNoServerThatIsGone(String state) {
    assertThat(postgres.isUnavailable(new SQLException("wrong", state))).isFalse();
    assertThat(postgres.isUnavailable(new SQLException("wrong"))).isFalse();
  }

  @Test
  void aFileThatAnotherProgramLocksIsUnavailable() {
    for (var code : List.of(SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT)) {
      assertThat(sqlite.isUnavailable(new SQLiteException("locked", code))).isTrue();
    }
    assertThat(sqlite.isUnavailable(new SQLiteException("no", SQLiteErrorCode.SQLITE_CONSTRAINT)))
        .isFalse();
  }

  @Test
  void waitingForAConnectionInVainIsUnavailable() {
    for (var dialect : List.of(postgres, sqlite)) {
      assertThat(dialect.isUnavailable(new SQLTransientConnectionException("30 s"))).isTrue();
    }
  }

  @Test
  void bothSayTheSameWords() {
    assertThat(postgres.words().keySet()).isEqualTo(sqlite.words().keySet());
  }
}
