package org.storywire.processor.affair;

/** Where affairs are written down; what was put and not deleted is what a restart needs. */
public interface AffairMemory {

  /** Keeps an affair, or replaces what was kept under its id. */
  void putAffair(String affairId, byte[] value);

  /** Forgets an affair. */
  void deleteAffair(String affairId);
}
