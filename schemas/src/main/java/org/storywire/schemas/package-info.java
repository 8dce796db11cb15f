/**
 * What every module agrees on: the topics and how their values are written. The records themselves
 * are generated from {@code src/main/avro}.
 */
package org.storywire.schemas;
