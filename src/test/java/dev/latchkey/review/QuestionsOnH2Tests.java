package dev.latchkey.review;

import dev.latchkey.testing.FreshH2;
import org.springframework.test.context.ContextConfiguration;

/** The scenarios on the embedded database. */
@ContextConfiguration(initializers = FreshH2.class)
class QuestionsOnH2Tests extends QuestionScenarios {}
