package dev.latchkey.testing;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabasesTests {

  @EachDatabase
  void freshDatabases_haveTheSchemaAndShareNothing(Databases database) {
    DataSource one = database.fresh();
    DataSource other = database.fresh();
    JdbcClient.create(one)
        .sql(
            """
            insert into opt_out (target_hash, channel, noted_at)
            values ('x', 'SMS', current_timestamp)
            """)
        .update();

    assertThat(optOuts(one)).isOne();
    assertThat(optOuts(other)).isZero();
  }

  private static int optOuts(DataSource source) {
    return JdbcClient.create(source)
        .sql("select count(*) from opt_out")
        .query(Integer.class)
        .single();
  }
}
