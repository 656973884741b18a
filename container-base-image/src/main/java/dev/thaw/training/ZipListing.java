package dev.thaw.training;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;

/**
 * A zip of a function or a layer, with what the JDK keeps to itself: modes, links, and entries as
 * they stand in the file, so that they can be copied unchanged.
 */
final class ZipListing implements Closeable {
  /** What Lambda takes, unzipped. */
  static final long MOST_BYTES = 262_144_000;

  static final int END = 0x06054b50;
  static final int END_LENGTH = 22;
  static final int LOCAL = 0x04034b50;
  static final int LOCAL_LENGTH = 30;
  static final int CENTRAL = 0x02014b50;
  private static final int MOST_COMMENT = 0xffff;

  private final FileChannel channel;
  private final List<ZipMember> members = new ArrayList<>();
  private final TreeSet<Long> ends = new TreeSet<>();
  private byte[] comment = {};

  private ZipListing(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a zip and reads its central directory.
   *
   * @throws TrainingException if it is none, or none that Lambda would take
   */
  static ZipListing open(Path zip) throws IOException, TrainingException {
    FileChannel channel;
    try {
      channel = FileChannel.open(zip);
    } catch (NoSuchFileException e) {
      throw new TrainingException("There is no zip " + zip);
    }
    ZipListing listing = new ZipListing(channel);
    try {
      listing.read();
      return listing;
    } catch (TrainingException e) {
      listing.close();
      throw new TrainingException(zip + " cannot be used: " + e.getMessage());
    } catch (IOException e) {
      listing.close();
      throw new TrainingException(zip + " cannot be read: " + e.getMessage());
    }
  }

  /** In the order of the central directory. */
  List<ZipMember> members() {
    return members;
  }

  /** What stands at the file's end. */
  byte[] comment() {
    return comment;
  }

  /** What all entries have together, unzipped, in bytes. */
  long size() {
    return members.stream().mapToLong(ZipMember::size).sum();
  }

  private void read() throws IOException, TrainingException {
    long length = channel.size();
    byte[] last = bytes(Math.max(0, length - END_LENGTH - MOST_COMMENT), length);
    ByteBuffer tail = littleEndian(last);
    int end = last.length - END_LENGTH;
    while (end >= 0 && tail.getInt(end) != END) {
      end--;
    }
    if (end < 0) {
      throw new TrainingException("it is no zip");
    }
    comment = Arrays.copyOfRange(last, end + END_LENGTH, last.length);
    int count = tail.getShort(end + 10) & 0xffff;
    long size = tail.getInt(end + 12) & 0xffff_ffffL;
    long offset = tail.getInt(end + 16) & 0xffff_ffffL;
    long directory = length - last.length + end - size;
    if (count == 0xffff || offset > directory) {
      throw new TrainingException("it is broken, or a zip64, larger than Lambda allows");
    }
    byte[] entries = bytes(directory, directory + size);
    ByteBuffer headers = littleEndian(entries);
    for (int at = 0, i = 0; i < count; i++) {
      if (at + ZipMember.HEADER > headers.limit() || headers.getInt(at) != CENTRAL) {
        throw new TrainingException("its central directory is broken");
      }
      int whole = ZipMember.HEADER;
      for (int field = 28; field <= 32; field += 2) {
        whole += headers.getShort(at + field) & 0xffff;
      }
      if (at + whole > headers.limit()) {
        throw new TrainingException("its central directory is broken");
      }
      byte[] header = Arrays.copyOfRange(entries, at, at + whole);
      ZipMember member = ZipMember.of(header, directory - offset);
      if (member.position() + LOCAL_LENGTH + member.compressed() > directory) {
        throw new TrainingException("its central directory is broken");
      }
      members.add(member);
      ends.add(member.position());
      at += whole;
    }
    ends.add(directory);
    if (size() > MOST_BYTES) {
      throw new TrainingException("it has more than the 250 MB that Lambda takes, unzipped");
    }
  }

  /** Its local header without name and extra field, which are as long as it says. */
  ByteBuffer local(ZipMember member) throws IOException {
    ByteBuffer header = littleEndian(bytes(member.position(), member.position() + LOCAL_LENGTH));
    if (header.getInt(0) != LOCAL) {
      throw new IOException(member.name() + " has no header");
    }
    return header;
  }

  /** The local header as it stands in the file. */
  ByteBuffer whole(ZipMember member) throws IOException {
    ByteBuffer header = local(member);
    int length = (header.getShort(26) & 0xffff) + (header.getShort(28) & 0xffff);
    return littleEndian(bytes(member.position(), member.position() + LOCAL_LENGTH + length));
  }

  /** Where the next entry begins: what comes before belongs to this one. */
  long end(ZipMember member) {
    Long end = ends.higher(member.position());
    return end == null ? member.position() : end;
  }

  /** Its content; not more than it is said to have, compressed. */
  InputStream content(ZipMember member) throws IOException {
    long start = member.position() + whole(member).limit();
    InputStream raw = new Slice(start, start + member.compressed());
    return switch (member.method()) {
      case ZipEntry.STORED -> raw;
      case ZipEntry.DEFLATED -> new InflaterInputStream(raw, new Inflater(true), 64 * 1024);
      default -> throw new IOException(member.name() + " is compressed in an unknown way");
    };
  }

  FileChannel channel() {
    return channel;
  }

  private byte[] bytes(long start, long end) throws IOException {
    if (start < 0 || end - start > MOST_BYTES || end > channel.size()) {
      throw new IOException("it is broken");
    }
    byte[] bytes = new byte[(int) (end - start)];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, start + buffer.position()) < 0) {
        throw new IOException("it ends too early");
      }
    }
    return bytes;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** A part of the file. */
  private final class Slice extends InputStream {
    private final long end;
    private long at;

    Slice(long start, long end) {
      this.at = start;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
      if (at >= end) {
        return -1;
      }
      int most = (int) Math.min(length, end - at);
      int count = channel.read(ByteBuffer.wrap(buffer, start, most), at);
      at += Math.max(count, 0);
      return count;
    }
  }
}
