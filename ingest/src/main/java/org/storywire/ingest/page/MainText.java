package org.storywire.ingest.page;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the article's blocks in a page's layout. Areas that are called something else, and small
 * ones that look like a teaser or a caption, do not count. Of the rest, the article is the smallest
 * area that holds most of the page's running prose.
 */
final class MainText {

  private static final double SHORTEST_PROSE = 60;
  private static final double MOST_LINKED = 0.5;
  private static final double ENOUGH = 0.75;

  /** Share of a page's prose that must be left when areas are left out for what they are called. */
  private static final double LEFT = 0.3;

  private static final double LONGEST_TEASER = 500;
  private static final double LONGEST_CAPTION = 300;
  private static final int MOST_BLOCKS_OF_TEASER = 6;
  private static final int MOST_BLOCKS_OF_CAPTION = 3;

  /** A line that only says whose picture it is. */
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:image|images|photo|photos|foto|fotos|bild|bilder|bildquelle|bildrechte|picture|pic|credit|quelle|kilde|källa|crédit|fotografia|kuva|фото)\\s*(?:credit|by)?\\s*[:©].{0,100}$|©.{0,80}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Layout layout;
  private final List<Block> blocks;
  private final String title;
  private final Map<Box, Boolean> out = new IdentityHashMap<>();

  private MainText(Layout layout, String title) {
    this.layout = layout;
    this.blocks = layout.blocks();
    this.title = title;
  }

  /** The blocks of the article, in order. */
  static List<Block> of(Layout layout, String title) {
    return new MainText(layout, title).find();
  }

  private List<Block> find() {
    Box page = layout.boxes().get(0);
    blocks.stream().filter(MainText::isProse).forEach(block -> addProse(block));
    leaveOut(EnumSet.of(Hint.NOISE, Hint.COMMENTS, Hint.CAPTION, Hint.ABOUT, Hint.HIDDEN));
    if (page.mass < LEFT * page.prose) {
      leaveOut(EnumSet.of(Hint.NOISE, Hint.COMMENTS, Hint.CAPTION, Hint.ABOUT));
    }
    if (page.mass < LEFT * page.prose) {
      leaveOut(EnumSet.of(Hint.COMMENTS, Hint.CAPTION));
    }
    return kept(mainBox());
  }

  private static boolean isProse(Block block) {
    return !block.isHeading() && block.linked() < MOST_LINKED && block.weight() >= SHORTEST_PROSE;
  }

  private static void addProse(Block block) {
    for (Box box = block.box(); box != null; box = box.parent) {
      box.prose += block.weight();
    }
  }

  /** Decides which boxes are no part of the article; sets the mass of the others. */
  private void leaveOut(Set<Hint> hints) {
    out.clear();
    layout.boxes().forEach(box -> box.mass = 0);
    Set<Box> teasers = teasers();
    for (Box box : layout.boxes()) {
      boolean parentOut = box.parent != null && out.getOrDefault(box.parent, false);
      out.put(box, parentOut || isOut(box, hints) || teasers.contains(box) || isCaption(box));
    }
    for (Block block : blocks) {
      if (isProse(block) && !out.get(block.box())) {
        for (Box box = block.box(); box != null; box = box.parent) {
          box.mass += block.weight();
        }
      }
    }
  }

  private boolean isOut(Box box, Set<Hint> hints) {
    if (box.tag.equals("body") || box.holdsHeading || hints.stream().noneMatch(box::is)) {
      return false;
    }
    return box.is(Hint.COMMENTS) || box.prose < layout.boxes().get(0).prose * 0.5;
  }

  /** Small boxes around a heading that is a link: they are about other articles. */
  private Set<Box> teasers() {
    Set<Box> teasers = new HashSet<>();
    for (Block block : blocks) {
      if (block.isHeading() && block.linked() > 0.8 && !PageHeadline.same(block.text(), title)) {
        Box teaser = null;
        for (Box box = block.box(); box != null && isSmall(box); box = box.parent) {
          teaser = box;
        }
        if (teaser != null && teaser != block.box()) {
          teasers.add(teaser);
        }
      }
    }
    return teasers;
  }

  private static boolean isSmall(Box box) {
    return box.to - box.from <= MOST_BLOCKS_OF_TEASER
        && box.prose <= LONGEST_TEASER
        && !box.holdsHeading;
  }

  /** A picture and a few words. */
  private boolean isCaption(Box box) {
    int count = box.to - box.from;
    return box.pictures > 0
        && count > 0
        && count <= MOST_BLOCKS_OF_CAPTION
        && box.prose <= LONGEST_CAPTION
        && !box.holdsHeading
        && blocks.subList(box.from, box.to).stream()
            .noneMatch(b -> b.tag().equals("p") || b.isHeading());
  }

  private Box mainBox() {
    Map<Box, Box> heaviest = new IdentityHashMap<>();
    for (Box box : layout.boxes()) {
      if (box.parent != null) {
        heaviest.merge(box.parent, box, (a, b) -> b.mass > a.mass ? b : a);
      }
    }
    Box main = layout.boxes().get(0);
    Box next = heaviest.get(main);
    while (next != null && next.mass > 0 && next.mass >= ENOUGH * main.mass) {
      main = next;
      next = heaviest.get(main);
    }
    return main;
  }

  private List<Block> kept(Box main) {
    List<Block> kept = new ArrayList<>(lead(main));
    List<Block> headings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    kept.forEach(block -> seen.add(block.text()));
    for (int i = main.from; i < main.to; i++) {
      Block block = blocks.get(i);
      if (out.get(block.box())) {
        continue;
      }
      if (block.isHeading()) {
        headings.add(block);
      } else if (block.linked() < MOST_LINKED
          && !CREDIT.matcher(block.text()).lookingAt()
          && !isLabel(block, i, main)
          && seen.add(block.text())) {
        headings.stream().filter(h -> !PageHeadline.same(h.text(), title)).forEach(kept::add);
        headings.clear();
        kept.add(block);
      }
    }
    return kept;
  }

  /** Few words before links that are left out, such as "read also". */
  private boolean isLabel(Block block, int i, Box main) {
    if (block.weight() > 40 || i + 1 >= main.to || endsSentence(block.text())) {
      return false;
    }
    Block next = blocks.get(i + 1);
    return !next.isHeading() && next.linked() >= MOST_LINKED && block.weight() < 40;
  }

  private static boolean endsSentence(String text) {
    char last = text.charAt(text.length() - 1);
    return ".!?…。！？\"”“»)".indexOf(last) >= 0;
  }

  /** Summaries between the headline and the text, where they stand outside the text's own box. */
  private List<Block> lead(Box main) {
    List<Block> lead = new ArrayList<>();
    int heading = headline(main);
    for (int i = heading + 1; heading >= 0 && i < main.from; i++) {
      Block block = blocks.get(i);
      boolean called = isCalled(block.box(), Hint.LEAD);
      if (!isOutBesides(block.box(), called)
          && (isProse(block) || (called && block.weight() > 20 && block.linked() < MOST_LINKED))) {
        lead.add(block);
      }
    }
    return lead;
  }

  private boolean isOutBesides(Box box, boolean lead) {
    return out.get(box) && !(lead && !isCalled(box, Hint.CAPTION) && !isCalled(box, Hint.COMMENTS));
  }

  private static boolean isCalled(Box block, Hint hint) {
    Box box = block;
    for (int i = 0; i < 3 && box != null; i++) {
      if (box.is(hint)) {
        return true;
      }
      box = box.parent;
    }
    return false;
  }

  /** Place of the headline before the text; -1 if there is none. */
  private int headline(Box main) {
    int any = -1;
    for (int i = main.from - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      if (PageHeadline.same(block.text(), title)) {
        return i;
      }
      if (any < 0 && block.tag().equals("h1")) {
        any = i;
      }
    }
    return any;
  }
}
