package org.storywire.processor.story.features;

import java.util.Set;

/** What can have happened, as {@code consequences.tsv} tells it from words. */
public enum Consequence {
  DEATH,
  INJURY,
  MISSING,
  FOUND,
  ARREST,
  CHARGE,
  VERDICT,
  RULING,
  RESIGNATION(true),
  APPOINTMENT(true),
  RESULT,
  AGREEMENT,
  STRIKE,
  EVACUATION,
  CLOSURE(true),
  RECALL(true),
  VIOLENCE,
  DENIAL;

  private final boolean announced;

  Consequence() {
    this(false);
  }

  Consequence(boolean announced) {
    this.announced = announced;
  }

  /** Whether people are counted by it: a toll, however it is worded. */
  boolean toll() {
    return switch (this) {
      case DEATH, INJURY, MISSING, ARREST, EVACUATION -> true;
      default -> false;
    };
  }

  /** Whether it is the news even where it is told as a cause: "Search after hiker disappears". */
  boolean shocks() {
    return switch (this) {
      case DEATH, INJURY, MISSING, ARREST, VIOLENCE, EVACUATION -> true;
      default -> false;
    };
  }

  /** How grave the gravest of some is: 3 for deaths, 0 for none [0..3]. */
  public static int gravest(Set<Consequence> consequences) {
    int gravest = 0;
    for (Consequence consequence : consequences) {
      int grave =
          switch (consequence) {
            case DEATH -> 3;
            case APPOINTMENT, CLOSURE, RECALL, DENIAL -> 1;
            default -> 2;
          };
      gravest = Math.max(gravest, grave);
    }
    return gravest;
  }

  /** Whether a headline tells it of what is decided: "Minister to resign". */
  boolean announced() {
    return announced;
  }
}
