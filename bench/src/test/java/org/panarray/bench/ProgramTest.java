package org.panarray.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {
  @Test
  void everyProgramHasItsTwin() throws IOException {
    List<Program> programs = Program.all(Path.of("").toAbsolutePath().getParent());
    assertEquals(10, programs.stream().filter(each -> each.page().equals("programs")).count());
    for (Program program : programs) {
      assertTrue(Files.exists(Path.of(program.ours().get(1))), program::toString);
      assertTrue(Files.exists(Path.of(program.numpys().get(1))), program::toString);
    }
  }
}
