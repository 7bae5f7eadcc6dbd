package dev.latchkey.messaging.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Ends TLS, from the first byte or after STARTTLS, in front of a mail server that speaks plainly.
 */
final class TlsFront implements AutoCloseable {
  private final ServerSocket socket;
  private final SSLContext identity;
  private final boolean startTls;
  private final int behind;

  TlsFront(SSLContext identity, boolean startTls, int behind) throws IOException {
    this.identity = identity;
    this.startTls = startTls;
    this.behind = behind;
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() throws IOException {
    while (!socket.isClosed()) {
      Socket client = socket.accept();
      daemon(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      if (startTls) {
        untilStartTls(client);
        line(server.getInputStream());
      }
      SSLSocket secure =
          (SSLSocket)
              identity.getSocketFactory().createSocket(client, null, client.getPort(), true);
      secure.setUseClientMode(false);
      secure.startHandshake();
      daemon(() -> copy(server.getInputStream(), secure.getOutputStream()));
      copy(secure.getInputStream(), server.getOutputStream());
    }
  }

  private static void untilStartTls(Socket client) throws IOException {
    BufferedReader commands =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
    say(client, "220 front");
    for (String command = commands.readLine(); command != null; command = commands.readLine()) {
      if (command.equals("STARTTLS")) {
        say(client, "220 go ahead");
        return;
      }
      say(client, command.startsWith("EHLO") ? "250-front\r\n250 STARTTLS" : "530 TLS first");
    }
    throw new IOException("The client left");
  }

  private static void say(Socket client, String answer) throws IOException {
    client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** The greeting, which the client had from the front. */
  private static void line(InputStream input) throws IOException {
    int read = input.read();
    while (read >= 0 && read != '\n') {
      read = input.read();
    }
  }

  private static void copy(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[1024];
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      to.write(buffer, 0, read);
      to.flush();
    }
  }

  /** Runs what ends with the test's connections; their end is no fault. */
  private static void daemon(Talk talk) {
    Thread thread =
        new Thread(
            () -> {
              try {
                talk.run();
              } catch (IOException closed) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @FunctionalInterface
  private interface Talk {
    void run() throws IOException;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
