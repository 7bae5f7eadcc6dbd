package dev.latchkey.recovery;

import dev.latchkey.testing.FreshPostgres;
import org.springframework.test.context.ContextConfiguration;

/** What got stuck, on PostgreSQL. */
@ContextConfiguration(initializers = FreshPostgres.class)
class IncidentsOnPostgresTests extends IncidentScenarios {}
