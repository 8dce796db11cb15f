package org.storywire.processor.workbench.syndication;

import org.storywire.processor.text.Document;

/** A method that finds copies in one pass. */
interface Peer {

  String name();

  /** Group of an arriving article: an earlier article's, or its own id. */
  String group(Document document);

  /** Memory of what is held [bytes]. */
  long bytes();

  int held();
}
