package org.storywire.processor.story.features;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Small closed word classes that give a word its part: written for this project. */
public final class StoryLexicon {

  /** Last words of street names. */
  static final IntSet STREET_ENDINGS =
      set(
          "street st avenue ave av road rd boulevard blvd drive dr lane ln court ct way place pl"
              + " parkway pkwy highway hwy circle cir terrace ter trail pike route interstate"
              + " expressway freeway turnpike square alley");

  /** First words of street names where the name follows. */
  static final IntSet STREET_BEGINNINGS =
      set("calle avenida rue boulevard carrer via plaza paseo route highway interstate");

  /** Points of the compass, which street names carry or drop at will. */
  static final IntSet DIRECTIONS =
      set("north south east west n s e w ne nw se sw northeast northwest southeast southwest");

  /** StoryWords that make "… Court" an institution. */
  static final IntSet COURTS =
      set("superior district supreme circuit county high appeal municipal criminal magistrate");

  /** StoryWords after which a name is a place. */
  static final IntSet BEFORE_PLACES = set("in near outside en à au aux dans em nach bei");

  /** Titles and offices before a person's name. */
  static final IntSet TITLES =
      set(
          "mr mrs ms miss dr prof professor sgt sergeant officer detective det lt lieutenant capt"
              + " captain chief sheriff deputy judge justice president vice sen senator rep gov"
              + " governor mayor minister prime secretary attorney general gen col colonel maj"
              + " major rev father pastor king queen prince princess pope sir lord lady chancellor"
              + " ambassador spokesman spokeswoman director chairman ceo coach cpl trooper"
              + " commissioner coroner prosecutor sra sr señor señora presidente ministro don doña"
              + " monsieur madame herr frau former acting undersheriff superintendent");

  /** StoryWords that tell that a capitalised name is no person's. */
  static final IntSet NOT_PEOPLE =
      set(
          "police department dept county state university school hospital court office college city"
              + " center centre association company inc corp league party house senate church bank"
              + " news time post press hall park high national united airport district club bureau"
              + " agency committee council commission ministry union group street avenue road"
              + " boulevard drive lane world north south east west new san los las saint medical"
              + " regional federal international american british french german european day night"
              + " year eve river lake island beach mountain valley bridge building tower stadium"
              + " facebook twitter instagram magazine daily tribune journal herald gazette oval"
              + " white force army navy air guard marine supreme star war act law street special"
              + " foundation institute museum society service security health education energy oil"
              + " gas solar wind power line airline cup championship festival award prize series");

  /** First words of sentences that lean on the one before. */
  public static final IntSet LEANING =
      set(
          "i we you my our me us your he she it they his her its their this that these those but"
              + " and so such also however meanwhile then there here both others yo nosotros él"
              + " ella ellos ellas su sus esto eso este esta pero además je j'ai nous vous il elle"
              + " ils elles son sa ses leur leurs cela ce cette mais ich wir er sie es ihr ihre"
              + " sein seine dies diese dieser aber und auch dabei dort damit");

  /** Number words and the digits they stand for. */
  public static final Int2IntOpenHashMap NUMBERS = new Int2IntOpenHashMap();

  /** Countries in four languages, and states of the USA. */
  static final IntSet COUNTRIES = set(countries());

  static {
    String[][] numbers = {
      {"two", "dos", "deux", "zwei"},
      {"three", "tres", "trois", "drei"},
      {"four", "cuatro", "quatre", "vier"},
      {"five", "cinco", "cinq", "fünf"},
      {"six", "seis", "sechs"},
      {"seven", "siete", "sept", "sieben"},
      {"eight", "ocho", "huit", "acht"},
      {"nine", "nueve", "neuf", "neun"},
      {"ten", "diez", "dix", "zehn"},
      {"eleven", "once", "onze", "elf"},
      {"twelve", "doce", "douze", "zwölf"}
    };
    for (int i = 0; i < numbers.length; i++) {
      for (String word : numbers[i]) {
        // "once" is an English function word and "six" reads alike in two languages: either is rare
        // enough beside what it counts.
        NUMBERS.put(StoryWords.key(word), i + 2);
      }
    }
    NUMBERS.remove(StoryWords.key("once"));
  }

  /** StoryWords that a rule looks for at every place of a text: most words are none of them. */
  static final KeyFilter SOUGHT = new KeyFilter();

  static {
    STREET_ENDINGS.forEach(SOUGHT::add);
    STREET_BEGINNINGS.forEach(SOUGHT::add);
    NUMBERS.keySet().forEach(SOUGHT::add);
    DateMentions.DATE_WORDS.keySet().forEach(SOUGHT::add);
  }

  private StoryLexicon() {}

  private static String countries() {
    try (InputStream stream = StoryLexicon.class.getResourceAsStream("countries.txt")) {
      if (stream == null) {
        throw new IllegalStateException("resource countries.txt must be on the class path");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining(" "));
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read countries.txt", e);
    }
  }

  private static IntSet set(String words) {
    IntOpenHashSet set = new IntOpenHashSet();
    for (String word : words.split(" ")) {
      set.add(StoryWords.key(word));
    }
    return set;
  }
}
