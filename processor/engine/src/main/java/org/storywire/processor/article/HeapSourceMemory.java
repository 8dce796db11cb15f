package org.storywire.processor.article;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Memory as a state store keeps it, bytes by key, but on the heap: for tests and measurements. */
public final class HeapSourceMemory implements SourceMemory {

  final Map<String, byte[]> lines = new HashMap<>();
  final Map<String, byte[]> known = new HashMap<>();

  /** Memory that knows nothing. */
  public HeapSourceMemory() {}

  /** Stored line tables, one a source. */
  public Collection<byte[]> lineTables() {
    return Collections.unmodifiableCollection(lines.values());
  }

  /** What is stored of each article. */
  public Collection<byte[]> knownArticles() {
    return Collections.unmodifiableCollection(known.values());
  }

  @Override
  public LineTable lines(String source) {
    byte[] bytes = lines.get(source);
    return bytes == null ? LineTable.EMPTY : LineTable.fromBytes(bytes);
  }

  @Override
  public void save(String source, LineTable table) {
    lines.put(source, table.toBytes());
  }

  @Override
  public Optional<KnownVersion> known(String articleId) {
    return Optional.ofNullable(known.get(articleId)).map(KnownVersion::fromBytes);
  }

  @Override
  public void remember(String articleId, KnownVersion value) {
    known.put(articleId, value.toBytes());
  }
}
