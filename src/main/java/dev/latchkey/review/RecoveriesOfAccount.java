package dev.latchkey.review;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The risk as earlier recoveries of the account show it. */
@Component
class RecoveriesOfAccount implements RiskSigns {
  private static final Duration LOOKED_BACK = Duration.ofDays(30);
  private static final int MANY = 3;

  private final JdbcClient jdbc;
  private final Clock clock;

  RecoveriesOfAccount(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public RiskLevel level(String caseId) {
    if (earlier(caseId, "and o.status = 'STOPPED'") > 0) {
      return RiskLevel.HIGH;
    }
    return earlier(caseId, "") >= MANY ? RiskLevel.MEDIUM : RiskLevel.LOW;
  }

  private int earlier(String caseId, String condition) {
    return jdbc.sql(
            """
            select count(*) from recovery_case c join recovery_case o
              on o.account_id = c.account_id and o.id <> c.id
            where c.id = :caseId and o.purpose in ('password', 'second-factor')
              and o.created_at > :since
            """
                + condition)
        .param("caseId", caseId)
        .param("since", clock.instant().minus(LOOKED_BACK).atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }
}
