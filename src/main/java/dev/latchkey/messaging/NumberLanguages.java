package dev.latchkey.messaging;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The language in which to answer a number. Joins the caller's transaction. */
@Component
class NumberLanguages {
  private final JdbcClient jdbc;

  NumberLanguages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The language of the newest message to it. Without one it is Japanese in Japan and English
   * elsewhere: of India's many languages the country alone tells none.
   *
   * @param number in E.164 form
   */
  Locale of(String number, String targetHash) {
    return jdbc.sql(
            """
            select locale from message where target_hash = :hash
            order by created_at desc, id
            fetch first 1 rows only
            """)
        .param("hash", targetHash)
        .query(String.class)
        .optional()
        .map(Locale::forLanguageTag)
        .orElseGet(() -> byCountry(number));
  }

  private static Locale byCountry(String number) {
    return Countries.of(number)
        .filter(Locale.JAPAN.getCountry()::equals)
        .map(japan -> Locale.JAPANESE)
        .orElse(Locale.ENGLISH);
  }
}
