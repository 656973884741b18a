import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a folder as a zip: the same bytes for the same files on every machine. The JDK's own
 * writers have no Unix modes, or no choice of the level, and put times down in the machine's zone.
 */
final class LayerZip {
  private static final short VERSION = 20;
  private static final short MADE_ON_UNIX = 3 << 8 | VERSION;
  private static final short NAMES_ARE_UTF8 = 1 << 11;
  private static final short DEFLATED = 8;

  /** {@link Folders#TIME} as DOS has it: a date from 1980 on, midnight. */
  private static final int DOS_TIME = (2 << 5 | 1) << 16;

  private static final int FOLDER = 0040755;
  private static final int FILE = 0100644;
  private static final int PROGRAM = 0100755;

  private final OutputStream out;
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int offset;
  private int entries;

  private LayerZip(OutputStream out) {
    this.out = out;
  }

  /** No zip of half the files can be left behind. */
  static void write(Path folder, Path zip) throws IOException {
    Path unfinished = Files.createTempFile(zip.getParent(), "layer", ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        LayerZip writer = new LayerZip(out);
        for (Path path : Folders.walk(folder)) {
          writer.add(folder.relativize(path).toString(), path);
        }
        writer.end();
      }
      Files.setPosixFilePermissions(
          unfinished, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(unfinished, zip, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private void add(String path, Path file) throws IOException {
    boolean folder = Files.isDirectory(file);
    byte[] name = (folder ? path + "/" : path).getBytes(StandardCharsets.UTF_8);
    byte[] content = folder ? new byte[0] : Files.readAllBytes(file);
    byte[] packed = folder ? content : deflate(content);
    CRC32 crc = new CRC32();
    crc.update(content);
    ByteBuffer common = buffer(26);
    common.putShort(VERSION).putShort(NAMES_ARE_UTF8).putShort(folder ? 0 : DEFLATED);
    common.putInt(DOS_TIME).putInt((int) crc.getValue());
    common.putInt(packed.length).putInt(content.length);
    common.putShort((short) name.length).putShort((short) extra().length);
    int mode = folder ? FOLDER : Files.isExecutable(file) ? PROGRAM : FILE;
    directory.writeBytes(buffer(6).putInt(0x02014b50).putShort(MADE_ON_UNIX).array());
    directory.writeBytes(common.array());
    // No comment, first disk, binary; the mode; where the entry is.
    directory.writeBytes(
        buffer(14).position(6).putInt(mode << 16 | (folder ? 0x10 : 0)).putInt(offset).array());
    directory.writeBytes(name);
    directory.writeBytes(extra());
    put(buffer(4).putInt(0x04034b50).array());
    put(common.array());
    put(name);
    put(extra());
    put(packed);
    entries++;
  }

  /** The time in seconds since 1970, so that it is the same in whatever zone it is unpacked. */
  private static byte[] extra() {
    ByteBuffer extra = buffer(9).putShort((short) 0x5455).putShort((short) 5).put((byte) 1);
    return extra.putInt(Math.toIntExact(Folders.TIME.toInstant().getEpochSecond())).array();
  }

  private void end() throws IOException {
    int start = offset;
    put(directory.toByteArray());
    ByteBuffer end = buffer(22).putInt(0x06054b50).putInt(0);
    end.putShort((short) entries).putShort((short) entries);
    put(end.putInt(directory.size()).putInt(start).array());
  }

  private void put(byte[] bytes) throws IOException {
    out.write(bytes);
    offset = Math.addExact(offset, bytes.length);
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] deflate(byte[] content) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2 + 64);
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    }
  }
}
