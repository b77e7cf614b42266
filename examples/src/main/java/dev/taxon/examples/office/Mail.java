package dev.taxon.examples.office;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A message among colleagues, as a mail program saves it: plain and HTML, quoted-printable. */
public final class Mail {
  private Mail() {}

  public static byte[] eml() {
    return TEXT.replace("\n", "\r\n").getBytes(UTF_8);
  }

  private static final String TEXT =
      """
      Return-Path: <hannah.price@ashdown.example.com>
      Received: from mail.ashdown.example.com (mail.ashdown.example.com [192.0.2.25])
        by mx.ashdown.example.com with ESMTPS id 4F1C22A0
        for <assembly@ashdown.example.com>; Tue, 10 Mar 2026 08:41:07 +0000
      Date: Tue, 10 Mar 2026 08:41:05 +0000
      From: Hannah Price <hannah.price@ashdown.example.com>
      To: Assembly team <assembly@ashdown.example.com>
      Cc: Nora Lindqvist <nora.lindqvist@ashdown.example.com>
      Reply-To: Hannah Price <hannah.price@ashdown.example.com>
      Subject: Thursday: we move to the Foundry room
      Message-ID: <20260310084105.1187@ashdown.example.com>
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary="=_part_7d1"

      --=_part_7d1
      Content-Type: text/plain; charset=UTF-8
      Content-Transfer-Encoding: quoted-printable

      Hi all,

      the projector in the Mill room has given up, so on Thursday we move to the =
      Foundry room on the first floor. Same time, 14:00, and there will be cake =E2=80=93 =
      it is Michael=E2=80=99s last day before his holiday.

      Nora, could you bring the pump from the test bench along? A short reply by =
      tomorrow noon is enough.

      Best,
      Hannah

      --=20
      Hannah Price
      Assembly, Ashdown Engineering
      0113 496 0261 | hannah.price@ashdown.example.com
      This e-mail may be confidential. If it reached you by mistake, please tell =
      the sender and delete it.

      > On Mon, 9 Mar 2026 at 16:20, Nora Lindqvist wrote:
      > Is the Mill room still free on Thursday? I would like to show you all =
      the new housing before it goes to the foundry.
      > Nora

      --=_part_7d1
      Content-Type: text/html; charset=UTF-8
      Content-Transfer-Encoding: quoted-printable

      <html><body style=3D"font-family:sans-serif"><p>Hi all,</p>
      <p>the projector in the Mill room has given up, so on Thursday we move to the =
      <b>Foundry room</b> on the first floor. Same time, 14:00, and there will be =
      cake =E2=80=93 it is Michael=E2=80=99s last day before his holiday.</p>
      <p>Nora, could you bring the pump from the test bench along? A short reply by =
      tomorrow noon is enough.</p>
      <p>Best,<br>Hannah</p>
      <p style=3D"color:#666">Hannah Price<br>Assembly, Ashdown Engineering<br>
      0113 496 0261 | hannah.price@ashdown.example.com<br>
      This e-mail may be confidential. If it reached you by mistake, please tell =
      the sender and delete it.</p>
      <blockquote>On Mon, 9 Mar 2026 at 16:20, Nora Lindqvist wrote:<br>
      Is the Mill room still free on Thursday? I would like to show you all the new =
      housing before it goes to the foundry.<br>Nora</blockquote>
      </body></html>

      --=_part_7d1--
      """;
}
