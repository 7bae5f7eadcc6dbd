package dev.latchkey.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How far the chain reached, noted where whoever has only the database cannot write: in a file in
 * the data folder, renewed with every entry, and now and then in the log. Entries removed from the
 * end are missed by these notes.
 *
 * <p>A note is only replaced while the database still holds the entry that it names. So a chain
 * that was cut off and went on from there is found as well.
 */
@Component
class AuditCheckpoint {
  private static final Logger LOG = LoggerFactory.getLogger(AuditCheckpoint.class);
  private static final String NAME = "audit-checkpoint.txt";
  private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})\\s*");

  /** The log gets the first note of a start, then one in so many entries. */
  private static final long LOGGED = 1000;

  private final Path file;
  private final AuditTable table;
  private long logged = -1;
  private boolean broken;

  AuditCheckpoint(@Value("${latchkey.data-folder}") Path dataFolder, AuditTable table) {
    this.file = dataFolder.resolve(NAME);
    this.table = table;
  }

  /** A noted end. */
  record Noted(long seq, String hash) {}

  /** What is noted, or empty; an unreadable note counts as none. */
  Optional<Noted> read() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      Matcher line = LINE.matcher(Files.readString(file));
      return line.matches()
          ? Optional.of(new Noted(Long.parseLong(line.group(1)), line.group(2)))
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + file, unreadable);
    }
  }

  /** Why the chain does not go on from what is noted, or empty. */
  Optional<String> objection(AuditHead head) {
    return read().filter(noted -> !continues(head, noted)).map(noted -> sentence(head, noted));
  }

  /** Notes the end of the chain, if it goes on from what was noted; otherwise says so once. */
  synchronized void keep(AuditHead head) {
    Optional<Noted> before = read();
    if (head.seq() == 0 || before.filter(noted -> noted.seq() == head.seq()).isPresent()) {
      return;
    }
    if (before.filter(noted -> !continues(head, noted)).isPresent()) {
      complain(head, before.get());
      return;
    }
    broken = false;
    write(head);
    if (logged < 0 || head.seq() - logged >= LOGGED) {
      logged = head.seq();
      LOG.info("Audit chain: entry {}, hash {}", head.seq(), head.hash());
    }
  }

  private boolean continues(AuditHead head, Noted noted) {
    return noted.seq() <= head.anchorSeq()
        || table.at(noted.seq()).filter(e -> e.link().hash().equals(noted.hash())).isPresent();
  }

  private static String sentence(AuditHead head, Noted noted) {
    return noted.seq() > head.seq()
        ? "entries " + (head.seq() + 1) + " to " + noted.seq() + " were removed from the end"
        : "entry " + noted.seq() + " is not the one that was noted outside the database";
  }

  private void complain(AuditHead head, Noted noted) {
    if (!broken) {
      LOG.error("The audit log was tampered with: {}. Its note is kept", sentence(head, noted));
    }
    broken = true;
  }

  private void write(AuditHead head) {
    try {
      Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), NAME, null);
      Files.writeString(draft, head.seq() + " " + head.hash() + "\n");
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot write " + file, impossible);
    }
  }
}
