package dev.latchkey.messaging.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of one's own that nobody else trusts, as a company runs it for its mail servers. */
final class PrivateAuthority {
  private static final String PASSWORD = "changeit";

  private final Path folder;

  /** Makes the authority's key and certificate in an empty folder. */
  PrivateAuthority(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Private CA", "-ext", "bc:c=ca:true");
    keytool("-exportcert", "-alias", "ca", "-rfc", "-file", certificate().toString());
  }

  /** The certificate to trust, in PEM form. */
  Path certificate() {
    return folder.resolve("ca.pem");
  }

  /** What a server with this host name uses. */
  SSLContext server(String host)
      throws IOException, InterruptedException, GeneralSecurityException {
    String request = folder.resolve(host + ".csr").toString();
    String signed = folder.resolve(host + ".pem").toString();
    keytool("-genkeypair", "-alias", host, "-dname", "CN=" + host);
    keytool("-certreq", "-alias", host, "-file", request);
    keytool(
        "-gencert",
        "-alias",
        "ca",
        "-infile",
        request,
        "-outfile",
        signed,
        "-rfc",
        "-ext",
        "san=dns:" + host);
    keytool("-importcert", "-alias", host, "-file", signed, "-noprompt");
    return context(host);
  }

  private SSLContext context(String alias) throws IOException, GeneralSecurityException {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream stored = Files.newInputStream(store())) {
      all.load(stored, PASSWORD.toCharArray());
    }
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setEntry(
        alias,
        all.getEntry(alias, new KeyStore.PasswordProtection(PASSWORD.toCharArray())),
        new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private Path store() {
    return folder.resolve("keys.p12");
  }

  private void keytool(String command, String... options) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), command));
    line.addAll(List.of(options));
    line.addAll(List.of("-keystore", store().toString(), "-storepass", PASSWORD));
    if (command.equals("-genkeypair")) {
      line.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-storetype", "PKCS12"));
    }
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
