package dev.latchkey.review.evidence;

import dev.latchkey.secret.Seal;
import dev.latchkey.secret.ServerKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The pictures of files, encrypted on their way into the database. */
@Component
class EvidencePages {
  private final EvidenceRows rows;
  private final Seal seal;

  EvidencePages(EvidenceRows rows, ServerKey key) {
    this.rows = rows;
    this.seal = new Seal(key, "evidence");
  }

  void keep(String id, List<Picture> pictures) {
    for (int page = 1; page <= pictures.size(); page++) {
      Picture picture = pictures.get(page - 1);
      byte[] closed = seal.close(place(id, page), picture.content());
      rows.insertPage(id, page, picture.mediaType(), closed);
    }
  }

  /** A picture, counted from 1; empty if there is none. */
  Optional<Picture> of(String id, int page) {
    return rows.page(id, page)
        .map(kept -> new Picture(kept.mediaType(), seal.open(place(id, page), kept.content())));
  }

  /** All pictures of a file. */
  List<Picture> of(Evidence file) {
    return IntStream.rangeClosed(1, file.pages())
        .mapToObj(page -> of(file.id(), page).orElseThrow())
        .toList();
  }

  private static String place(String id, int page) {
    return id + "/" + page;
  }
}
