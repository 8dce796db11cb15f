package org.storywire.processor.story;

/** What can have happened, as {@code consequences.tsv} tells it from words. */
enum Consequence {
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

  /** Whether a headline tells it of what is decided: "Minister to resign". */
  boolean announced() {
    return announced;
  }
}
