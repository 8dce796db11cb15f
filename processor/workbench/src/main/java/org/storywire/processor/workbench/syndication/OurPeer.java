package org.storywire.processor.workbench.syndication;

import java.util.List;
import java.util.Map;
import org.storywire.processor.syndication.Correction;
import org.storywire.processor.syndication.Fingerprint;
import org.storywire.processor.syndication.Fingerprinter;
import org.storywire.processor.syndication.Judgement;
import org.storywire.processor.syndication.SyndicationConfig;
import org.storywire.processor.syndication.Syndicator;
import org.storywire.processor.text.Document;

/** Ours, both stages, with the bytes that cross between them. */
final class OurPeer implements Peer {

  private final SyndicationConfig config = SyndicationConfig.defaults();
  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final Syndicator syndicator = new Syndicator(config, new PairsCommand.Forgetful());
  private final Map<String, String> corrected;

  /** Writes corrected groups of earlier articles into {@code corrected}. */
  OurPeer(Map<String, String> corrected) {
    this.corrected = corrected;
  }

  @Override
  public String name() {
    return "storywire";
  }

  @Override
  public String group(Document document) {
    byte[] crossing = fingerprinter.of(document, List.of(), false).toBytes();
    Judgement judgement =
        syndicator.judge(Fingerprint.fromBytes(crossing), document.body().string());
    for (Correction correction : judgement.corrections()) {
      corrected.put(correction.articleId(), correction.originId());
    }
    return judgement.verdict().originId();
  }

  @Override
  public long bytes() {
    return syndicator.bytesHeld();
  }

  @Override
  public int held() {
    return syndicator.held();
  }
}
