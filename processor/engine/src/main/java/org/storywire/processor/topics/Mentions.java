package org.storywire.processor.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.storywire.processor.text.Hashing;

/** Gathers the names of one article, joins those of one bearer and tells their kinds. */
final class Mentions {

  private static final int LONGEST_ACRONYM = 4;
  private static final Pattern SEPARATORS = Pattern.compile("[ -]");
  private static final Set<String> GENERATIONS = Set.of("jr", "sr", "ii", "iii");

  private static final class Mention {
    final String name;
    final String key;
    final String[] words;
    final boolean isTeam;
    final boolean mayBePerson;
    int count;
    int sure;
    boolean afterTitle;
    boolean onlyOpening = true;

    Mention(String name, String key, Gazetteer gazetteer) {
      this.name = name;
      this.key = key;
      this.words = key.split(" ");
      this.isTeam = isTeam(gazetteer);
      this.mayBePerson = !isTeam && mayBePerson(gazetteer);
    }

    String last() {
      boolean generation = words.length > 2 && GENERATIONS.contains(words[words.length - 1]);
      return words[words.length - (generation ? 2 : 1)];
    }

    /** "Detroit Tigers": a place and a plural. */
    private boolean isTeam(Gazetteer gazetteer) {
      return words.length > 1
          && last().endsWith("s")
          && !gazetteer.isGivenName(words[0])
          && gazetteer.place(key).isEmpty()
          && gazetteer.place(key.substring(0, key.lastIndexOf(' '))).isPresent();
    }

    private boolean mayBePerson(Gazetteer gazetteer) {
      if (gazetteer.opensNames(words[0]) && !gazetteer.isGivenName(words[0])) {
        return false;
      }
      for (String word : words) {
        if (gazetteer.tellsOrganisation(word) || gazetteer.tellsPlace(word) || word.equals("of")) {
          return false;
        }
      }
      boolean fullName = words.length == 2 && gazetteer.isGivenName(words[0]);
      return gazetteer.place(key).isEmpty()
          && words.length <= 4
          && (fullName || !gazetteer.tellsThing(last()))
          && !holdsAcronym(name);
    }

    /** Two words of which the first may only open a sentence ("Mocking Lee"). */
    boolean mayBeOpened() {
      return onlyOpening && words.length == 2;
    }

    void take(Mention other) {
      count += other.count;
      sure += other.sure;
      afterTitle |= other.afterTitle;
    }
  }

  private final Gazetteer gazetteer;
  private final CommonWords common;
  private final Map<String, Mention> byKey = new LinkedHashMap<>();

  Mentions(Gazetteer gazetteer, CommonWords common) {
    this.gazetteer = gazetteer;
    this.common = common;
  }

  /**
   * Notes one mention.
   *
   * @param before the word before the name, which may be a title
   * @param doubtful whether the capital may be owed to something else than a name
   * @param opening whether the first word may only open a sentence
   */
  void add(String name, String key, String before, boolean doubtful, boolean opening) {
    Optional<String> place = gazetteer.place(key).or(() -> gazetteer.country(key));
    String shown = place.orElse(name);
    String shownKey = place.isPresent() ? Gazetteer.key(shown) : key;
    if (shownKey.length() < 2) {
      return;
    }
    Mention mention = byKey.computeIfAbsent(shownKey, k -> new Mention(shown, k, gazetteer));
    mention.count++;
    mention.sure += doubtful && place.isEmpty() ? 0 : 1;
    mention.afterTitle |= gazetteer.isTitle(before);
    mention.onlyOpening &= opening;
  }

  /** One entity a bearer. */
  List<NamedEntity> merged() {
    join(this::withoutPossessive);
    join(this::withoutWordsBefore);
    Map<String, Mention> people = people(m -> m.words[0] + ' ' + m.last());
    join(m -> m.mayBePerson ? people.get(m.words[0] + ' ' + m.last()) : null);
    Map<String, Mention> bySurname = people(Mention::last);
    join(m -> isOneWordOfPerson(m) || m.mayBeOpened() ? bySurname.get(m.last()) : null);
    Map<String, Mention> byGiven = people(m -> m.words[0]);
    join(m -> isOneWordOfPerson(m) && gazetteer.isGivenName(m.key) ? byGiven.get(m.key) : null);
    Map<String, Mention> byFirst = firstWords();
    join(m -> isOneWordOfPerson(m) ? byFirst.get(m.key) : null);
    Map<String, Mention> teams = new HashMap<>();
    byKey.values().stream().filter(m -> m.isTeam).forEach(m -> teams.put(m.last(), m));
    join(m -> m.words.length == 1 ? teams.get(m.key) : null);
    Map<String, Mention> named = new HashMap<>();
    byKey.values().stream().filter(this::opensWithPlaceWord).forEach(m -> named.put(m.last(), m));
    join(m -> m.words.length == 1 ? named.get(m.key) : null);
    List<NamedEntity> entities = new ArrayList<>();
    for (Mention mention : byKey.values()) {
      if (mention.sure > 0) {
        entities.add(new NamedEntity(mention.name, kind(mention), mention.count));
      }
    }
    return entities;
  }

