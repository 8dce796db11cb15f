package org.storywire.processor.text;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.Map;

/** Function words that carry no topic, for the languages we read; none for other languages. */
public final class StopWords {

  private static final Map<String, LongSet> BY_LANGUAGE =
      Map.of(
          "en",
          hashes(
              """
              a about above after again against all also am an and any are aren't as at be because
              been before being below between both but by can can't cannot could couldn't did didn't
              do does doesn't doing don't down during each even ever every few for from further had
              has have having he he's her here hers herself him himself his how i i'm if in into is
              isn't it it's its itself just less let like made many may me might more most much must
              my myself no nor not now of off on once one only or other our ours out over own per
              said same say says she she's should since so some still such than that that's the
              their theirs them then there these they they're this those through to too two under
              until up upon us very was wasn't we were weren't what when where which while who whom
              whose why will with within without won't would you your yours
              """),
          "es",
          hashes(
              """
              a al algo ante antes aunque cada como con contra cual cuando de del desde donde dos e
              el ella ellas ellos en entre era eran es esa ese eso esta estaba estado están estar
              este esto ha habia había han hasta hay la las le les lo los mas más me mientras muy ni
              no nos o otra otro otros para pero poco por porque que qué quien se según ser si sí
              sido sin sobre son su sus también tan tanto te tiene tienen todo todos tras tu un una
              uno unos y ya yo
              """),
          "fr",
          hashes(
              """
              à ai ainsi alors après au aucun aussi autre aux avait avant avec avoir c'est car ce
              cela ces cet cette ceux chez comme comment contre d'un d'une dans de depuis des deux
              dit dont du elle elles en encore entre est et étaient était été être eu fait faut il
              ils je jusqu l'on la le les leur leurs lors lui mais même moins n'a n'est ne ni non
              nos notre nous on ont ou où par parce pas peu peut plus pour pourquoi qu'il qu'elle
              qu'une quand que quel quelle qui s'est sa sans se selon ses si son sont sous sur ta
              tous tout toute très tu un une vers vos votre vous y
              """),
          "de",
          hashes(
              """
              ab aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist
              da damit dann das dass dem den denn der des die dies diese diesem diesen dieser doch
              dort du durch ein eine einem einen einer eines er es etwas euch für gegen hat hatte
              hatten hier hin hinter ich ihm ihn ihnen ihr ihre im in ins ist ja jede jeder jetzt
              kann kein keine können man mehr mein mit nach nicht nichts noch nun nur ob oder ohne
              sagte schon sehr sein seine seit sich sie sind so soll sondern über um und uns unter
              vom von vor war waren was weil wenn wer werden wie wieder will wir wird wo wurde
              wurden zu zum zur zwei zwischen
              """));

  private StopWords() {}

  /** Hashes of the language's function words, as {@link Tokens#hash(int)} gives them. */
  public static LongSet of(String language) {
    return BY_LANGUAGE.getOrDefault(language, LongSet.of());
  }

  private static LongSet hashes(String words) {
    LongOpenHashSet set = new LongOpenHashSet();
    for (String word : words.strip().split("\\s+")) {
      set.add(Hashing.hash64(word));
    }
    return set;
  }
}
