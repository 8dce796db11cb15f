package org.storywire.processor.streams;

/** What the stories of an edition are told, in order. */
sealed interface StoryInput permits ArticleInput, OverrideInput {}
