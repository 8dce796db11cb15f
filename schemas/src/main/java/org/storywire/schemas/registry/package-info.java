/**
 * A schema registry that speaks Confluent's HTTP API (Confluent's own, Apicurio, Karapace,
 * Redpanda): the client, and the wire format whose records carry the id of their schema.
 */
package org.storywire.schemas.registry;
