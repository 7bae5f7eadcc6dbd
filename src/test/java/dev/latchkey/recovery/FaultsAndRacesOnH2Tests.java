package dev.latchkey.recovery;

import dev.latchkey.testing.FreshH2;
import org.springframework.test.context.ContextConfiguration;

/** Races and faults on H2. */
@ContextConfiguration(initializers = FreshH2.class)
class FaultsAndRacesOnH2Tests extends FaultAndRaceScenarios {}
