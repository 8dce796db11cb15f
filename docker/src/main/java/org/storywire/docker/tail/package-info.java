/** Story updates as a person follows them: one readable line each, or one JSON object a line. */
package org.storywire.docker.tail;
