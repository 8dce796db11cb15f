package org.storywire.ingest.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Authors, as an element with parts or as one line: {@code desk@paper.example (Ann Lee)}. */
final class People {

  private static final Pattern EMAIL =
      Pattern.compile("(?:mailto:)?([\\w.+'%-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)");

  private static final Pattern AROUND = Pattern.compile("^[\\s()<>,:\"-]+|[\\s()<>,:\"-]+$");

  private People() {}

  static Optional<Person> of(FeedElement element) {
    Optional<FeedElement> name = element.first("name", "itunes:name", "atom:name", "dc:title");
    Optional<FeedElement> email = element.first("email", "itunes:email", "atom:email");
    if (name.isEmpty() && email.isEmpty()) {
      return of(element.text().text());
    }
    Person person =
        new Person(
            name.map(n -> n.text().text()).orElse(""), email.map(FeedElement::value).orElse(""));
    return isSomebody(person);
  }

  static Optional<Person> of(String line) {
    Matcher email = EMAIL.matcher(line);
    if (!email.find()) {
      return isSomebody(new Person(line.strip(), ""));
    }
    String rest = line.substring(0, email.start()) + line.substring(email.end());
    return isSomebody(new Person(AROUND.matcher(rest).replaceAll(""), email.group(1)));
  }

  private static Optional<Person> isSomebody(Person person) {
    return Optional.of(person).filter(p -> !p.name().isEmpty() || !p.email().isEmpty());
  }
}
