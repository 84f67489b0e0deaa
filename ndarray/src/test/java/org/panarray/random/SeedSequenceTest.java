package org.panarray.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;

/// Expected words are NumPy 2.4.6's for the same calls.
class SeedSequenceTest {
  @Test
  void entropyOfAnyLengthMixesToNumpysWords() {
    assertWords(SeedSequence.of(0), 0xb0f478be, 0xdb2cd7e7, 0x2c71ba49);
    assertWords(
        SeedSequence.of(BigInteger.ONE.shiftLeft(200).add(BigInteger.valueOf(99))),
        0x87963a2b,
        0x5700bfc5,
        0xf67c96e6);
    assertWords(SeedSequence.of(1, 1L << 40, 0, 7, 9), 0x911948ad, 0x2df19a2, 0x622689ff);
    assertArrayEquals(
        new long[] {0xb5ae6482a03d837cL, 0xbbe2996ffa1f7a2fL, 0x64e39a9f37158f94L},
        SeedSequence.of(12345).generateState64(3));
  }

  @Test
  void keysAndPoolSizesChangeTheWords() {
    SeedSequence sequence =
        SeedSequence.of(List.of(BigInteger.valueOf(5)), new long[] {3, 1L << 33}, 8, 0);
    assertWords(sequence, 0x93baf4a3, 0xce163965, 0xc7a97359);
    assertEquals(8, sequence.pool().length);
  }

  @Test
  void childrenAreNumpysChildrenAndAreCounted() {
    SeedSequence parent = SeedSequence.of(5);
    SeedSequence child = parent.spawn(2).get(1);
    assertWords(child, 0xe088b047, 0x60194851, 0xb2295d39);
    SeedSequence grandchild = child.spawn(1).get(0);
    assertArrayEquals(new long[] {1, 0}, grandchild.spawnKey());
    assertWords(grandchild, 0xd12efa23, 0xea620bb8, 0x100eaf6c);
    assertEquals(2, parent.nChildrenSpawned());
    assertArrayEquals(new long[] {2}, parent.spawn(1).get(0).spawnKey());
  }

  @Test
  void sequencesPrintAsNumpys() {
    assertEquals("SeedSequence(\n    entropy=5,\n)", SeedSequence.of(5).toString());
    SeedSequence child = SeedSequence.of(5).spawn(1).get(0);
    child.spawn(2);
    assertEquals(
        "SeedSequence(\n    entropy=5,\n    spawn_key=(0,),\n    n_children_spawned=2,\n)",
        child.toString());
  }

  @Test
  void negativeEntropyIsRefused() {
    assertEquals(
        "expected non-negative integer",
        assertThrows(ValueError.class, () -> SeedSequence.of(-1)).getMessage());
  }

  @Test
  void generatorsAdvanceAndJumpAsNumpys() {
    Pcg64 forward = pcg64();
    forward.advance(new BigInteger("12345678901234567890123"));
    assertNext(forward, 0x46cc5fdb113aecdL, 0xc335b53eba3a68ceL);
    Pcg64 backward = pcg64();
    backward.advance(BigInteger.valueOf(-5));
    assertNext(backward, 0x16bfbbb6c2f6523eL, 0xae570252d5d5e100L);
    assertNext(pcg64().jumped(3), 0x4cd9178b60fc1a8eL, 0x3173c80e9f59b2bL);
    Pcg64Dxsm dxsm = new Pcg64Dxsm(SeedSequence.of(9));
    assertNext(dxsm.jumped(3), 0x6d44472011f98768L, 0xb8ee1e633ce17b7L);
    dxsm.advance(BigInteger.ONE.shiftLeft(77));
    assertNext(dxsm, 0xc1f985d2a387806cL, 0xe8593acda90740f9L);
    Philox philox = new Philox(SeedSequence.of(9));
    assertNext(philox.jumped(2), 0x1a5b2039b4d7ddcbL, 0x42843615ea86bc21L);
    for (int i = 0; i < 3; i++) {
      philox.nextLong();
    }
    philox.advance(BigInteger.ONE.shiftLeft(70));
    assertNext(philox, 0x77516111468ae263L, 0x59f115b9334cfdL);
  }

  @Test
  void spawnedGeneratorsAreNumpys() {
    assertNext(pcg64().spawn(2).get(1), 0x4e065c9a92672b3cL, 0x463d203b826375f2L);
    assertThrows(TypeError.class, () -> Mt19937.legacy(1).spawn(1));
  }

  @Test
  void statesReadAsNumpysAndComeBack() {
    Pcg64 bits = pcg64();
    assertEquals(
        new BigInteger("122965658091670373434691708784668317647"),
        bits.state().state().toBigInteger());
    assertEquals(
        new BigInteger("47650611409575876553999889140290214363"),
        bits.state().increment().toBigInteger());
    bits.nextInt();
    Pcg64 restored = Pcg64.of(bits.state());
    assertEquals(bits.nextInt(), restored.nextInt());
    assertEquals(bits.nextLong(), restored.nextLong());
    Mt19937 twister = Mt19937.legacy(3);
    twister.nextLong();
    Mt19937 same = Mt19937.of(twister.key(), twister.position());
    assertEquals(twister.nextLong(), same.nextLong());
  }

  @Test
  void copiesGoOnIndependently() {
    for (BitGenerator bits :
        List.of(
            pcg64(),
            new Pcg64Dxsm(SeedSequence.of(1)),
            new Sfc64(SeedSequence.of(1)),
            new Philox(SeedSequence.of(1)),
            new Mt19937(SeedSequence.of(1)))) {
      bits.nextInt();
      BitGenerator copy = bits.copy();
      int first = bits.nextInt();
      bits.nextLong();
      assertEquals(first, copy.nextInt(), bits.name());
    }
  }

  @Test
  void legacySeedsOutOfRangeAreRefused() {
    assertEquals(
        "Seed must be between 0 and 2**32 - 1",
        assertThrows(ValueError.class, () -> Mt19937.legacy(-1)).getMessage());
    assertThrows(ValueError.class, () -> Mt19937.legacy(1L << 32));
    assertEquals(
        "Seed must be non-empty",
        assertThrows(ValueError.class, () -> Mt19937.legacy(new long[0])).getMessage());
  }

  private static Pcg64 pcg64() {
    return new Pcg64(SeedSequence.of(9));
  }

  private static void assertWords(SeedSequence sequence, int... words) {
    assertArrayEquals(words, sequence.generateState(words.length));
  }

  private static void assertNext(BitGenerator bits, long first, long second) {
    assertEquals(first, bits.nextLong());
    assertEquals(second, bits.nextLong());
  }
}
