package org.panarray.internal.linear;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The order in which `einsum` takes pairs of operands. Each step names places in the list of what
/// is left; the result of a step goes to the end of that list.
public final class ContractionPath {
  private ContractionPath() {}

  static List<int[]> leftToRight(int count) {
    List<int[]> path = new ArrayList<>();
    if (count == 1) {
      path.add(new int[] {0});
    }
    for (int left = count; left > 1; left--) {
      path.add(left == count ? new int[] {0, 1} : new int[] {0, left - 1});
    }
    return path;
  }

  /// Always the pair next that makes the intermediate results smallest, and of those that take as
  /// much away the one of the fewest operations (Smith and Gray, "opt_einsum", 2018).
  static List<int[]> greedy(Subscripts subscripts, Map<Integer, Long> lengths) {
    List<Set<Integer>> terms = new ArrayList<>();
    subscripts.inputs().forEach(labels -> terms.add(new HashSet<>(labels)));
    List<int[]> path = new ArrayList<>();
    if (terms.size() == 1) {
      path.add(new int[] {0});
    }
    while (terms.size() > 1) {
      Candidate best = best(terms, subscripts.output(), lengths, true);
      if (best == null) {
        best = best(terms, subscripts.output(), lengths, false);
      }
      Candidate chosen = java.util.Objects.requireNonNull(best);
      path.add(new int[] {chosen.first, chosen.second});
      terms.remove(chosen.second);
      terms.remove(chosen.first);
      terms.add(chosen.result);
    }
    return path;
  }

  private record Candidate(
      int first, int second, Set<Integer> result, double removed, double cost) {
    boolean isBetterThan(Candidate other) {
      return removed != other.removed ? removed > other.removed : cost < other.cost;
    }
  }

  private static @org.jspecify.annotations.Nullable Candidate best(
      List<Set<Integer>> terms, List<Integer> output, Map<Integer, Long> lengths, boolean sharing) {
    Candidate best = null;
    for (int first = 0; first < terms.size(); first++) {
      for (int second = first + 1; second < terms.size(); second++) {
        Set<Integer> all = new HashSet<>(terms.get(first));
        boolean shares = all.stream().anyMatch(terms.get(second)::contains);
        all.addAll(terms.get(second));
        if (sharing && !shares) {
          continue;
        }
        Set<Integer> result = new HashSet<>(output);
        for (int other = 0; other < terms.size(); other++) {
          if (other != first && other != second) {
            result.addAll(terms.get(other));
          }
        }
        result.retainAll(all);
        double removed =
            size(terms.get(first), lengths)
                + size(terms.get(second), lengths)
                - size(result, lengths);
        double factor = result.size() < all.size() ? 2 : 1;
        Candidate candidate =
            new Candidate(first, second, result, removed, factor * size(all, lengths));
        if (best == null || candidate.isBetterThan(best)) {
          best = candidate;
        }
      }
    }
    return best;
  }

  private static double size(Set<Integer> labels, Map<Integer, Long> lengths) {
    double size = 1;
    for (int label : labels) {
      size *= lengths.get(label);
    }
    return size;
  }
}
