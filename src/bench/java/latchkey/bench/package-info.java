/**
 * What a recovery costs: whole recoveries through HTTP against the packaged application, beside the
 * least that the same flow needs. Run by {@code ./mvnw -Pbench verify}; read {@code
 * src/bench/README.md}. Outside of {@code dev.latchkey}, where the product looks for its parts.
 */
package latchkey.bench;
