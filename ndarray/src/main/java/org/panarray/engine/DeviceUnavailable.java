package org.panarray.engine;

/// The device that a program asked for is not there; the message lists what was looked for.
public final class DeviceUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DeviceUnavailable(String message) {
    super(message);
  }
}
