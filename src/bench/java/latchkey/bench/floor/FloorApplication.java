package latchkey.bench.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers the same requests as the product, with the same server and the same library for JSON, but
 * does the least: setting {@code floor} says which.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  ServletWebServerFactoryAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
public class FloorApplication {
  /** Arguments are settings, as for the product. */
  public static void main(String[] args) {
    new SpringApplication(FloorApplication.class).run(args);
  }

  @Bean
  Flow flow(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      javax.sql.DataSource source,
      @Value("${floor}") String floor,
      @Value("${floor.provider:}") String provider) {
    return switch (floor) {
      case "jdbc" -> new JdbcFlow(jdbc, transactions, provider);
      case "engine" -> new EngineFlow(source, transactions, "activity", "start");
      case "engine-defaults" -> new EngineFlow(source, transactions, "full", "end");
      default -> throw new IllegalArgumentException(floor);
    };
  }

  /** The product's addresses and members, as far as the benchmark uses them. */
  @RestController
  static final class Requests {
    private static final String PATH = "/api/v1/recoveries";
    private final Flow flow;
    private final ObjectMapper json = new ObjectMapper();

    Requests(Flow flow) {
      this.flow = flow;
    }

    @GetMapping("/actuator/health")
    Map<String, String> health() {
      return Map.of("status", "UP");
    }

    @PostMapping(PATH)
    ResponseEntity<JsonNode> open(@RequestBody JsonNode body) {
      String id = flow.open(body.required("identifier").textValue());
      return ResponseEntity.status(201).body(json.createObjectNode().put("token", id));
    }

    @GetMapping(PATH + "/current")
    JsonNode read(@RequestHeader("Authorization") String bearer) {
      return json.createObjectNode().put("step", flow.step(id(bearer))).put("stepNumber", 1);
    }

    @PostMapping(PATH + "/current/answers")
    ResponseEntity<JsonNode> answer(
        @RequestHeader("Authorization") String bearer, @RequestBody JsonNode body) {
      if (body.has("code")) {
        boolean right = flow.enterCode(id(bearer), body.get("code").textValue());
        return ResponseEntity.status(right ? 200 : 422).body(json.createObjectNode());
      }
      flow.choosePassword(id(bearer), body.required("password").textValue());
      return ResponseEntity.ok(json.createObjectNode());
    }

    private static String id(String bearer) {
      return bearer.substring("Bearer ".length());
    }
  }
}
