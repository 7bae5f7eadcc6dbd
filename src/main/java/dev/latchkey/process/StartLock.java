package dev.latchkey.process;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets nodes on one database start one after the other: the engine's tables, its deployments and
 * the first staff are looked for before they are made. A row is locked from before the engine is
 * built until the application is ready; a node that dies meanwhile loses its connection, and with
 * it the lock.
 */
@Component
@DependsOnDatabaseInitialization
class StartLock implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(StartLock.class);
  private static final int PATIENCE_SECONDS = 300;

  private Connection connection;

  /** Waits for another node that is starting. */
  StartLock(DataSource database) throws SQLException {
    connection = database.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(PATIENCE_SECONDS);
      statement.executeQuery("select id from start_lock for update");
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  synchronized void release() {
    if (connection == null) {
      return;
    }
    try (Connection locked = connection) {
      locked.rollback();
      locked.setAutoCommit(true);
    } catch (SQLException lost) {
      LOG.debug("The connection was lost, and the lock with it", lost);
    }
    connection = null;
  }

  /** Where the start fails. */
  @Override
  public void destroy() {
    release();
  }
}
