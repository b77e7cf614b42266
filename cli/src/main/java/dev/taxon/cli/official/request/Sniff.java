package dev.taxon.cli.official.request;

import java.nio.charset.StandardCharsets;

/** Whether bytes look like text, by their first 512, after the WHATWG's MIME sniffing standard. */
final class Sniff {
  private static final int LOOKED_AT = 512;

  /** How well-known binary formats begin; {@code .} stands for any byte. */
  private static final String[] BINARY = {
    "%PDF-",
    "%!PS-Adobe-",
    "GIF87a",
    "GIF89a",
    "BM",
    "\u0000\u0000\u0001\u0000",
    "\u0000\u0000\u0002\u0000",
    "\u0089PNG\r\n\u001a\n",
    "\u00ff\u00d8\u00ff",
    "RIFF....WEBPVP",
    "RIFF....WAVE",
    "RIFF....AVI ",
    "FORM....AIFF",
    ".snd",
    "MThd\u0000\u0000\u0000\u0006",
    "OggS\u0000",
    "ID3",
    "\u001aE\u00df\u00a3",
    "\u0000asm",
    "Rar!\u001a\u0007",
    "PK\u0003\u0004",
    "\u001f\u008b\u0008",
    "wOFF",
    "wOF2",
    "OTTO",
    "ttcf",
    "\u0000\u0001\u0000\u0000",
    "....ftyp"
  };

  private Sniff() {}

  static boolean isText(byte[] bytes) {
    int length = Math.min(LOOKED_AT, bytes.length);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    for (String start : BINARY) {
      if (startsWith(head, start)) {
        return false;
      }
    }
    if (head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe")) {
      return true;
    }
    for (int i = 0; i < length; i++) {
      int c = bytes[i] & 0xff;
      if (c <= 0x08 || c == 0x0b || (c >= 0x0e && c <= 0x1a) || (c >= 0x1c && c <= 0x1f)) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(String head, String start) {
    if (head.length() < start.length()) {
      return false;
    }
    boolean anyByte = start.contains("....");
    for (int i = 0; i < start.length(); i++) {
      char wanted = start.charAt(i);
      if (wanted != head.charAt(i) && !(anyByte && wanted == '.')) {
        return false;
      }
    }
    return true;
  }
}
