package org.storywire.docker.replay;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.storywire.docker.pipeline.ResultListener;
import org.storywire.news.Article;

/**
 * Every article as the topic carried it, body and all, in one Avro container file: what {@code
 * explain} reads after the broker is gone.
 */
public final class ArticleArchive implements ResultListener, AutoCloseable {

  /** Name of the file in a replay's directory. */
  public static final String FILE = "articles.avro";

  private final DataFileWriter<Article> writer;

  /** Opens the archive; one that is there is replaced. */
  public ArticleArchive(Path directory) {
    File file = directory.resolve(FILE).toFile();
    writer = new DataFileWriter<>(new SpecificDatumWriter<>(Article.getClassSchema()));
    try {
      writer.setCodec(CodecFactory.deflateCodec(1)).create(Article.getClassSchema(), file);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to write " + file, e);
    }
  }

  @Override
  public void article(Article article) {
    try {
      writer.append(article);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to archive article " + article.getArticleId(), e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("unable to finish " + FILE, e);
    }
  }
}
