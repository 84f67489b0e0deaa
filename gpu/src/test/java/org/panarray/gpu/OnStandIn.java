package org.panarray.gpu;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Tests of a class that need a device: a real one where it is required, otherwise the stand-in.
/// Where there is neither they are skipped, with the reason.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("device")
@ExtendWith(OnStandIn.Installed.class)
public @interface OnStandIn {
  /// Whether the class asks things that only the stand-in can answer.
  boolean only() default false;

  /// Installs the stand-in before the first test of a class.
  final class Installed implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
      StandInCuda.obstacle().ifPresent(reason -> assumeTrue(false, reason));
      OnStandIn tests = context.getRequiredTestClass().getAnnotation(OnStandIn.class);
      assumeTrue(!(tests.only() && StandInCuda.isReal()), "asks the stand-in, not a real device");
    }
  }
}
