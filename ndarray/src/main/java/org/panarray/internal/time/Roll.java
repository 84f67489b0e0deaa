package org.panarray.internal.time;

import org.panarray.error.ValueError;

/// What becomes of a day that is no business day.
enum Roll {
  RAISE,
  NAT,
  FORWARD,
  BACKWARD,
  MODIFIED_FOLLOWING,
  MODIFIED_PRECEDING;

  static Roll of(String name) {
    return switch (name) {
      case "raise" -> RAISE;
      case "nat" -> NAT;
      case "forward", "following" -> FORWARD;
      case "backward", "preceding" -> BACKWARD;
      case "modifiedfollowing" -> MODIFIED_FOLLOWING;
      case "modifiedpreceding" -> MODIFIED_PRECEDING;
      default -> throw new ValueError("Invalid business day roll parameter \"" + name + "\"");
    };
  }
}
