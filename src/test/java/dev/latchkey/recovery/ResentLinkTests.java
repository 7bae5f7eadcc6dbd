package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.proof.Way;
import dev.latchkey.testing.FreshPostgres;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;

/** The link in an e-mail that a newer e-mail replaced. */
@ContextConfiguration(initializers = FreshPostgres.class)
class ResentLinkTests extends RecoveryScene {

  @Test
  void T5_theLinkOfAnEmailThatWasReplaced_isRefused_andTheNewOneWorks() {
    Persona person = person();
    Guest guest = opens(person.emailAddress());
    String first = post.linkAt(person.emailAddress());
    engine.pass(TWO_MINUTES);
    String second = post.linkAt(person.emailAddress());
    assertThat(second).isNotEqualTo(first);

    assertThat(recoveries.linkUsable(first)).isFalse();
    assertThat(recoveries.useLink(first)).isNotInstanceOf(AnswerResult.Taken.class);
    assertThat(guest.sees().step()).isEqualTo("enter-code");

    assertThat(recoveries.linkUsable(second)).isTrue();
    assertThat(recoveries.useLink(second)).isInstanceOf(AnswerResult.Taken.class);
  }

  @Test
  void T5_theLinkOfAnEmailWhoseCodeWasTyped_isRefused() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    guest.wants(Way.EMAIL);
    engine.runJobs();
    String link = post.linkAt(person.emailAddress());
    guest.enters(post.codeAt(person.emailAddress()));

    assertThat(guest.sees().step()).isEqualTo("choose-password");
    assertThat(recoveries.linkUsable(link)).isFalse();
    assertThat(recoveries.useLink(link)).isInstanceOf(AnswerResult.Unknown.class);
  }
}
