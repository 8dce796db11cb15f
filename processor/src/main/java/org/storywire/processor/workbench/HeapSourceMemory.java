package org.storywire.processor.workbench;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.storywire.processor.article.Known;
import org.storywire.processor.article.LineTable;
import org.storywire.processor.article.SourceMemory;

/** Memory as a state store keeps it, bytes by key, on the heap. */
final class HeapSourceMemory implements SourceMemory {
  final Map<String, byte[]> lines = new HashMap<>();
  final Map<String, byte[]> known = new HashMap<>();

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
  public Optional<Known> known(String articleId) {
    return Optional.ofNullable(known.get(articleId)).map(Known::fromBytes);
  }

  @Override
  public void remember(String articleId, Known value) {
    known.put(articleId, value.toBytes());
  }
}
