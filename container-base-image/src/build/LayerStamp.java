import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Whether a zip is still the one that its files would make. */
final class LayerStamp {
  private LayerStamp() {}

  /** All files but the cache, which follows from them. */
  static String of(Layout layout, Variant variant) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : Folders.walk(layout.folder())) {
      if (Files.isRegularFile(file) && !file.startsWith(layout.cache().getParent())) {
        digest.update(layout.folder().relativize(file).toString().getBytes());
        digest.update(Files.readAllBytes(file));
      }
    }
    return variant + " " + HexFormat.of().formatHex(digest.digest());
  }
}
