package dev.latchkey.recovery;

import dev.latchkey.testing.FreshPostgres;
import org.springframework.test.context.ContextConfiguration;

/** The scenarios on PostgreSQL. */
@ContextConfiguration(initializers = FreshPostgres.class)
class OwnStepsOnPostgresTests extends OwnStepScenarios {}
