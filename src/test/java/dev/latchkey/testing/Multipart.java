package dev.latchkey.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with a file, as browsers and programs send it. */
public final class Multipart {
  /** To be sent along as Content-Type. */
  public static final String TYPE = "multipart/form-data; boundary=frontier";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** A plain field. */
  public Multipart field(String name, String value) {
    begin("form-data; name=\"" + name + "\"");
    return end(value.getBytes(StandardCharsets.UTF_8));
  }

  /** A file; it always claims to be a JPEG. */
  public Multipart file(String name, String fileName, byte[] content) {
    String escaped = fileName.replace("\"", "%22");
    begin(
        "form-data; name=\""
            + name
            + "\"; filename=\""
            + escaped
            + "\"\r\nContent-Type: image/jpeg");
    return end(content);
  }

  /** The whole body. */
  public byte[] bytes() {
    body.writeBytes("--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private void begin(String disposition) {
    body.writeBytes(
        ("--frontier\r\nContent-Disposition: " + disposition + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  private Multipart end(byte[] content) {
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return this;
  }
}
