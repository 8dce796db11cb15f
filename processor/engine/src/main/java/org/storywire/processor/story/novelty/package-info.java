/**
 * What an article adds to what its story has carried ({@link
 * org.storywire.processor.story.novelty.Novelty}), which of it an editor is shown, and whether it
 * is worth an alert ({@link org.storywire.processor.story.novelty.AlertRule}).
 */
package org.storywire.processor.story.novelty;
