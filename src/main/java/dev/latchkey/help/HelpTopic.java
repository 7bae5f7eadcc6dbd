package dev.latchkey.help;

import java.util.List;

/**
 * A situation that people come with. What is said of it stands in the texts, under its key.
 *
 * @param key last part of its address, and part of text keys
 * @param related keys of topics that fit as well
 */
public record HelpTopic(
    String key, HelpCategory category, HelpAction action, List<String> related) {}
