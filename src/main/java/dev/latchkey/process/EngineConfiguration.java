package dev.latchkey.process;

import dev.latchkey.operation.Checkup;
import dev.latchkey.secret.SlowHash;
import java.time.Clock;
import java.util.List;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
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
  private static final String DURATIONS = DatatypeFactory.DATATYPEFACTORY_PROPERTY;

  @Bean
  static Clock clock() {
    return new EngineClock();
  }

  /** Waits for the migrations, so that the engine's tables never come first, and for its turn. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  @DependsOnDatabaseInitialization
  static ProcessEnginePlugin lockedDownEngine(
      ListableBeanFactory beans,
      ObjectProvider<DeploymentRecords> records,
      ObjectProvider<Checkup> checkup,
      StartLock turn,
      SlowHash hash) {
    return new LockedDownEngine(
        new AllowedBeans(beans),
        new DeploymentGuard(records),
        new JobRetries(checkup),
        new Argon2Passwords(hash));
  }

  @Order(Ordered.LOWEST_PRECEDENCE)
  private static final class LockedDownEngine extends SpringBootProcessEnginePlugin {
    private final AllowedBeans allowed;
    private final DeploymentGuard guard;
    private final Argon2Passwords passwords;
    private final JobRetries retries;

    private LockedDownEngine(
        AllowedBeans allowed,
        DeploymentGuard guard,
        JobRetries retries,
        Argon2Passwords passwords) {
      this.allowed = allowed;
      this.guard = guard;
      this.passwords = passwords;
      this.retries = retries;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
      restrictDiagrams(engine);
      restrictPeople(engine);
      restrictData(engine);
      engine.setEnableExceptionsAfterUnhandledBpmnError(true);
      engine.setCustomHistoryLevels(List.of(new LeanHistory()));
      engine.setFailedJobCommandFactory(retries);
      engine.setDmnEngineConfiguration(decisions());
      findDurationsQuickly();
    }

    private static DefaultDmnEngineConfiguration decisions() {
      DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
      decisions.setFeelEngineFactory(
          () ->
              new RememberingFeel(
                  new ScalaFeelEngineFactory(decisions.getFeelCustomFunctionProviders())
                      .createInstance()));
      return decisions;
    }

    /**
     * For each timer the engine has the JDK look for a reader of durations, through all files of
     * the class path, unless it is named: 6 % of a recovery's processor time.
     */
    private static void findDurationsQuickly() {
      if (System.getProperty(DURATIONS) == null) {
        System.setProperty(DURATIONS, DatatypeFactory.newDefaultInstance().getClass().getName());
      }
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

    private void restrictPeople(SpringProcessEngineConfiguration engine) {
      engine.setAuthorizationEnabled(true);
      engine.setAuthorizationCheckRevokes("auto");
      engine.setDefaultUserPermissionNameForTask("TASK_WORK");
      engine.setEnforceSpecificVariablePermission(true);
      engine.setEnableExpressionsInAdhocQueries(false);
      engine.setEnableExpressionsInStoredQueries(false);
      engine.setGeneralResourceWhitelistPattern("[a-z0-9]+([-._@][a-z0-9]+)*");
      engine.setPasswordEncryptor(passwords);
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
