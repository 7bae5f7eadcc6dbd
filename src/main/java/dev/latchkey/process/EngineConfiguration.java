package dev.latchkey.process;

import java.time.Clock;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The engine settings that security depends on; settings of operation are in application.yaml. They
 * come last, so that no property of the same name can undo them.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  static Clock clock() {
    return new EngineClock();
  }

  /** Waits for the migrations, so that the engine's tables never come first, and for its turn. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  @DependsOnDatabaseInitialization
  static ProcessEnginePlugin lockedDownEngine(
      ListableBeanFactory beans, ObjectProvider<DeploymentRecords> records, StartLock turn) {
    return new LockedDownEngine(new AllowedBeans(beans), new DeploymentGuard(records));
  }

  @Order(Ordered.LOWEST_PRECEDENCE)
  private static final class LockedDownEngine extends SpringBootProcessEnginePlugin {
    private final AllowedBeans allowed;
    private final DeploymentGuard guard;

    private LockedDownEngine(AllowedBeans allowed, DeploymentGuard guard) {
      this.allowed = allowed;
      this.guard = guard;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
      restrictDiagrams(engine);
      restrictPeople(engine);
      restrictData(engine);
      engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    }

    private void restrictDiagrams(SpringProcessEngineConfiguration engine) {
      NoScripts noScripts = new NoScripts();
      engine.setBeans(allowed);
      engine.setExpressionManager(new PlainExpressions(allowed));
      engine.setScriptFactory(noScripts);
      engine.setScriptEngineResolver(noScripts);
      engine.setArtifactFactory(new NoForeignClasses());
      engine.getCustomPreDeployers().add(guard);
      engine.setDeploymentHandlerFactory(UnchangedFiles::new);
      engine.setEnableXxeProcessing(false);
    }

    private static void restrictPeople(SpringProcessEngineConfiguration engine) {
      engine.setAuthorizationEnabled(true);
      engine.setAuthorizationCheckRevokes("auto");
      engine.setDefaultUserPermissionNameForTask("TASK_WORK");
      engine.setEnforceSpecificVariablePermission(true);
      engine.setEnableExpressionsInAdhocQueries(false);
      engine.setEnableExpressionsInStoredQueries(false);
      engine.setGeneralResourceWhitelistPattern("[a-z0-9]+([-._@][a-z0-9]+)*");
      engine.setPasswordEncryptor(new Argon2Passwords());
      engine.setEnablePasswordPolicy(true);
      engine.setPasswordPolicy(new StaffPasswordPolicy());
    }

    private static void restrictData(SpringProcessEngineConfiguration engine) {
      engine.setJavaSerializationFormatEnabled(false);
      engine.setDeserializationTypeValidationEnabled(true);
      engine.setHistoryRemovalTimeProvider(new CaseHistoryTimes());
    }
  }
}
