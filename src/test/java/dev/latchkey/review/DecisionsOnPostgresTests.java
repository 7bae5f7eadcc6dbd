package dev.latchkey.review;

import dev.latchkey.testing.FreshPostgres;
import org.springframework.test.context.ContextConfiguration;

/** The scenarios on PostgreSQL. */
@ContextConfiguration(initializers = FreshPostgres.class)
class DecisionsOnPostgresTests extends DecisionScenarios {}
