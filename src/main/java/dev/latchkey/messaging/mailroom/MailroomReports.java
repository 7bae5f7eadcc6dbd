package dev.latchkey.messaging.mailroom;

import dev.latchkey.messaging.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is reported of the next messages of each channel, as chosen on the mailroom's page. Kept in
 * memory: after a start everything is delivered again.
 */
class MailroomReports {
  private final Map<Channel, MailroomReport> chosen = new ConcurrentHashMap<>();

  /** A channel with what can be chosen for it. */
  record Choice(Channel channel, MailroomReport chosen, List<MailroomReport> possible) {}

  MailroomReport of(Channel channel) {
    return chosen.getOrDefault(channel, MailroomReport.DELIVERED);
  }

  /** False, and without effect, if messages of this channel cannot meet that. */
  boolean choose(Channel channel, MailroomReport report) {
    if (!report.fits(channel)) {
      return false;
    }
    chosen.put(channel, report);
    return true;
  }

  Choice choice(Channel channel) {
    List<MailroomReport> possible =
        Arrays.stream(MailroomReport.values()).filter(report -> report.fits(channel)).toList();
    return new Choice(channel, of(channel), possible);
  }
}
