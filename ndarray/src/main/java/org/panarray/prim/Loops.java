package org.panarray.prim;

import static org.panarray.prim.ElementType.Casting.SAFE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which combinations of types a scalar operation has loops for, as NumPy lists them in
/// `ufunc.types`: one line per loop, inputs then `->` then the output, in NumPy's order.
///
/// A loop of float16 (`e`) stands for one of each narrow float.
///
/// Resolution is NumPy's: the first loop to which every input casts safely.
public enum Loops {
  /// Every type to itself.
  ALL("?->? b->b B->B h->h H->H i->i I->I l->l L->L e->e f->f d->d F->F D->D"),
  /// Every type to itself, except that a complex number gives its real type.
  ABSOLUTE("?->? b->b B->B h->h H->H i->i I->I l->l L->L e->e f->f d->d F->f D->d"),
  /// Every type but bool to itself.
  NUMBERS("b->b B->B h->h H->H i->i I->I l->l L->L e->e f->f d->d F->F D->D"),
  /// Bool, integers and real floats to themselves.
  REALS_AND_BOOL("?->? b->b B->B h->h H->H i->i I->I l->l L->L e->e f->f d->d"),
  /// Real and complex floats.
  INEXACT("e->e f->f d->d F->F D->D"),
  /// Real floats.
  FLOATS("e->e f->f d->d"),
  /// Bool and integers.
  BITS("?->? b->b B->B h->h H->H i->i I->I l->l L->L"),
  /// Integers to a count in uint8.
  BIT_COUNT("b->B B->B h->B H->B i->B I->B l->B L->B"),
  /// Any type to bool.
  PREDICATE("?->? b->? B->? h->? H->? i->? I->? l->? L->? e->? f->? d->? F->? D->?"),
  /// Real floats to bool.
  FLOAT_PREDICATE("e->? f->? d->?"),
  /// Real floats to an int32.
  FLOAT_TO_INT("e->i f->i d->i"),
  /// Complex numbers, or any real type, to the real type.
  REAL_PART("?->? b->b B->B h->h H->H i->i I->I l->l L->L e->e f->f d->d F->f D->d"),
  /// Two of any type.
  ALL_2("??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L ee->e ff->f dd->d FF->F DD->D"),
  /// Two of any type but bool.
  NUMBERS_2("bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L ee->e ff->f dd->d FF->F DD->D"),
  /// Two integers or real floats.
  REALS_2("bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L ee->e ff->f dd->d"),
  /// Two real or complex floats; integers go to float64 whatever their size.
  DIVIDE("ee->e ff->f dd->d FF->F DD->D"),
  /// Two real floats.
  FLOATS_2("ee->e ff->f dd->d"),
  /// Float64 or complex128.
  DOUBLES_2("dd->d DD->D"),
  /// Two bools or integers.
  BITS_2("??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L"),
  /// Two integers.
  INTEGERS_2("bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L"),
  /// Two of any type to bool; int64 against uint64 is compared exactly.
  COMPARE(
      "??->? bb->? BB->? hh->? HH->? ii->? II->? ll->? LL->? lL->? Ll->?"
          + " ee->? ff->? dd->? FF->? DD->?"),
  /// Two of any type to bool.
  LOGICAL_2("??->? bb->? BB->? hh->? HH->? ii->? II->? ll->? LL->? ee->? ff->? dd->? FF->? DD->?"),
  /// A float and an integer exponent.
  LDEXP("ei->e fi->f el->e fl->f di->d dl->d"),
  /// Two real floats to a complex number.
  MAKE_COMPLEX("ff->F dd->D"),
  /// Float64.
  DOUBLE("d->d"),
  /// Three float32 or float64.
  FUSED("fff->f ddd->d"),
  /// A float to the integer of its size.
  FLOAT_TO_BITS("f->i d->l"),
  /// An integer to the float of its size.
  BITS_TO_FLOAT("i->f l->d"),
  /// A bool and two of any type.
  SELECT(
      "???->? ?bb->b ?BB->B ?hh->h ?HH->H ?ii->i ?II->I ?ll->l ?LL->L"
          + " ?ee->e ?ff->f ?dd->d ?FF->F ?DD->D"),
  /// Three of any type.
  ALL_3(
      "???->? bbb->b BBB->B hhh->h HHH->H iii->i III->I lll->l LLL->L"
          + " eee->e fff->f ddd->d FFF->F DDD->D");

  /// One loop: the types it takes and the type it gives.
  public record Loop(List<ElementType> inputs, ElementType output) {
    static Loop parse(String text) {
      int arrow = text.indexOf("->");
      List<ElementType> inputs = new ArrayList<>();
      for (int i = 0; i < arrow; i++) {
        inputs.add(ElementType.ofCode(text.charAt(i)));
      }
      return new Loop(List.copyOf(inputs), ElementType.ofCode(text.charAt(arrow + 2)));
    }
  }

  private final List<Loop> loops;
  private final int arity;
  private final @Nullable Loop[] resolved;

  Loops(String text) {
    List<Loop> parsed = new ArrayList<>();
    for (String loop : text.split(" ")) {
      for (ElementType type : ElementType.values()) {
        boolean narrow = type.isNarrowFloat() && loop.indexOf(ElementType.FLOAT16.code()) >= 0;
        if (narrow) {
          parsed.add(Loop.parse(loop.replace(ElementType.FLOAT16.code(), type.code())));
        }
      }
      if (loop.indexOf(ElementType.FLOAT16.code()) < 0) {
        parsed.add(Loop.parse(loop));
      }
    }
    this.loops = List.copyOf(parsed);
    this.arity = loops.getFirst().inputs().size();
    this.resolved = new Loop[arity == 1 ? 16 : arity == 2 ? 256 : 4096];
  }

  public List<Loop> loops() {
    return loops;
  }

  public int arity() {
    return arity;
  }

  /// The loop that runs for inputs of these types, or null where NumPy has none.
  public @Nullable Loop resolve(ElementType... types) {
    int key = 0;
    for (ElementType type : types) {
      key = key << 4 | type.ordinal();
    }
    Loop known = resolved[key];
    if (known != null) {
      return known;
    }
    Loop found = search(types);
    resolved[key] = found; // a benign race: every thread finds the same loop
    return found;
  }

  private @Nullable Loop search(ElementType[] types) {
    if (this == DIVIDE && !types[0].isInexact() && !types[1].isInexact()) {
      return resolve(ElementType.FLOAT64, ElementType.FLOAT64);
    }
    for (Loop loop : loops) {
      boolean fits = true;
      for (int i = 0; i < types.length && fits; i++) {
        fits = types[i].canCast(loop.inputs().get(i), SAFE);
      }
      if (fits) {
        return loop;
      }
    }
    return null;
  }
}