  /** Finds the fuller or plainer name of the same bearer; null if there is none. */
  private interface Bearer {
    Mention of(Mention mention);
  }

  private void join(Bearer bearers) {
    List<Mention> joined = new ArrayList<>();
    for (Mention mention : byKey.values()) {
      Mention bearer = bearers.of(mention);
      if (bearer != null && bearer != mention && !joined.contains(bearer)) {
        bearer.take(mention);
        bearer.sure++;
        bearer.afterTitle |= mention.words.length == 1;
        joined.add(mention);
      }
    }
    joined.forEach(mention -> byKey.remove(mention.key));
  }

  /** "Marlow" for "Marlows" of a text that has lost its apostrophes. */
  private Mention withoutPossessive(Mention mention) {
    int last = mention.key.length() - 1;
    return mention.key.charAt(last) == 's' ? byKey.get(mention.key.substring(0, last)) : null;
  }

  /**
   * The name that is left without words that stand before it ("Unlike Lee", "Designer Ann Lee").
   */
  private Mention withoutWordsBefore(Mention mention) {
    if (mention.words.length < 2 || gazetteer.place(mention.key).isPresent()) {
      return null;
    }
    boolean given = gazetteer.isGivenName(mention.words[0]);
    String rest = mention.key;
    for (int from = 1; from < mention.words.length; from++) {
      rest = rest.substring(mention.words[from - 1].length() + 1);
      Mention known = byKey.get(rest);
      boolean opening = from == 1 && mention.onlyOpening;
      boolean fuller = rest.indexOf(' ') > 0 && !given;
      if (known != null && (opening || (fuller && known.mayBePerson))) {
        return known;
      }
    }
    return null;
  }

  /** Names of several words that may be a person's, by a part of them; of two the likelier. */
  private Map<String, Mention> people(Function<Mention, String> part) {
    Map<String, Mention> people = new HashMap<>();
    for (Mention mention : byKey.values()) {
      if (mention.words.length > 1 && !mention.mayBeOpened() && mention.mayBePerson) {
        people.merge(part.apply(mention), mention, this::likelier);
      }
    }
    return people;
  }

  private Mention likelier(Mention a, Mention b) {
    boolean givenA = gazetteer.isGivenName(a.words[0]);
    boolean givenB = gazetteer.isGivenName(b.words[0]);
    if (givenA != givenB) {
      return givenA ? a : b;
    }
    return b.count > a.count ? b : a;
  }

  /** Names of two words, of which the second is no ordinary one, by the first; one for each. */
  private Map<String, Mention> firstWords() {
    Map<String, Mention> names = new HashMap<>();
    for (Mention mention : byKey.values()) {
      if (mention.words.length == 2
          && mention.mayBePerson
          && !common.has(Hashing.hash64(mention.words[1]))) {
        names.merge(mention.words[0], mention, (a, b) -> null);
      }
    }
    return names;
  }

  /** "Lake Tarn", "Mount Tarn". */
  private boolean opensWithPlaceWord(Mention mention) {
    return mention.words.length == 2 && gazetteer.tellsPlace(mention.words[0]);
  }

  private boolean isOneWordOfPerson(Mention mention) {
    return mention.words.length == 1
        && gazetteer.place(mention.key).isEmpty()
        && !isAcronym(mention.name)
        && !gazetteer.tellsOrganisation(mention.key)
        && (!gazetteer.tellsThing(mention.key) || gazetteer.isGivenName(mention.key));
  }

  private static boolean holdsAcronym(String name) {
    String[] words = SEPARATORS.split(name);
    for (String word : words) {
      if (words.length > 1
          && word.length() > 1
          && word.length() <= LONGEST_ACRONYM
          && word.chars().allMatch(Character::isUpperCase)) {
        return !name.equals(name.toUpperCase(Locale.ROOT));
      }
    }
    return name.contains("U.S.");
  }

  private NamedEntity.Kind kind(Mention mention) {
    String[] words = mention.words;
    if (gazetteer.place(mention.key).isPresent()) {
      return NamedEntity.Kind.PLACE;
    }
    boolean acronym = words.length == 1 && isAcronym(mention.name);
    boolean person = mention.mayBePerson && !acronym;
    if (person && (mention.afterTitle || (words.length > 1 && gazetteer.isGivenName(words[0])))) {
      return NamedEntity.Kind.PERSON;
    }
    if (mention.isTeam) {
      return NamedEntity.Kind.ORGANISATION;
    }
    for (String word : words) {
      if (gazetteer.tellsOrganisation(word)) {
        return NamedEntity.Kind.ORGANISATION;
      }
    }
    if (gazetteer.tellsPlace(mention.last()) || gazetteer.tellsPlace(words[0])) {
      return NamedEntity.Kind.PLACE;
    }
    return acronym ? NamedEntity.Kind.ORGANISATION : NamedEntity.Kind.OTHER;
  }

  private static boolean isAcronym(String name) {
    return name.length() <= 6
        && name.chars().filter(Character::isUpperCase).count() >= 2
        && name.chars().allMatch(c -> Character.isUpperCase(c) || c == '.' || c == '-');
  }
}
