package dev.latchkey.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Knows passwords that very many people use or that are in every breach list: the words of {@code
 * passwords/common.txt}, alone, doubled or in pairs, with digits and signs around them or in place
 * of letters, and walks over the keyboard. It does not look for words inside longer phrases.
 */
@Component
class CommonPasswords {
  private static final int FEWEST_DIFFERENT_CHARACTERS = 5;
  private static final int SHORTEST_WALK = 3;
  private static final List<String> WALKS =
      Stream.of(
              "abcdefghijklmnopqrstuvwxyz",
              "01234567890123456789",
              "qwertyuiop",
              "asdfghjkl",
              "zxcvbnm",
              "qwertzuiop",
              "azertyuiop",
              "qsdfghjklm",
              "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
              "q1w2e3r4t5y6u7i8o9p0",
              "1q2w3e4r5t6y7u8i9o0p")
          .flatMap(walk -> Stream.of(walk, new StringBuilder(walk).reverse().toString()))
          .toList();

  private final Set<String> words = load();

  boolean contains(String normalised) {
    String password = normalised.toLowerCase(Locale.ROOT);
    return known(password)
        || password.codePoints().distinct().count() < FEWEST_DIFFERENT_CHARACTERS
        || walks(password)
        || repeats(password);
  }

  private boolean known(String password) {
    String core = password.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return Stream.of(password, core, unmask(password), unmask(trimSigns(password)), unmask(core))
        .anyMatch(this::wordOrPair);
  }

  private boolean wordOrPair(String text) {
    return words.contains(text)
        || IntStream.range(1, text.length())
            .anyMatch(
                i -> words.contains(text.substring(0, i)) && words.contains(text.substring(i)));
  }

  private static String trimSigns(String password) {
    return password.replaceAll("[^\\p{L}@$]+$", "");
  }

  /** The letters that digits and signs commonly stand for. */
  private static String unmask(String password) {
    return password
        .replace('@', 'a')
        .replace('4', 'a')
        .replace('3', 'e')
        .replace('1', 'i')
        .replace('!', 'i')
        .replace('0', 'o')
        .replace('$', 's')
        .replace('5', 's')
        .replace('7', 't');
  }

  /** Whether the whole is made of walks and single repeated characters of three or more. */
  private static boolean walks(String password) {
    int from = 0;
    while (from < password.length()) {
      int length = longestWalk(password.substring(from));
      if (length < SHORTEST_WALK) {
        return false;
      }
      from += length;
    }
    return true;
  }

  private static int longestWalk(String text) {
    int longest = 1;
    while (longest < text.length() && text.charAt(longest) == text.charAt(0)) {
      longest++;
    }
    for (int length = longest + 1; length <= text.length(); length++) {
      String start = text.substring(0, length);
      if (WALKS.stream().noneMatch(walk -> walk.contains(start))) {
        break;
      }
      longest = length;
    }
    return longest;
  }

  /** Whether it is one short or common piece over and over. */
  private boolean repeats(String password) {
    return IntStream.rangeClosed(1, password.length() / 2)
        .filter(size -> password.length() % size == 0)
        .mapToObj(size -> password.substring(0, size))
        .filter(piece -> piece.repeat(password.length() / piece.length()).equals(password))
        .anyMatch(piece -> piece.length() < 8 || known(piece) || walks(piece));
  }

  private static Set<String> load() {
    try (InputStream list = CommonPasswords.class.getResourceAsStream("/passwords/common.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ", -1)))
          .filter(word -> !word.isBlank())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
