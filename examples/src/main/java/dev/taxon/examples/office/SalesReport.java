package dev.taxon.examples.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;

/** A quarterly report, as an office program saves a page for the web. */
public final class SalesReport {
  /** The sales of a region in this quarter and the same quarter a year before, thousand pounds. */
  private record Region(String name, int now, int before) {
    String row() {
      return String.format(
          Locale.ROOT,
          "<tr><td>%s</td><td class=\"n\">%d</td><td class=\"n\">%d</td>"
              + "<td class=\"n\">%+.1f&nbsp;%%</td></tr>",
          name,
          now,
          before,
          100.0 * (now - before) / before);
    }
  }

  private static final List<Region> REGIONS =
      List.of(
          new Region("North of England", 412, 371),
          new Region("Midlands", 268, 281),
          new Region("Scotland", 197, 160),
          new Region("Scandinavia", 143, 118),
          new Region("Benelux", 96, 104));

  private SalesReport() {}

  public static byte[] html() {
    var rows = new StringBuilder();
    REGIONS.forEach(region -> rows.append("  ").append(region.row()).append('\n'));
    var all =
        new Region(
            "Total",
            REGIONS.stream().mapToInt(Region::now).sum(),
            REGIONS.stream().mapToInt(Region::before).sum());
    rows.append("  ").append(all.row().replace("<tr>", "<tr class=\"sum\">"));
    return PAGE.replace("ROWS", rows).getBytes(UTF_8);
  }

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Sales report, first quarter of 2026</title>
      <style>
        body { font: 11pt/1.5 Georgia, serif; max-width: 44em; margin: 3em auto; color: #222; }
        h1 { border-bottom: 3px solid #1d5b79; padding-bottom: .2em; }
        h2 { color: #1d5b79; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border-bottom: 1px solid #bbb; padding: .35em .6em; text-align: left; }
        .n { text-align: right; }
        .sum td { border-top: 2px solid #222; font-weight: bold; }
        footer { margin-top: 3em; font-size: 9pt; color: #666; }
      </style>
      </head>
      <body>
      <h1>Sales report, first quarter of 2026</h1>
      <p>Ashdown Engineering, Sales and Marketing. Prepared by Beatrice Holloway, 8 April 2026,
      for the board.</p>

      <h2>Summary</h2>
      <p>Sales in the first quarter grew by 7.9 % over the same quarter of the previous year. The
      growth comes from Scotland and Scandinavia, where the new dairy pumps sell well. The Midlands
      and Benelux fell short of the plan. This report analyses the figures by region, looks at the
      causes, and gives recommendations for the second quarter.</p>

      <h2>Results by region</h2>
      <table>
        <tr><th>Region</th><th class="n">Q1 2026 (£ thousand)</th><th class="n">Q1 2025 (£ thousand)</th><th class="n">Change</th></tr>
      ROWS
      </table>

      <h2>Analysis</h2>
      <p>Three findings stand out. First, the average size of an order rose while the number of
      orders stayed flat. Second, customers who had a demonstration at their site ordered twice as
      often as those who had none. Third, the share of spare parts fell from 24 to 21 per cent,
      mostly because two customers in the Midlands closed older plants.</p>
      <p>The method is the one of the last reports: orders are counted in the quarter in which they
      are confirmed, currencies are converted at the average rate of the quarter.</p>

      <h2>Outlook and recommendations</h2>
      <ul>
        <li>Keep two demonstration pumps in Scandinavia for the whole of the second quarter.</li>
        <li>Offer service visits in the Midlands before the summer.</li>
        <li>Revise the forecast for Benelux downwards by 5 per cent.</li>
      </ul>
      <p>We expect sales between £ 1.15 and 1.22 million in the second quarter.</p>

      <footer>Ashdown Engineering Ltd, internal. Appendix with monthly figures on request:
      b.holloway@ashdown.example.com</footer>
      </body>
      </html>
      """;
}
