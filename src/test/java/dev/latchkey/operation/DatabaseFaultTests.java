package dev.latchkey.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** Which failures are those of a database that cannot work at present. */
class DatabaseFaultTests {

  private static SQLException failed(String state) {
    return new SQLException("It failed", state);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // PostgreSQL and its driver: connection, shutdown, resources
        "08000",
        "08001",
        "08003",
        "08004",
        "08006",
        "08P01",
        "57P01",
        "57P02",
        "57P03",
        "53000",
        "53100",
        "53200",
        "53300",
        // H2: file, closed, stopping
        "90028",
        "90031",
        "90098",
        "90121"
      })
  void P1_connectionLost_stopping_orOutOfRoom_passes(String state) {
    assertThat(DatabaseFault.is(failed(state))).isTrue();
    assertThat(DatabaseFault.is(new DataAccessResourceFailureException("x", failed(state))))
        .isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "23505", "22001", "40001", "40P01", "42P01", "42501", "55P03", "57014", "57P04", "28P01",
        "42S02", "50200", "90020", "908006", ""
      })
  void P1_statementThatIsRefused_doesNotPass(String state) {
    assertThat(DatabaseFault.is(failed(state))).isFalse();
  }

  @Test
  void P1_poolWithoutAFreeConnection_passes() {
    assertThat(DatabaseFault.is(new SQLTransientConnectionException("timed out after 10000ms")))
        .isTrue();
  }

  @Test
  void P1_workNotBegun_passes() {
    assertThat(DatabaseFault.is(new IllegalStateException(new DatabaseAway("Not begun")))).isTrue();
  }

  @Test
  void P1_brokenLineUnderTheDriver_passes_whateverItsState() {
    assertThat(DatabaseFault.is(new SQLException("x", "50000", new EOFException()))).isTrue();
  }

  @Test
  void P1_brokenLineToAnythingElse_isNotTheDatabases() {
    assertThat(DatabaseFault.is(new IllegalStateException(new ConnectException("mail")))).isFalse();
  }

  @Test
  void P1_anyOtherFault_isNotTheDatabases() {
    assertThat(DatabaseFault.is(new IllegalStateException("08006"))).isFalse();
    assertThat(DatabaseFault.is(null)).isFalse();
  }

  @Test
  void failuresThatCauseEachOther_comeToAnEnd() {
    IllegalStateException one = new IllegalStateException("one");
    one.initCause(new IllegalStateException("other", one));

    assertThat(DatabaseFault.is(one)).isFalse();
  }

  /** The pool closes a connection that broke, so the rollback fails as well, and that is thrown. */
  @Test
  void P1_connectionLostInATransaction_passes() throws SQLException {
    Connection broken = mock();
    when(broken.isValid(anyInt())).thenReturn(true);
    when(broken.prepareStatement(anyString())).thenThrow(failed("08006"));
    DataSource source = mock();
    when(source.getConnection()).thenReturn(broken);
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setDataSource(source);
      pool.setMaximumPoolSize(1);
      var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
      var jdbc = JdbcClient.create(pool);

      Throwable thrown =
          catchThrowable(
              () -> transaction.execute(work -> jdbc.sql("select 1").query().listOfRows()));

      assertThat(DatabaseFault.is(thrown)).as("%s", thrown).isTrue();
      assertThat(DatabaseFault.told(thrown)).endsWith("It failed");
    }
  }

  @Test
  void P1_rollbackThatFails_afterAnyOtherFault_doesNotPass() {
    var rollback = new TransactionSystemException("Rollback failed", failed(null));
    rollback.initApplicationException(failed("23505"));

    assertThat(DatabaseFault.is(rollback)).isFalse();
  }

  @Test
  void diskThatIsFull_isFull() {
    assertThat(DatabaseFault.isFull(failed("53100"))).isTrue();
    assertThat(DatabaseFault.isFull(onDisk("No space left on device"))).isTrue();
    assertThat(DatabaseFault.isFull(onDisk("There is not enough space on the disk"))).isTrue();
  }

  @Test
  void diskThatIsFull_elsewhere_isNotTheDatabases() {
    assertThat(DatabaseFault.isFull(new IllegalStateException(new IOException("No space left"))))
        .isFalse();
  }

  @Test
  void databaseThatIsAwayForAnotherReason_isNotFull() {
    assertThat(DatabaseFault.isFull(failed("08006"))).isFalse();
    assertThat(DatabaseFault.isFull(onDisk("Input/output error"))).isFalse();
  }

  private static SQLException onDisk(String message) {
    return new SQLException("IO Exception", "90028", new IOException(message));
  }

  @Test
  void embeddedDatabaseThatClosedItself_isClosed() {
    assertThat(DatabaseFault.isClosed(new IllegalStateException(failed("90098")))).isTrue();
    assertThat(DatabaseFault.isClosed(failed("90028"))).isFalse();
  }

  @Test
  void T20_operatorsAreTold_whatFailedFirst_withoutTheStatement() {
    var refused =
        new SQLException(
            "Connection to db:5432 refused\nupdate account set password = 'canary'", "08001");
    var seen = new DataAccessResourceFailureException("update x set y = 'canary'", refused);

    assertThat(DatabaseFault.told(seen))
        .isEqualTo("The database cannot be used: Connection to db:5432 refused");
  }

  @Test
  void operatorsAreTold_toMakeRoom() {
    assertThat(DatabaseFault.told(failed("53100"))).contains("is full", "Make room");
  }
}
