package dev.thaw.training;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Writes a zip that is another one with changes. What does not change is copied byte for byte,
 * which the JDK's own writers do not do; what is added carries a Unix mode and an extended
 * timestamp, so that whoever unpacks it, in whatever zone, gives it the same time.
 */
final class ZipWriting implements Closeable {
  private static final int UNIX_2_0 = 3 << 8 | 20;
  private static final int UTF_8 = 1 << 11;
  private static final int TIME_FIELD = 9;

  /** Extra fields that tell times: the extended timestamp, that of NTFS, that of old Info-ZIP. */
  private static final int NTFS_TAG = 0x000a;

  private static final int OLD_TIME_TAG = 0x5855;

  private final FileChannel out;
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int count;
  private long size;

  /** Writes to a file that is there and empty. */
  ZipWriting(Path file) throws IOException {
    this.out = FileChannel.open(file, StandardOpenOption.WRITE);
  }

  /** What all entries have together, unzipped, in bytes. */
  long size() {
    return size;
  }

  /**
   * Copies an entry with its compressed bytes.
   *
   * @param time its new time in seconds of the epoch; null to change nothing
   */
  void copy(ZipListing zip, ZipMember member, @Nullable Long time) throws IOException {
    long position = out.position();
    byte[] header = member.header();
    ByteBuffer local = zip.whole(member);
    long from = member.position() + local.limit();
    if (time != null) {
      header = timed(ByteBuffer.wrap(header), ZipMember.HEADER, 12, 28, time);
      local = ByteBuffer.wrap(timed(local, ZipListing.LOCAL_LENGTH, 10, 26, time));
    }
    write(local);
    for (long end = zip.end(member); from < end; ) {
      long copied = zip.channel().transferTo(from, end - from, out);
      if (copied <= 0) {
        throw new IOException("It ends too early");
      }
      from += copied;
    }
    enter(header, position, member.size());
  }

  /** Adds a folder; its name ends with a slash. */
  void addFolder(String name, long time) throws IOException {
    long position = out.position();
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    write(header(false, text, time, ZipEntry.STORED, 0, 0, 0));
    enter(header(true, text, time, ZipEntry.STORED, 0, 0, 0), 040755, position, 0);
  }

