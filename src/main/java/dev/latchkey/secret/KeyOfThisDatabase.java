package dev.latchkey.secret;

import dev.latchkey.Misconfigured;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stops a start with another server key than the one that the database was used with: after a
 * restore without the key, or on a second node that made one of its own. Otherwise codes, apps and
 * files would fail one by one, and each node would think that the other had forged the audit log.
 */
@Component
@DependsOnDatabaseInitialization
class KeyOfThisDatabase {

  /** Notes the key at the first start. */
  KeyOfThisDatabase(
      JdbcClient jdbc,
      ServerKey key,
      @Value("${latchkey.server-key-is-new:false}") boolean replaced) {
    String hash = key.hash("key of this database");
    jdbc.sql(
            """
            update server_key_check set key_hash = :hash
            where id = 1 and (key_hash is null or (:replaced and key_hash <> :hash))
            """)
        .param("hash", hash)
        .param("replaced", replaced)
        .update();
    boolean other =
        jdbc.sql("select key_hash from server_key_check where id = 1")
            .query(String.class)
            .optional()
            .filter(known -> !known.equals(hash))
            .isPresent();
    if (other) {
      throw new Misconfigured(
          "The server key is not the one that this database was used with",
          "Put back the server.key of this database into the data folder, or set"
              + " latchkey.server-key to it; all nodes need the same one. If it is lost, start once"
              + " with --latchkey.server-key-is-new=true: authenticator apps have to be set up"
              + " again, codes under way, links and files sent to support cannot be read any more,"
              + " and the audit log no longer verifies");
    }
  }
}
