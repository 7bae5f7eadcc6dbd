package dev.latchkey.messaging;

import java.util.Locale;

/**
 * That a message is to be sent, without what it says: the text is made when it is sent, so that no
 * code is ever stored.
 *
 * @param caseId the recovery that wants it, or the text message that it answers
 * @param codeIssueId the code it carries, or null
 * @param target e-mail address or E.164 number; null for a decoy, which is recorded and never sent
 * @param targetHash keyed hash of the target, or of what stands for it in a decoy
 * @param clientHash keyed hash of the client's network address, or null for notifications
 * @param locale language of the text
 */
public record MessageIntent(
    String caseId,
    String codeIssueId,
    Purpose purpose,
    Channel channel,
    String target,
    String targetHash,
    String clientHash,
    Locale locale) {}
