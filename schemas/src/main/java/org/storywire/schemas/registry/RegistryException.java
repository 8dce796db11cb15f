package org.storywire.schemas.registry;

/**
 * The registry does not do what it must: it refuses us, is no registry, or lacks a schema of ours.
 * A person has to mend that; no record is bad because of it.
 */
public class RegistryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what was asked for and what came of it. */
  public RegistryException(String message) {
    super(message);
  }

  /** Says what was asked for and what stood in the way. */
  public RegistryException(String message, Throwable cause) {
    super(message, cause);
  }

  /** True if the exception or one of its causes is the registry's. */
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RegistryException) {
        return true;
      }
    }
    return false;
  }
}
