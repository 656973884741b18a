package dev.thaw.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * An entry of a zip, as its central directory has it (APPNOTE.TXT 4.3.12).
 *
 * @param name with a slash at its end if it is a folder
 * @param header the whole of it in the central directory
 * @param position where its local header begins in the file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ZipMember(String name, byte[] header, long position) {
  static final int HEADER = 46;
  static final int TIME_TAG = 0x5455;

  private static final int UNIX = 3;
  private static final int MACOS = 19;
  private static final int TYPE = 0170000;
  private static final int FILE = 0100000;
  private static final int FOLDER = 0040000;
  private static final int LINK = 0120000;
  private static final int PERMISSIONS = 0777;

  /** Reads one whose header has been checked for its length. */
  static ZipMember of(byte[] header, long base) throws TrainingException {
    ByteBuffer in = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    String name;
    try {
      name =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(header, HEADER, in.getShort(28) & 0xffff))
              .toString();
    } catch (CharacterCodingException e) {
      throw new TrainingException("it has a name that is not UTF-8");
    }
    ZipMember member = new ZipMember(name, header, base + (in.getInt(42) & 0xffff_ffffL));
    if (member.compressed() == 0xffff_ffffL || member.size() == 0xffff_ffffL) {
      throw new TrainingException(name + " is larger than Lambda allows");
    }
    if ((in.getShort(8) & 1) != 0) {
      throw new TrainingException(name + " is encrypted");
    }
    int type = member.mode() & TYPE;
    if (type != 0 && type != FILE && type != FOLDER && type != LINK) {
      throw new TrainingException(name + " is neither a file nor a folder nor a link");
    }
    return member;
  }

  boolean folder() {
    return name.endsWith("/") || (mode() & TYPE) == FOLDER;
  }

  boolean link() {
    return (mode() & TYPE) == LINK;
  }

  /** The lower nine bits of its mode; what Lambda's user needs where the zip has none. */
  int permissions() {
    int permissions = mode() & PERMISSIONS;
    return permissions != 0 ? permissions : folder() ? 0755 : 0644;
  }

  private int mode() {
    int system = header[5];
    return system == UNIX || system == MACOS ? in().getShort(40) & 0xffff : 0;
  }

  int method() {
    return in().getShort(10);
  }

  int crc() {
    return in().getInt(16);
  }

  /** In bytes. */
  long compressed() {
    return in().getInt(20) & 0xffff_ffffL;
  }

  /** In bytes. */
  long size() {
    return in().getInt(24) & 0xffff_ffffL;
  }

  /**
   * When it was last changed, in seconds of the epoch: by the extended timestamp, else by the
   * fields of DOS, which have no zone; Lambda's is UTC.
   */
  long time() {
    ByteBuffer in = in();
    int at = HEADER + (in.getShort(28) & 0xffff);
    int end = Math.min(at + (in.getShort(30) & 0xffff), header.length);
    while (at + 4 <= end) {
      int length = in.getShort(at + 2) & 0xffff;
      boolean timed = (in.getShort(at) & 0xffff) == TIME_TAG && length >= 5 && at + 9 <= end;
      if (timed && (header[at + 4] & 1) != 0) {
        return in.getInt(at + 5);
      }
      at += 4 + length;
    }
    int time = in.getShort(12) & 0xffff;
    int date = in.getShort(14) & 0xffff;
    try {
      return LocalDateTime.of(
              1980 + (date >> 9),
              date >> 5 & 0xf,
              date & 0x1f,
              time >> 11,
              time >> 5 & 0x3f,
              (time & 0x1f) * 2)
          .toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return LocalDateTime.of(1980, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    }
  }

  private ByteBuffer in() {
    return ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
  }
}
