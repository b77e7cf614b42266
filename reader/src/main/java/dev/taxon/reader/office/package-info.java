/**
 * Reads office documents with Tika and POI: text documents, tables and slides of both Microsoft
 * generations and of OpenDocument, RTF, Outlook messages and EPUB books. Uses the attempt, the
 * pages and the text formats beside it. No type of Tika or POI leaves this package.
 */
@NullMarked
package dev.taxon.reader.office;

import org.jspecify.annotations.NullMarked;
