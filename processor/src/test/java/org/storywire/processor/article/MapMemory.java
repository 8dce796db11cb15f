package org.storywire.processor.article;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Memory in maps of bytes, as a state store keeps it. */
final class MapMemory implements SourceMemory {

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
