/**
 * Clients in other languages read what storywire writes: the recipes of the README, run as they
 * stand there, with nothing changed but the address of the broker.
 */
package org.storywire.docker.recipes;
