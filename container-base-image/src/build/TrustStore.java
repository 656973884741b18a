import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom TLS trusts, and where that list is from. A packaged JDK links its own to the store of the
 * machine, which holds whatever its owner added: that may serve on the machine, never in a layer.
 *
 * @param content the file's bytes
 * @param origin in words
 * @param ofThisMachine whether it is the build machine's own
 */
record TrustStore(byte[] content, String origin, boolean ofThisMachine) {
  /** Mozilla's list as Debian and its like package it; the owner's additions lie elsewhere. */
  private static final Path MOZILLA = Path.of("/usr/share/ca-certificates/mozilla");

  static TrustStore find(Path jdk, JdkRelease release) throws Exception {
    String stated = System.getProperty("thaw.truststore", "");
    if (!stated.isEmpty()) {
      Path file = Path.of(stated);
      if (!Files.isRegularFile(file)) {
        throw new IllegalStateException("-Dthaw.truststore=" + stated + ": there is no such file");
      }
      return new TrustStore(
          Files.readAllBytes(file), "given to the build as " + file.getFileName(), false);
    }
    Path own = jdk.resolve("lib/security/cacerts");
    if (own.toRealPath().startsWith(jdk.toRealPath())) {
      String vendor = release.get("IMPLEMENTOR") + " " + release.get("JAVA_RUNTIME_VERSION");
      return new TrustStore(Files.readAllBytes(own), "the JDK's own, of " + vendor, false);
    }
    String version = Files.isDirectory(MOZILLA) ? packageVersion() : "";
    if (!version.isEmpty()) {
      return new TrustStore(
          mozilla(), "Mozilla's list, of the package ca-certificates " + version, false);
    }
    return new TrustStore(Files.readAllBytes(own), "the build machine's own", true);
  }

  String sha256() throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private static String packageVersion() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("dpkg-query", "-W", "-f", "${Version}", "ca-certificates")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String version = new String(process.getInputStream().readAllBytes()).strip();
      return process.waitFor() == 0 ? version : "";
    } catch (IOException e) {
      return ""; // Not such a system.
    }
  }

  /** Without a password, as the JDK's own, hence without a salt: always the same bytes. */
  private static byte[] mozilla() throws Exception {
    System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
    System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Path> files;
    try (Stream<Path> found = Files.list(MOZILLA)) {
      files = found.filter(file -> file.toString().endsWith(".crt")).sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".crt", "");
      try (InputStream in = Files.newInputStream(file)) {
        store.setCertificateEntry(
            name.toLowerCase(java.util.Locale.ROOT), factory.generateCertificate(in));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, null);
    return out.toByteArray();
  }
}