  /** Adds a file that everybody may read, compressed. */
  void addFile(String name, Path file, long time) throws IOException {
    long position = out.position();
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    out.position(position + header(false, text, time, ZipEntry.DEFLATED, 0, 0, 0).limit());
    CRC32 crc = new CRC32();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    byte[] buffer = new byte[64 * 1024];
    byte[] compressed = new byte[64 * 1024];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read; (read = in.read(buffer)) > 0; ) {
        crc.update(buffer, 0, read);
        deflater.setInput(buffer, 0, read);
        deflate(deflater, compressed);
      }
      deflater.finish();
      deflate(deflater, compressed);
      long packed = deflater.getBytesWritten();
      long whole = deflater.getBytesRead();
      int sum = (int) crc.getValue();
      ByteBuffer local = header(false, text, time, ZipEntry.DEFLATED, sum, packed, whole);
      while (local.hasRemaining()) {
        out.write(local, position + local.position());
      }
      ByteBuffer entry = header(true, text, time, ZipEntry.DEFLATED, sum, packed, whole);
      enter(entry, 0100644, position, whole);
    } finally {
      deflater.end();
    }
  }

  private void deflate(Deflater deflater, byte[] compressed) throws IOException {
    for (int length; (length = deflater.deflate(compressed)) > 0; ) {
      write(ByteBuffer.wrap(compressed, 0, length));
    }
  }

  /** Writes the central directory. */
  void finish(byte[] comment) throws IOException {
    long position = out.position();
    if (count >= 0xffff || position > 0xffff_fff0L - directory.size()) {
      throw new IOException("It would become larger than a zip can be");
    }
    write(ByteBuffer.wrap(directory.toByteArray()));
    ByteBuffer end = buffer(ZipListing.END_LENGTH + comment.length);
    end.putInt(ZipListing.END).putInt(0);
    end.putShort((short) count).putShort((short) count);
    end.putInt(directory.size()).putInt((int) position);
    end.putShort((short) comment.length).put(comment);
    write(end.flip());
  }

  /** A header of an entry of our own, local or central. */
  private static ByteBuffer header(
      boolean central, byte[] name, long time, int method, int crc, long packed, long whole) {
    ByteBuffer header = buffer(ZipMember.HEADER + name.length + TIME_FIELD);
    if (central) {
      header.putInt(ZipListing.CENTRAL).putShort((short) UNIX_2_0);
    } else {
      header.putInt(ZipListing.LOCAL);
    }
    header.putShort((short) 20).putShort((short) UTF_8).putShort((short) method);
    header.putInt(dosTime(time)).putInt(crc).putInt((int) packed).putInt((int) whole);
    header.putShort((short) name.length).putShort((short) TIME_FIELD);
    if (central) {
      header.position(ZipMember.HEADER);
    }
    header.put(name);
    putTime(header, time);
    return header.flip();
  }

  private void enter(ByteBuffer header, int mode, long position, long length) {
    header.putInt(38, mode << 16 | (mode == 040755 ? 0x10 : 0));
    byte[] bytes = new byte[header.limit()];
    header.get(bytes);
    enter(bytes, position, length);
  }

  private void enter(byte[] header, long position, long length) {
    byte[] moved = header.clone();
    ByteBuffer.wrap(moved).order(ByteOrder.LITTLE_ENDIAN).putInt(42, (int) position);
    directory.writeBytes(moved);
    count++;
    size += length;
  }

  /**
   * A header with another time.
   *
   * @param fixed the length of what stands before the name
   * @param at where the fields of DOS stand
   * @param lengths where the lengths of name and extra field stand
   */
  private static byte[] timed(ByteBuffer old, int fixed, int at, int lengths, long time) {
    ByteBuffer in = old.order(ByteOrder.LITTLE_ENDIAN);
    int extra = fixed + (in.getShort(lengths) & 0xffff);
    int rest = extra + (in.getShort(lengths + 2) & 0xffff);
    ByteBuffer header = buffer(in.limit() + TIME_FIELD);
    header.put(0, in, 0, extra).position(extra);
    for (int field = extra; field + 4 <= rest; ) {
      int tag = in.getShort(field) & 0xffff;
      int length = Math.min(4 + (in.getShort(field + 2) & 0xffff), rest - field);
      if (tag != ZipMember.TIME_TAG && tag != NTFS_TAG && tag != OLD_TIME_TAG) {
        header.put(header.position(), in, field, length).position(header.position() + length);
      }
      field += length;
    }
    putTime(header, time);
    header.putInt(at, dosTime(time));
    header.putShort(lengths + 2, (short) (header.position() - extra));
    int comment = in.limit() - rest;
    header.put(header.position(), in, rest, comment).position(header.position() + comment);
    byte[] bytes = new byte[header.flip().limit()];
    header.get(bytes);
    return bytes;
  }

  private static void putTime(ByteBuffer header, long time) {
    header.putShort((short) ZipMember.TIME_TAG).putShort((short) (TIME_FIELD - 4));
    header.put((byte) 1).putInt((int) time);
  }

  /** Time and date as DOS has them: in steps of two seconds, in UTC, which is Lambda's zone. */
  private static int dosTime(long time) {
    LocalDateTime utc = LocalDateTime.ofInstant(Instant.ofEpochSecond(time), ZoneOffset.UTC);
    int date =
        Math.clamp(utc.getYear() - 1980L, 0, 127) << 9
            | utc.getMonthValue() << 5
            | utc.getDayOfMonth();
    return date << 16 | utc.getHour() << 11 | utc.getMinute() << 5 | utc.getSecond() / 2;
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
