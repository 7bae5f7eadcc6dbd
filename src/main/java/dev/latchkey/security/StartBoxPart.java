package dev.latchkey.security;

import java.util.List;

/** A section of the box printed at start. */
interface StartBoxPart {

  /** Heading of the section. */
  String title();

  /** Its lines; an empty list leaves the section out. */
  List<String> lines();
}
