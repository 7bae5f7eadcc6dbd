package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class DatabaseFailureAnalyzerTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example:5432/latchkey?user=u&password=s3cret",
        "jdbc:postgresql://u:s3cret@db.example:5432/latchkey",
        "jdbc:h2:file:./data/latchkey;PASSWORD=s3cret"
      })
  void passwords_areShownNowhere(String url) {
    FailureAnalysis analysis = of(url, new SQLException("Cannot connect to " + url));

    assertThat(analysis.getDescription())
        .contains("Cannot connect to jdbc:")
        .contains("latchkey")
        .doesNotContain("s3cret");
  }

  @Test
  void folderInUse_saysWhatToStop() {
    FailureAnalysis analysis =
        of("jdbc:h2:file:./data/latchkey", new SQLException("Database may be already in use"));

    assertThat(analysis.getDescription()).contains("Database may be already in use");
    assertThat(analysis.getAction()).contains("Stop the other Latchkey");
  }

  @Test
  void poolWithoutACause_isReportedAsItIs() {
    assertThat(of("jdbc:postgresql://db.example/latchkey", null).getDescription())
        .contains("request timed out");
  }

  private static FailureAnalysis of(String url, SQLException driver) {
    MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url", url);
    SQLException pool = new SQLTransientConnectionException("request timed out", driver);
    return new DatabaseFailureAnalyzer(environment).analyze(new IllegalStateException(pool));
  }
}
