package dev.latchkey.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The HTML part of a mail: the same words as the text part, every fact escaped. */
final class MailHtml {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%s">
      <head>
      <meta charset="UTF-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      </head>
      <body style="margin:0;padding:24px;font:16px/1.5 sans-serif;color:#1b1b1b;background:#fff">
      <div role="article" style="max-width:36em;margin:0 auto">
      %s
      </div>
      </body>
      </html>
      """;

  private MailHtml() {}

  /** Paragraphs of the template are parted by an empty line. */
  static String write(Locale locale, String subject, String template, Map<String, String> facts) {
    String paragraphs =
        Arrays.stream(template.split("\n\n"))
            .map(paragraph -> "<p>" + paragraph(paragraph, facts) + "</p>")
            .collect(Collectors.joining("\n"));
    return PAGE.formatted(escape(locale.toLanguageTag()), escape(subject), paragraphs);
  }

  private static String paragraph(String paragraph, Map<String, String> facts) {
    return TextTemplate.fill(paragraph, facts, MailHtml::escape, MailHtml::fact)
        .replace("\n", "<br>\n");
  }

  private static String fact(String name, String value) {
    String escaped = escape(value);
    return switch (name) {
      case "code" ->
          "<strong style=\"font-size:1.6em;letter-spacing:.12em\">" + escaped + "</strong>";
      case "link", "objection" ->
          "<a href=\"" + escaped + "\" style=\"color:#0b57a4\">" + escaped + "</a>";
      default -> escaped;
    };
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
  }
}
