package dev.latchkey.messaging.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers as told, for what a good-natured test server never says. */
public final class ScriptedMailServer implements AutoCloseable {
  private static final int VERB = 4;

  private final ServerSocket socket;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile boolean hangsUpAfterAMail;

  ScriptedMailServer() throws IOException {
    this(0);
  }

  /** At this port. */
  public ScriptedMailServer(int port) throws IOException {
    socket = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
    Thread acceptor = new Thread(this::accept);
    acceptor.setDaemon(true);
    acceptor.start();
  }

  /** Where it listens. */
  public int port() {
    return socket.getLocalPort();
  }

  /** The answer to a command, or to the end of a mail ("."); empty for silence. */
  public void answers(String command, String answer) {
    answers.put(command, answer);
  }

  void hangsUpAfterAMail() {
    hangsUpAfterAMail = true;
  }

  int connections() {
    return connections.get();
  }

  /** What was said to it, without the mails themselves. */
  public List<String> commands() {
    return commands;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        connections.incrementAndGet();
        Thread talk = new Thread(() -> talk(client));
        talk.setDaemon(true);
        talk.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      OutputStream out = client.getOutputStream();
      say(out, "220 test");
      boolean inMail = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (inMail && !line.equals(".")) {
          continue;
        }
        commands.add(line);
        String command = line.substring(0, Math.min(VERB, line.length()));
        say(out, answers.getOrDefault(command, command.equals("DATA") ? "354 go" : "250 ok"));
        inMail = command.equals("DATA");
        if (command.equals(".") && hangsUpAfterAMail) {
          return;
        }
      }
    } catch (IOException gone) {
      return;
    }
  }

  private static void say(OutputStream out, String answer) throws IOException {
    if (!answer.isEmpty()) {
      out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
