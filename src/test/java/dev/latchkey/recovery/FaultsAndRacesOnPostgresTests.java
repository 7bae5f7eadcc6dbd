package dev.latchkey.recovery;

import dev.latchkey.testing.FreshPostgres;
import org.springframework.test.context.ContextConfiguration;

/** Races and faults on PostgreSQL. */
@ContextConfiguration(initializers = FreshPostgres.class)
class FaultsAndRacesOnPostgresTests extends FaultAndRaceScenarios {}
