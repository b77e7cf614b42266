package dev.taxon.examples;

import dev.taxon.examples.office.BankStatement;
import dev.taxon.examples.office.CateringContract;
import dev.taxon.examples.office.CurriculumVitae;
import dev.taxon.examples.office.DeliveryNoteScan;
import dev.taxon.examples.office.LeaveForm;
import dev.taxon.examples.office.Letter;
import dev.taxon.examples.office.Mail;
import dev.taxon.examples.office.Minutes;
import dev.taxon.examples.office.PrintInvoice;
import dev.taxon.examples.office.Rechnung;
import dev.taxon.examples.office.Recipe;
import dev.taxon.examples.office.SalesReport;
import dev.taxon.examples.office.TillReceipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes every example document into a folder: {@code OUT_FOLDER}. */
public final class Generate {
  private Generate() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: OUT_FOLDER");
      System.exit(2);
    }
    into(Path.of(arguments[0]));
  }

  /** Writes the documents into the folder, which is made where there is none. */
  static void into(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var document : documents().entrySet()) {
      Files.write(folder.resolve(document.getKey()), document.getValue());
    }
  }

  /** The bytes of each document by its file name. */
  static Map<String, byte[]> documents() {
    var documents = new TreeMap<String, byte[]>();
    documents.put("bank-statement-march.pdf", BankStatement.pdf());
    documents.put("contract-catering.docx", CateringContract.docx());
    documents.put("cv-nora-lindqvist.pdf", CurriculumVitae.pdf());
    documents.put("delivery-note-scan.pdf", DeliveryNoteScan.pdf());
    documents.put("invoice-2026-0417.pdf", PrintInvoice.pdf());
    documents.put("leave-request.pdf", LeaveForm.pdf());
    documents.put("letter-roof-repair.pdf", Letter.pdf());
    documents.put("mail-room-change.eml", Mail.eml());
    documents.put("minutes-2026-03-12.txt", Minutes.txt());
    documents.put("rechnung-2026-118.pdf", Rechnung.pdf());
    documents.put("receipt-2026-03-14.png", TillReceipt.png());
    documents.put("sales-report-q1.html", SalesReport.html());
    documents.put("sunday-soup.txt", Recipe.txt());
    return documents;
  }
}
