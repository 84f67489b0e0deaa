package org.panarray.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A keyword that does not apply is a compile error: what each function takes is what NumPy's takes.
class KeywordTest {
  private final Map<String, List<Signatures.Parameter>> numpy = Signatures.numpy();

  @Test
  void noFunctionTakesAKeywordThatNumpyDoesNotTake() {
    List<String> surplus = new ArrayList<>();
    numpy.forEach(
        (function, parameters) -> {
          Set<String> known =
              parameters.stream()
                  .filter(Signatures.Parameter::isKeyword)
                  .map(parameter -> Signatures.camel(parameter.name()))
                  .collect(Collectors.toSet());
          for (String keyword : Signatures.keywords(Signatures.ours(function))) {
            if (!known.contains(keyword)) {
              surplus.add(function + " " + keyword);
            }
          }
        });
    assertEquals("", String.join("\n", surplus));
  }

  @Test
  void everyParameterOfNumpyIsThereOrItsReasonIsListed() {
    Listed listed = Listed.read("/missing-keywords.txt");
    Set<String> missing = new TreeSet<>();
    numpy.forEach(
        (function, parameters) -> {
          List<Method> methods = Signatures.ours(function);
          Set<String> here = new TreeSet<>(Signatures.keywords(methods));
          here.addAll(Signatures.positions(methods));
          for (Signatures.Parameter parameter : parameters) {
            boolean there = here.contains(Signatures.camel(parameter.name()));
            if (!methods.isEmpty()
                && parameter.isKeyword()
                && there == listed.covers(function, parameter.name())) {
              missing.add(
                  function + " " + parameter.name() + (there ? " (listed, yet there)" : ""));
            }
          }
        });
    missing.addAll(listed.unused());
    assertEquals("", String.join("\n", missing));
  }

  @Test
  void everyKeywordHasACaseThatNumpyAnswersOtherwiseWithoutIt() {
    Set<String> told =
        CaseFile.lines("/telling-keywords.tsv").stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.lastIndexOf('\t')))
            .collect(Collectors.toSet());
    Listed listed = Listed.read("/untold-keywords.txt");
    Set<String> untold = new TreeSet<>();
    numpy.forEach(
        (function, parameters) -> {
          Set<String> taken = Signatures.keywords(Signatures.ours(function));
          for (Signatures.Parameter parameter : parameters) {
            String name = parameter.name();
            boolean tells = told.contains(function + "\t" + name);
            if (taken.contains(Signatures.camel(name)) && tells == listed.covers(function, name)) {
              untold.add(function + " " + name + (tells ? " (listed, yet told)" : ""));
            }
          }
        });
    untold.addAll(listed.unused());
    assertEquals("", String.join("\n", untold));
  }
}
