package org.storywire.processor.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Repairs text whose bytes were read in the wrong encoding, as far as that can be told for sure:
 * UTF-8 read as Windows-1252 or Windows-1251, once or several times, and Cyrillic or Greek code
 * pages read as Windows-1252. The approach is ftfy's (Speer 2019): a run of characters is taken for
 * bytes only if these are well-formed UTF-8, which text that was read rightly almost never is.
 */
public final class Mojibake {

  /** Deeper nesting has not been seen. */
  private static final int MAX_ROUNDS = 3;

  /** Share of letters between À and ÿ that no language written in Latin letters reaches. */
  private static final double FOREIGN_SHARE = 0.6;

  private static final int FEWEST_LETTERS = 12;

  /** Share of lost letters from which on a text cannot be read any more. */
  private static final double LOST_SHARE = 0.2;

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  /** Code pages that are read as Western ones, each with its language's commonest letters. */
  private static final List<CodePage> CODE_PAGES =
      List.of(
          new CodePage(CYRILLIC, "оеаинтсрвлк"),
          new CodePage(Charset.forName("KOI8-R"), "оеаинтсрвлк"),
          new CodePage(Charset.forName("windows-1253"), "αοιετσνηυρ"));

  private static final int[] WESTERN_BYTES = bytes(WESTERN);
  private static final int[] CYRILLIC_BYTES = bytes(CYRILLIC);

  private record CodePage(Charset charset, String common) {}

  private Mojibake() {}

  /** The text as it was meant; the text itself where nothing is wrong, or nothing is sure. */
  public static String repaired(String text) {
    String current = text;
    for (int round = 0; round < MAX_ROUNDS && hasRun(current); round++) {
      String next = runs(runs(current, WESTERN_BYTES), CYRILLIC_BYTES);
      if (next.equals(current)) {
        break;
      }
      current = next;
    }
    return codePage(current);
  }

  /** Share of letters that were lost for good when bytes were read (U+FFFD) [0..1]. */
  public static boolean isLost(String text) {
    int lost = 0;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lost += c == '\ufffd' ? 1 : 0;
      letters += Character.isLetter(c) ? 1 : 0;
    }
    return lost > 0 && lost >= LOST_SHARE * (lost + letters);
  }

  /** Whether two neighbours may stand for bytes above 127; one alone is not UTF-8. */
  private static boolean hasRun(String text) {
    boolean before = false;
    for (int i = 0; i < text.length(); i++) {
      boolean high = text.charAt(i) >= 128;
      if (high && before) {
        return true;
      }
      before = high;
    }
    return false;
  }

  /** Reads each run of characters that stand for bytes above 127 as UTF-8, where it is. */
  private static String runs(String text, int[] table) {
    StringBuilder out = null;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && octet(text.charAt(end), table) >= 128) {
        end++;
      }
      if (end == at) {
        if (out != null) {
          out.append(text.charAt(at));
        }
        at++;
        continue;
      }
      String decoded = end - at < 2 ? null : decoded(text, at, end, table);
      if (decoded != null && out == null) {
        out = new StringBuilder(text.length()).append(text, 0, at);
      }
      if (out != null) {
        out.append(decoded == null ? text.substring(at, end) : decoded);
      }
      at = end;
    }
    return out == null ? text : out.toString();
  }

  /** Characters of well-formed UTF-8; null if it is not. A quotation mark may have lost its end. */
  private static String decoded(String text, int from, int to, int[] table) {
    ByteBuffer bytes = ByteBuffer.allocate(to - from + 1);
    for (int i = from; i < to; i++) {
      bytes.put((byte) octet(text.charAt(i), table));
    }
    boolean cut = text.startsWith("\u00e2\u20ac", to - 2) && to - from >= 2;
    if (cut && table == WESTERN_BYTES) {
      bytes.put((byte) 0x9d);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(bytes.flip())
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static int octet(char c, int[] table) {
    if (c >= 0x80 && c <= 0xa0) {
      return c; // bytes that the code page leaves open, and the blank
    }
    return c < table.length ? table[c] : -1;
  }

  /** For each character of a code page's upper half its byte; -1 for others. */
  private static int[] bytes(Charset charset) {
    int[] table = new int[0x2200];
    Arrays.fill(table, -1);
    for (int b = 128; b < 256; b++) {
      String decoded = new String(new byte[] {(byte) b}, charset);
      if (decoded.length() == 1 && decoded.charAt(0) != '\ufffd') {
        table[decoded.charAt(0)] = b;
      }
    }
    return table;
  }

  private static String codePage(String text) {
    int foreign = 0;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      foreign += c >= '\u00c0' && c <= '\u00ff' ? 1 : 0;
    }
    if (foreign < FOREIGN_SHARE * FEWEST_LETTERS) {
      return text;
    }
    for (int i = 0; i < text.length(); i++) {
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    if (letters < FEWEST_LETTERS || foreign < FOREIGN_SHARE * letters) {
      return text;
    }
    String best = text;
    double most = 0.3;
    for (CodePage page : CODE_PAGES) {
      String read = reread(text, page.charset());
      double share = share(read, page.common());
      if (share > most) {
        most = share;
        best = read;
      }
    }
    return best;
  }

  private static String reread(String text, Charset charset) {
    StringBuilder out = new StringBuilder(text.length());
    byte[] one = new byte[1];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int octet = octet(c, WESTERN_BYTES);
      if (octet < 128) {
        out.append(c);
      } else {
        one[0] = (byte) octet;
        out.append(new String(one, charset));
      }
    }
    return out.toString();
  }

  private static double share(String text, String common) {
    int letters = 0;
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      found += common.indexOf(c) >= 0 ? 1 : 0;
    }
    return letters == 0 ? 0 : (double) found / letters;
  }
}
