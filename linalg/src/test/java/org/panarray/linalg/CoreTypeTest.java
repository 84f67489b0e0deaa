package org.panarray.linalg;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CoreTypeTest {
  private static final String WIDE =
      "flags\t\t: fpu sse2 avx2 avx512f avx512dq avx512cd avx512bw avx512vl";

  @Test
  void onlyAmdProcessorsWithAllOfAvx512GetTheWideKernels() {
    assertTrue(CoreType.isAmdWithAvx512(List.of("vendor_id\t: AuthenticAMD", WIDE)));
    assertFalse(CoreType.isAmdWithAvx512(List.of("vendor_id\t: GenuineIntel", WIDE)));
    assertFalse(
        CoreType.isAmdWithAvx512(
            List.of("vendor_id\t: AuthenticAMD", "flags\t\t: fpu sse2 avx2 avx512f")));
    assertFalse(CoreType.isAmdWithAvx512(List.of()));
  }
}
