package dev.latchkey.recovery;

import dev.latchkey.testing.FreshH2;
import org.springframework.test.context.ContextConfiguration;

/** The scenarios on the embedded database. */
@ContextConfiguration(initializers = FreshH2.class)
class OwnStepsOnH2Tests extends OwnStepScenarios {}
