package dev.latchkey.messaging;

import java.util.Locale;

/** A notice that is still to be sent. Its channel and language may decide its facts. */
public record PendingMessage(String id, Purpose purpose, Channel channel, Locale locale) {}
