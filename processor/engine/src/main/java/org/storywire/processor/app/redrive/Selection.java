package org.storywire.processor.app.redrive;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which letters are meant; all conditions must hold.
 *
 * @param cause part of the exception's name or message, whatever the case
 * @param topic topic they came from
 * @param ids letter ids ({@code partition:offset}) or event ids; empty for any
 * @param again whether letters that were redriven before, and died again, are meant too
 */
record Selection(Optional<String> cause, Optional<String> topic, Set<String> ids, boolean again) {

  Selection {
    ids = Set.copyOf(ids);
  }

  boolean wants(Letter letter) {
    return letter.origin().isPresent()
        && letter.isWhole()
        && (again || letter.redrivenBefore().isEmpty())
        && topic.map(letter.origin().get()::equals).orElse(true)
        && cause.map(text -> names(letter, text)).orElse(true)
        && (ids.isEmpty()
            || ids.contains(letter.id())
            || letter.eventId().map(ids::contains).orElse(false));
  }

  private static boolean names(Letter letter, String text) {
    return (letter.cause() + " " + letter.message())
        .toLowerCase(Locale.ROOT)
        .contains(text.toLowerCase(Locale.ROOT));
  }
}
