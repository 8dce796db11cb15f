/** Settings as an operator sees them: the value in force, and where it comes from. */
package org.storywire.docker.settings;
