package org.storywire.processor.topics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the names of one article, joins those of one bearer and tells their kinds. */
final class Mentions {

  private static final class Mention {
    final String name;
    final String key;
    final String[] words;
    int count;
    int sure;
    boolean afterTitle;

    Mention(String name, String key) {
      this.name = name;
      this.key = key;
      this.words = key.split(" ");
    }

    String last() {
      return words[words.length - 1];
    }
  }

  private final Gazetteer gazetteer;
  private final Map<String, Mention> byKey = new LinkedHashMap<>();

  Mentions(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * Notes one mention.
   *
   * @param before the word before the name, which may be a title
   * @param doubtful whether the capital may be owed to the sentence's beginning alone
   */
  void add(String name, String key, String before, boolean doubtful) {
    Optional<String> place = gazetteer.place(key).or(() -> gazetteer.country(key));
    String shown = place.orElse(name);
    String shownKey = place.isPresent() ? Gazetteer.key(shown) : key;
    if (shownKey.length() < 2) {
      return;
    }
    Mention mention = byKey.computeIfAbsent(shownKey, k -> new Mention(shown, k));
    mention.count++;
    mention.sure += doubtful && place.isEmpty() ? 0 : 1;
    mention.afterTitle |= gazetteer.isTitle(before);
  }

  /** One entity a bearer. */
  List<NamedEntity> merged() {
    Map<String, Mention> bearers = new LinkedHashMap<>();
    Map<String, Mention> bySurname = new LinkedHashMap<>();
    for (Mention mention : byKey.values()) {
      if (mention.words.length > 1 && mayBePerson(mention)) {
        bySurname.merge(mention.last(), mention, Mentions::fuller);
      }
    }
    for (Mention mention : byKey.values()) {
      Mention full = mention.words.length == 1 ? bySurname.get(mention.last()) : null;
      boolean shortForm = full != null && gazetteer.place(mention.key).isEmpty();
      Mention bearer = shortForm ? full : mention;
      if (bearer != mention) {
        bearer.count += mention.count;
        bearer.sure += mention.sure + 1;
        bearer.afterTitle = true;
      } else {
        bearers.put(mention.key, mention);
      }
    }
    List<NamedEntity> entities = new ArrayList<>();
    for (Mention mention : bearers.values()) {
      if (mention.sure > 0) {
        entities.add(new NamedEntity(mention.name, kind(mention), mention.count));
      }
    }
    return entities;
  }

  private static Mention fuller(Mention a, Mention b) {
    return b.count > a.count ? b : a;
  }

  private boolean mayBePerson(Mention mention) {
    for (String word : mention.words) {
      if (gazetteer.tellsOrganisation(word) || gazetteer.tellsPlace(word) || word.equals("of")) {
        return false;
      }
    }
    return gazetteer.place(mention.key).isEmpty() && mention.words.length <= 4;
  }

  private NamedEntity.Kind kind(Mention mention) {
    String[] words = mention.words;
    if (gazetteer.place(mention.key).isPresent()) {
      return NamedEntity.Kind.PLACE;
    }
    boolean person = mayBePerson(mention);
    if (person && (mention.afterTitle || (words.length > 1 && gazetteer.isGivenName(words[0])))) {
      return NamedEntity.Kind.PERSON;
    }
    for (String word : words) {
      if (gazetteer.tellsOrganisation(word)) {
        return NamedEntity.Kind.ORGANISATION;
      }
    }
    if (gazetteer.tellsPlace(mention.last()) || gazetteer.tellsPlace(words[0])) {
      return NamedEntity.Kind.PLACE;
    }
    boolean acronym = words.length == 1 && isAcronym(mention.name);
    return acronym ? NamedEntity.Kind.ORGANISATION : NamedEntity.Kind.OTHER;
  }

  private static boolean isAcronym(String name) {
    return name.length() <= 6
        && name.chars().filter(Character::isUpperCase).count() >= 2
        && name.chars().allMatch(c -> Character.isUpperCase(c) || c == '.' || c == '-');
  }
}
