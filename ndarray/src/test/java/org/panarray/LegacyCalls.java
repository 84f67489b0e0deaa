package org.panarray;

import static org.panarray.Kw.p;
import static org.panarray.Kw.replace;
import static org.panarray.Kw.size;
import static org.panarray.Np.np;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// The calls on `r` of `record_random_calls.py`, in Java.
final class LegacyCalls {
  private static final double[] DIE = {1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0};

  private LegacyCalls() {}

  static Map<String, Function<RandomState, Object>> calls() {
    Map<String, Function<RandomState, Object>> calls = new HashMap<>();
    addPart1(calls);
    addPart2(calls);
    return calls;
  }

  private static void addPart1(Map<String, Function<RandomState, Object>> calls) {
    calls.put("rand", r -> r.rand(3, 2));
    calls.put("rand_scalar", r -> r.rand());
    calls.put("randn", r -> r.randn(3, 5));
    calls.put("legacy_random", r -> r.random(2, 2));
    calls.put("random_sample", r -> r.randomSample(5));
    calls.put("randint", r -> r.randint(0, 10, 100));
    calls.put("randint_high", r -> r.randint(5));
    calls.put("randint_u8", r -> r.randint(0, 200, size(3, 9), np.uint8));
    calls.put("randint_arrays", r -> r.randint(new long[] {1, 2}, new long[] {3, 40}));
    calls.put("randint_wrong", r -> r.randint(5, 4));
    calls.put("randint_float", r -> r.randint(0, 10, np.float32));
    calls.put("random_integers", r -> r.randomIntegers(1, 6, 9));
    calls.put("tomaxint", r -> r.tomaxint(3));
    calls.put("legacy_normal", r -> r.normal(1.0, 2.0, 3, 3));
    calls.put("legacy_uniform", r -> r.uniform(-1, 1, 9));
    calls.put("legacy_uniform_w", r -> r.uniform(5, 1));
    calls.put("legacy_exp", r -> r.exponential(2.0, 9));
    calls.put("legacy_gamma", r -> r.gamma(new double[] {0.5, 1.0, 3.0}, 2.0, 2, 3));
    calls.put("legacy_beta", r -> r.beta(2, 3, 9));
    calls.put("legacy_binomial", r -> r.binomial(10, 0.3, 9));
    calls.put("legacy_poisson", r -> r.poisson(4.0, 9));
    calls.put("legacy_hyper", r -> r.hypergeometric(15, 15, 15, 9));
    calls.put("legacy_hyper_w", r -> r.hypergeometric(5, 5, 0));
    calls.put("legacy_nb", r -> r.negativeBinomial(3, 0.4, 9));
    calls.put("legacy_nb_wrong", r -> r.negativeBinomial(3, 1.5));
    calls.put("legacy_multi", r -> r.multinomial(20, DIE, size(2)));
    calls.put("legacy_dirichlet", r -> r.dirichlet(new long[] {1, 2, 3}, 4));
    calls.put("legacy_dirich_w", r -> r.dirichlet(new long[] {0, 1}));
    calls.put("legacy_choice", r -> r.choice(5, 3));
    calls.put("legacy_choice_u", r -> r.choice(50, size(30), replace(false)));
    calls.put(
        "legacy_choice_p",
        r -> r.choice(new long[] {10, 20, 30}, size(9), p(new double[] {0.2, 0.3, 0.5})));
    calls.put(
        "legacy_choice_pu",
        r -> r.choice(5, size(3), replace(false), p(new double[] {0.1, 0.2, 0.3, 0.2, 0.2})));
    calls.put("legacy_choice_0", r -> r.choice(0));
    calls.put("legacy_choice_nd", r -> r.choice(new long[][] {{1, 2}, {3, 4}}));
    calls.put("legacy_choice_sum", r -> r.choice(2, p(new double[] {0.5, 0.6})));
    calls.put("legacy_choice_big", r -> r.choice(3, size(5), replace(false)));
    calls.put(
        "legacy_choice_few", r -> r.choice(3, size(2), p(new long[] {1, 0, 0}), replace(false)));
    calls.put("legacy_choice_f", r -> r.choice(2.5));
    calls.put("legacy_perm", r -> r.permutation(9));
    calls.put("legacy_perm_nd", r -> r.permutation(np.arange(12).reshape(4, 3)));
    calls.put("legacy_perm_float", r -> r.permutation(2.5));
    calls.put("legacy_shuffle", r -> shuffled(r, np.arange(9)));
    calls.put("seed_negative", r -> seeded(r, -1));
    calls.put("seed_empty", r -> seeded(r, new long[0]));
    calls.put("seed_float", r -> seeded(r, 1.5));
  }

  private static void addPart2(Map<String, Function<RandomState, Object>> calls) {
    calls.put("seed_nd", r -> seeded(r, new long[][] {{1}}));
    calls.put("seed_array", r -> seeded(r, new long[] {1, 2, 3}).rand(3));
    calls.put("interleaved", r -> interleaved(r));
  }

  private static NDArray shuffled(RandomState rng, NDArray array) {
    rng.shuffle(array);
    return array;
  }

  private static RandomState seeded(RandomState rng, Object seed) {
    rng.seed(seed);
    return rng;
  }

  private static NDArray interleaved(RandomState r) {
    return np.array(
        new double[] {
          r.randn(3).getDouble(2),
          r.rand().asDouble(),
          r.randn().asDouble(),
          r.randint(9).asDouble(),
          r.normal().asDouble()
        });
  }
}
