package org.panarray.compat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseFileTest {
  @Test
  void everyRecordedLineCanBeRead() {
    int total = 0;
    for (String page : CaseFile.PAGES) {
      List<Case> cases = CaseFile.read(page);
      assertFalse(cases.isEmpty(), page);
      for (Case recorded : cases) {
        LiteralParser.arguments(recorded.function(), recorded.arguments());
        LiteralParser.bindings(recorded.let());
        LiteralParser.context(recorded.let());
        LiteralParser.answers(recorded.after());
        if (!recorded.raises()) {
          LiteralParser.value(recorded.result());
        }
      }
      total += cases.size();
    }
    assertTrue(total >= 3000, total + " cases");
  }

  @Test
  void generatorsMakeTheBitsThatTheRecorderMade() {
    // The recorder wrote the bits of each generated array beside its name.
    for (Case recorded : CaseFile.read("generated")) {
      var input =
          (Literal.ArrayOf)
              LiteralParser.arguments("", recorded.arguments()).positional().getFirst();
      var answer = (Literal.ArrayAnswer) LiteralParser.value(recorded.result());
      assertEquals(answer.block().code(), input.block().code());
      assertEquals(
          -1,
          Tolerance.parse("=").firstDifference(answer.block(), input.block()),
          () -> recorded.call() + "\n" + answer.block().preview() + "\n" + input.block().preview());
    }
  }

  @Test
  void literalsReadAsPythonWritesThem() {
    assertAll(
        () -> assertEquals(new Literal.Real(1e-5), LiteralParser.value("1e-05")),
        () -> assertEquals(new Literal.Text("a\"b\n"), LiteralParser.value("\"a\\\"b\\n\"")),
        () ->
            assertEquals(
                new Literal.SliceOf(
                    new Literal.None(),
                    new Literal.Int(BigInteger.valueOf(3)),
                    new Literal.Int(BigInteger.valueOf(-1))),
                LiteralParser.value("slice(None,3,-1)")),
        () ->
            assertEquals(
                new Literal.Sequence(true, List.of(new Literal.Bool(true), new Literal.None())),
                LiteralParser.value("(True,None)")));
  }
}
