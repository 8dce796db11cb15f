package org.storywire.ingest.robots;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.storywire.ingest.markup.DecodedText;

/**
 * A robots.txt file, as RFC 9309 reads it, with the lenience of Google's parser: misspelt keys, a
 * missing colon, any line end. Immutable.
 */
public final class RobotsTxt {

  /** Crawlers must read at least 500 KiB (RFC 9309, section 2.5). */
  private static final int MOST_BYTES = 512_000;

  /** Longer lines are cut, as in Google's parser. */
  private static final int LONGEST_LINE = 16_663;

  private static final int MOST_RULES = 50_000;

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
  private static final Pattern LINE =
      Pattern.compile("^\\s*([A-Za-z][A-Za-z_ -]*?)\\s*:\\s*(.*?)\\s*$");
  private static final Pattern LINE_WITHOUT_COLON =
      Pattern.compile("^\\s*([A-Za-z-]+)\\s+(\\S+)\\s*$");
  private static final Pattern TOKEN = Pattern.compile("^[A-Za-z_-]+");
  private static final Pattern WORD = Pattern.compile("^(?:\\*(?=\\s|$)|[^\\s/*]+)");
  private static final Pattern TAG = Pattern.compile("<[^<>]{0,200}>");

  private static final Pattern DELAY = Pattern.compile("^\\d{1,7}(?:\\.\\d{1,6})?");

  /** Rules of some agents. */
  private record Group(Set<String> agents, List<RobotsRule> rules, Map<String, Duration> delays) {}

  private final List<Group> groups;
  private final List<String> sitemaps;

  private RobotsTxt(List<Group> groups, List<String> sitemaps) {
    this.groups = List.copyOf(groups);
    this.sitemaps = List.copyOf(sitemaps);
  }

  /**
   * Reads a file. No input makes it throw.
   *
   * @param bytes the answer's body
   */
  public static RobotsTxt parse(byte[] bytes) {
    byte[] taken = bytes.length <= MOST_BYTES ? bytes : Arrays.copyOf(bytes, MOST_BYTES);
    return new Parser().parse(DecodedText.of(taken, null).text());
  }

  /** Reads a file that is text already. */
  public static RobotsTxt parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The addresses of its Sitemap lines, as written, each once. */
  public List<String> sitemaps() {
    return sitemaps;
  }

  /**
   * What a robot may fetch.
   *
   * @param agent the robot's product token: {@code storywire}
   */
  public RobotsRules rules(String agent) {
    String name = agent.strip().toLowerCase(Locale.ROOT);
    boolean known = groups.stream().anyMatch(group -> group.agents.contains(name));
    String valid = known ? name : "*";
    List<RobotsRule> rules = new ArrayList<>();
    Optional<Duration> delay = Optional.empty();
    for (Group group : groups) {
      if (group.agents.contains(valid)) {
        rules.addAll(group.rules);
        delay = delay.or(() -> Optional.ofNullable(group.delays.get(valid)));
      }
    }
    return new RobotsRules(rules, delay);
  }

  private static final class Parser {

    private final List<Group> groups = new ArrayList<>();
    private final Set<String> sitemaps = new LinkedHashSet<>();
    private Set<String> agents = new LinkedHashSet<>();
    private List<RobotsRule> rules = new ArrayList<>();
    private Map<String, Duration> delays = new HashMap<>();
    private boolean inRules;
    private int count;

    RobotsTxt parse(String text) {
      LINE_END.splitAsStream(text).forEach(this::line);
      close();
      return new RobotsTxt(groups, List.copyOf(sitemaps));
    }

    private void line(String whole) {
      String cut = whole.length() <= LONGEST_LINE ? whole : whole.substring(0, LONGEST_LINE);
      int comment = cut.indexOf('#');
      String line = TAG.matcher(comment < 0 ? cut : cut.substring(0, comment)).replaceAll("");
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        matcher = LINE_WITHOUT_COLON.matcher(line);
      }
      if (!matcher.matches()) {
        return;
      }
      String value = matcher.group(2);
      switch (Key.of(matcher.group(1))) {
        case AGENT -> agent(value);
        case ALLOW -> rule(value, true);
        case DISALLOW -> rule(value, false);
        case DELAY -> delay(value);
        case SITEMAP -> sitemap(value);
        case OTHER -> {}
      }
    }

    private void agent(String value) {
      if (inRules) {
        close();
      }
      // The product token ends at the first character that it can't hold; some robots have others,
      // too.
      Stream.of(TOKEN, WORD)
          .map(form -> form.matcher(value))
          .filter(Matcher::find)
          .forEach(name -> agents.add(name.group().toLowerCase(Locale.ROOT)));
    }

    private void rule(String value, boolean allow) {
      inRules = true;
      if (!value.isEmpty() && count++ < MOST_RULES) {
        rules.add(RobotsRule.of(value, allow));
      }
    }

    /** A delay belongs to the agents that are named before it; those behind it share only rules. */
    private void delay(String value) {
      Matcher seconds = DELAY.matcher(value);
      if (seconds.find()) {
        long millis = Math.round(Double.parseDouble(seconds.group()) * 1000);
        agents.forEach(agent -> delays.putIfAbsent(agent, Duration.ofMillis(millis)));
      }
    }

    private void sitemap(String value) {
      if (!value.isEmpty()) {
        sitemaps.add(value);
      }
    }

    private void close() {
      if (!agents.isEmpty()) {
        groups.add(new Group(Set.copyOf(agents), List.copyOf(rules), Map.copyOf(delays)));
      }
      agents = new LinkedHashSet<>();
      rules = new ArrayList<>();
      delays = new HashMap<>();
      inRules = false;
    }
  }

  /** Keys of lines, with the misspellings that Google's parser forgives. */
  private enum Key {
    AGENT,
    ALLOW,
    DISALLOW,
    DELAY,
    SITEMAP,
    OTHER;

    static Key of(String written) {
      return switch (written.toLowerCase(Locale.ROOT)) {
        case "user-agent", "useragent", "user agent" -> AGENT;
        case "allow" -> ALLOW;
        case "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw" -> DISALLOW;
        case "crawl-delay", "crawldelay", "crawl delay" -> DELAY;
        case "sitemap", "site-map" -> SITEMAP;
        default -> OTHER;
      };
    }
  }
}
