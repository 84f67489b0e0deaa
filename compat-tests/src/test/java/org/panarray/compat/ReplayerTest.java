package org.panarray.compat;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A replay that cannot fail proves nothing: right answers pass, and each kind of wrong one is found.
class ReplayerTest {
  private static Verdict replay(String line) {
    return new Replayer().replay(Case.parse("made up", 1, line), MemoryLayoutVariant.AS_RECORDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "np.add\t\ti4(3)arange:1, 1\t=\ti4(3)[1,2,3]CF",
        "np.add\tx=i4(3)arange:1\tx, 1, out=x\t=\ti4(3)[1,2,3]CF^\tx=i4(3)[1,2,3]",
        "getitem\t\ti4(3)arange:1, slice(None,None,-1)\t=\ti4(3)[2,1,0]N/(-1)^",
        "getitem\t\ti4(3)arange:1, 3\t="
            + "\t!IndexError \"index 3 is out of bounds for axis 0 with size 3\"",
        "np.sqrt\t\tf8(1)[2.0]\tu1\tf8(1)[3ff6a09e667f3bcd]CF",
        "np.no_such_thing\t\t1\t=\t1",
      })
  void rightAnswersAndMissingNamesDoNotFail(String line) {
    Verdict verdict = replay(line);
    if (line.contains("no_such_thing")) {
      assertInstanceOf(Verdict.NotCovered.class, verdict);
    } else {
      assertInstanceOf(Verdict.Passed.class, verdict);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "np.add\t\ti4(3)arange:1, 1\t=\ti4(3)[1,2,4]CF",
        "np.add\t\ti4(3)arange:1, 1\t=\ti8(3)[1,2,3]CF",
        "np.add\t\ti4(3)arange:1, 1\t=\ti4(3,1)[1,2,3]CF",
        "np.negative\t\tf8(1)[0.0]\t=\tf8(1)[0]CF",
        "np.add\tx=i4(3)arange:1\tx, 1, out=x\t=\ti4(3)[1,2,3]CF^\tx=i4(3)[1,2,9]",
        "np.add\tx=i4(3)arange:1\tx, 1, out=x\t=\ti4(3)[1,2,3]CF^",
        "getitem\t\ti4(3)arange:1, slice(None,None,-1)\t=\ti4(3)[2,1,0]N/(-1)",
        "getitem\t\ti4(3)arange:1, slice(None,None,-1)\t=\ti4(3)[2,1,0]CF^",
        "getitem\t\ti4(3)arange:1, 3\t=\t!IndexError \"another text\"",
        "getitem\t\ti4(3)arange:1, 3\t=\t!TypeError \"index 3 is out of bounds\"",
        "getitem\t\ti4(3)arange:1, 3\t=\ti4()[0]s",
        "getitem\t\ti4(3)arange:1, 2\t=\t!IndexError \"no\"",
        "np.sqrt\t\tf8(1)[2.0]\tu1\tf8(1)[3ff6a09e667f3bc9]CF",
        "np.sum\t\tf8(2)[1.0,2.0]\te1e-12\tf8()[4009]s",
        "str\t\ti4(2)arange:1\t=\t\"[0  1]\"",
      })
  void everyKindOfWrongAnswerIsFound(String line) {
    assertInstanceOf(Verdict.Failed.class, replay(line));
  }

  @Test
  void theRecordedFlagsOnlyCountInTheRecordedLayout() {
    Case recorded =
        Case.parse("made up", 1, "np.add\t\ti4(2,2)arange:1, 1\t= F\ti4(2,2)[1,2,3,4]C");
    assertInstanceOf(
        Verdict.Passed.class, new Replayer().replay(recorded, MemoryLayoutVariant.FORTRAN));
  }
}
