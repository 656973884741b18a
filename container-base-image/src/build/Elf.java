import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the symbol table for debuggers out of a native library, which is a fifth of the JVM's size.
 * Linking needs another one, which stays, as do the build id and the name of the vendor's debug
 * file: a crash report can still be read with what the vendor publishes.
 *
 * <p>jlink's own plugin wants binutils' {@code objcopy}, which a fresh machine need not have.
 */
final class Elf {
  private static final int FILE_HEADER = 64;
  private static final int SECTION_HEADER = 64;
  private static final int SEGMENT_HEADER = 56;
  private static final int NOBITS = 8;
  private static final int RELA = 4;
  private static final int REL = 9;
  private static final int GROUP = 17;
  private static final int SYMTAB_SHNDX = 18;
  private static final long ALLOC = 2;

  private final ByteBuffer file;
  private final List<ByteBuffer> sections = new ArrayList<>();
  private int names;

  private Elf(byte[] content) {
    this.file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The file without the table, or as it is where it has none or is not understood for sure. */
  static byte[] strip(byte[] content) {
    try {
      return new Elf(content).strip();
    } catch (IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException e) {
      return content; // Not laid out as the format has it: hands off.
    }
  }

  private byte[] strip() {
    // Magic, 64 bits, little endian; section headers of the usual size.
    if (file.capacity() < FILE_HEADER
        || file.getInt(0) != 0x464c457f
        || file.getShort(4) != 0x0102
        || file.getShort(58) != SECTION_HEADER
        || file.getShort(54) != SEGMENT_HEADER) {
      return file.array();
    }
    readSections();
    int symbols = index(".symtab");
    int texts = index(".strtab");
    if (symbols < 0 || texts < 0 || !isRemovable(symbols, texts)) {
      return file.array();
    }
    return without(symbols, texts);
  }

  private void readSections() {
    int offset = Math.toIntExact(file.getLong(40));
    int count = Short.toUnsignedInt(file.getShort(60));
    names = Short.toUnsignedInt(file.getShort(62));
    for (int i = 0; i < count; i++) {
      sections.add(
          file.slice(offset + i * SECTION_HEADER, SECTION_HEADER).order(ByteOrder.LITTLE_ENDIAN));
    }
  }

  /** Nothing else refers to the two, and nothing that the program loads stands behind them. */
  private boolean isRemovable(int symbols, int texts) {
    if (symbols == names || texts == names || link(symbols) != texts) {
      return false;
    }
    for (int i = 0; i < sections.size(); i++) {
      int type = sections.get(i).getInt(4);
      boolean table = i == symbols || i == texts;
      boolean loaded = (sections.get(i).getLong(8) & ALLOC) != 0;
      boolean refers = i != symbols && i > 0 && (link(i) == symbols || link(i) == texts);
      boolean moves = offset(i) >= loadedEnd();
      if (refers
          || type == GROUP
          || type == SYMTAB_SHNDX
          || ((type == REL || type == RELA) && !loaded)
          || (table && (loaded || !moves))
          || (loaded && i > Math.min(symbols, texts))) {
        return false;
      }
    }
    return true;
  }

  private byte[] without(int symbols, int texts) {
    ByteBuffer out = ByteBuffer.allocate(file.capacity()).order(ByteOrder.LITTLE_ENDIAN);
    int kept = loadedEnd();
    out.put(file.array(), 0, kept);
    List<byte[]> headers = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      if (i == symbols || i == texts) {
        continue;
      }
      byte[] header = new byte[SECTION_HEADER];
      sections.get(i).get(0, header);
      ByteBuffer changed = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
      changed.putInt(40, moved(link(i), symbols, texts));
      if (i > 0 && offset(i) >= kept && sections.get(i).getInt(4) != NOBITS) {
        align(out, Math.toIntExact(Math.max(1, sections.get(i).getLong(48))));
        changed.putLong(24, out.position());
        out.put(file.array(), offset(i), Math.toIntExact(sections.get(i).getLong(32)));
      }
      headers.add(header);
    }
    align(out, 8);
    out.putLong(40, out.position());
    out.putShort(60, (short) headers.size());
    out.putShort(62, (short) moved(names, symbols, texts));
    headers.forEach(out::put);
    return Arrays.copyOf(out.array(), out.position());
  }

  private static int moved(int index, int symbols, int texts) {
    return index - (index > symbols ? 1 : 0) - (index > texts ? 1 : 0);
  }

  private static void align(ByteBuffer out, int step) {
    while (out.position() % step != 0) {
      out.put((byte) 0);
    }
  }

  /** Where the part of the file ends that the program loads. */
  private int loadedEnd() {
    int segments = Math.toIntExact(file.getLong(32));
    int count = Short.toUnsignedInt(file.getShort(56));
    long end = segments + (long) count * SEGMENT_HEADER;
    for (int i = 0; i < count; i++) {
      int header = segments + i * SEGMENT_HEADER;
      end = Math.max(end, Math.addExact(file.getLong(header + 8), file.getLong(header + 32)));
    }
    return Math.toIntExact(end);
  }

  private int index(String name) {
    for (int i = 1; i < sections.size(); i++) {
      if (name(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private String name(int section) {
    int start = offset(names) + sections.get(section).getInt(0);
    int end = start;
    while (file.get(end) != 0) {
      end++;
    }
    return new String(file.array(), start, end - start, StandardCharsets.US_ASCII);
  }

  private int link(int section) {
    return sections.get(section).getInt(40);
  }

  private int offset(int section) {
    return Math.toIntExact(sections.get(section).getLong(24));
  }
}
