package dev.latchkey.recovery;

import dev.latchkey.testing.FreshH2;
import org.springframework.test.context.ContextConfiguration;

/** What got stuck, on H2. */
@ContextConfiguration(initializers = FreshH2.class)
class IncidentsOnH2Tests extends IncidentScenarios {}
