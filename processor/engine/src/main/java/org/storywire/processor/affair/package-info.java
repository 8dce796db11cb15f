/**
 * Groups stories of one continuing matter into affairs: a story stays an event, its affair is what
 * the event belongs to. Every story has an affair of its own until it is found to belong to
 * another's; an affair is told of once it has two stories. {@link
 * org.storywire.processor.affair.AffairRule} decides, {@link
 * org.storywire.processor.affair.AffairBook} applies. Knows stories by their ids only.
 */
package org.storywire.processor.affair;
