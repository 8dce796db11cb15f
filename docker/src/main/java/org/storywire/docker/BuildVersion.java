package org.storywire.docker;

import org.storywire.processor.app.Build;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class BuildVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {Build.current().toString()};
  }
}
