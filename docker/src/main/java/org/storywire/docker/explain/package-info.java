/** Why an article got its verdict, its story and its topics, in words and numbers. */
package org.storywire.docker.explain;
