package org.storywire.processor.workbench.syndication;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.ml.feature.HashingTF;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.feature.MinHashLSHModel;
import org.apache.spark.ml.feature.NGram;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.RDDInfo;
import org.apache.spark.storage.StorageLevel;
import org.storywire.processor.syndication.SyndicationConfig;
import org.storywire.processor.text.Tokens;
import org.storywire.processor.workbench.Corpus;

/**
 * Runs {@code lab copies peers}, then Spark MLlib's MinHashLSH over the same articles, as its guide
 * shows it: 5-token n-grams, hashed term presence, approximate similarity join. A batch method: it
 * sees all articles at once. Time is CPU of the whole process from tokens to pairs.
 */
public final class SparkPeer {

  private static final int TABLES = 8;
  private static final int FEATURES = 1 << 20;
  private static final double[] JACCARD = {0.5, 0.8};

  private final PeersCommand peers;
  private final SparkSession spark;

  private SparkPeer(PeersCommand peers, SparkSession spark) {
    this.peers = peers;
    this.spark = spark;
  }

  /** Takes the arguments of {@code lab copies peers}. */
  public static void main(String[] args) throws Exception {
    PeersCommand peers = new PeersCommand();
    int exit = new picocli.CommandLine(peers).execute(args);
    if (exit != 0) {
      System.exit(exit);
    }
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("storywire-peer")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 8)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate();
    try {
      new SparkPeer(peers, spark).run();
    } finally {
      spark.stop();
    }
  }

  private void run() {
    List<Corpus.Line> lines = Corpus.readByTime(peers.files());
    measure(lines.subList(0, Math.min(1_000, lines.size())), JACCARD[0], false);
    for (double jaccard : JACCARD) {
      measure(lines, jaccard, true);
    }
  }

  private void measure(List<Corpus.Line> lines, double jaccard, boolean print) {
    List<Row> rows = new ArrayList<>();
    for (Corpus.Line line : lines) {
      Tokens tokens = line.document("en").body().tokens();
      String[] words = new String[tokens.size()];
      for (int i = 0; i < words.length; i++) {
        words[i] = tokens.normal(i);
      }
      rows.add(RowFactory.create(line.id(), line.published().toEpochMilli(), words));
    }
    StructType schema =
        new StructType()
            .add("id", DataTypes.StringType)
            .add("at", DataTypes.LongType)
            .add("words", DataTypes.createArrayType(DataTypes.StringType));
    Dataset<Row> articles = spark.createDataFrame(rows, schema).repartition(8).cache();
    articles.count();
    long before = bytesStored();
    long started = System.nanoTime();
    long cpu = processCpu();
    Dataset<Row> shingles =
        new NGram().setN(5).setInputCol("words").setOutputCol("shingles").transform(articles);
    Dataset<Row> features =
        new HashingTF()
            .setNumFeatures(FEATURES)
            .setBinary(true)
            .setInputCol("shingles")
            .setOutputCol("features")
            .transform(shingles)
            .select("id", "at", "features");
    UDF1<Vector, Boolean> filled = vector -> vector.numNonzeros() > 0;
    features =
        features.filter(
            functions.udf(filled, DataTypes.BooleanType).apply(functions.col("features")));
    MinHashLSHModel model =
        new MinHashLSH()
            .setNumHashTables(TABLES)
            .setSeed(42)
            .setInputCol("features")
            .setOutputCol("hashes")
            .fit(features);
    Dataset<Row> hashed = model.transform(features).persist(StorageLevel.MEMORY_ONLY());
    long window = SyndicationConfig.defaults().window().toMillis();
    List<Row> pairs =
        model
            .approxSimilarityJoin(hashed, hashed, 1 - jaccard, "distance")
            .filter("datasetA.id < datasetB.id")
            .filter("abs(datasetA.at - datasetB.at) <= " + window)
            .selectExpr("datasetA.id", "datasetB.id")
            .collectAsList();
    double cpuSeconds = (processCpu() - cpu) / 1e9;
    double seconds = (System.nanoTime() - started) / 1e9;
    long bytes = bytesStored() - before;
    hashed.unpersist(true);
    articles.unpersist(true);
    if (print) {
      double[] score = peers.score(groups(lines, pairs));
      System.out.printf(
          Locale.ROOT,
          "Spark MLlib MinHashLSH, %d tables, Jaccard %.1f\t%.3f\t%.3f\t%.3f\t%.0f\t%.1f\t%d"
              + "\t%.1f s elapsed on two threads%n",
          TABLES,
          jaccard,
          score[0],
          score[1],
          score[2],
          lines.size() / cpuSeconds,
          cpuSeconds * 1e6 / lines.size(),
          bytes / lines.size(),
          seconds);
    }
  }

  private long bytesStored() {
    long bytes = 0;
    for (RDDInfo info : spark.sparkContext().getRDDStorageInfo()) {
      bytes += info.memSize();
    }
    return bytes;
  }

  private static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Articles joined by pairs, through any number of steps. */
  private static Map<String, String> groups(List<Corpus.Line> lines, List<Row> pairs) {
    Map<String, String> parent = new HashMap<>();
    lines.forEach(line -> parent.put(line.id(), line.id()));
    for (Row pair : pairs) {
      parent.put(root(parent, pair.getString(1)), root(parent, pair.getString(0)));
    }
    Map<String, String> groups = new HashMap<>();
    lines.forEach(line -> groups.put(line.id(), root(parent, line.id())));
    return groups;
  }

  private static String root(Map<String, String> parent, String id) {
    String at = id;
    while (!parent.get(at).equals(at)) {
      at = parent.get(at);
    }
    return at;
  }
}
