package org.panarray;

import static org.panarray.Kw.axis;
import static org.panarray.Kw.checkValid;
import static org.panarray.Kw.endpoint;
import static org.panarray.Kw.method;
import static org.panarray.Kw.out;
import static org.panarray.Kw.p;
import static org.panarray.Kw.replace;
import static org.panarray.Kw.scale;
import static org.panarray.Kw.shuffle;
import static org.panarray.Kw.size;
import static org.panarray.Np.np;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.panarray.keyword.Keyword;

/// The calls on `g` of `record_random_calls.py`, in Java.
final class GeneratorCalls {
  private static final double[] DIE = {1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0};

  private GeneratorCalls() {}

  static Map<String, Function<Generator, Object>> calls() {
    Map<String, Function<Generator, Object>> calls = new HashMap<>();
    addPart1(calls);
    addPart2(calls);
    addPart3(calls);
    return calls;
  }

  private static void addPart1(Map<String, Function<Generator, Object>> calls) {
    calls.put("random", g -> g.random());
    calls.put("random_size", g -> g.random(3, 4));
    calls.put("random_0d", g -> g.random(size()));
    calls.put("random_float", g -> g.random(size(5000), np.float32));
    calls.put("random_empty", g -> g.random(0, 3));
    calls.put("random_out", g -> g.random(out(np.empty(4, 2).T())));
    calls.put(
        "random_out_float", g -> g.random(out(np.empty(new long[] {9}, np.float32)), np.float32));
    calls.put("random_int", g -> g.random(size(3), np.int32));
    calls.put("random_out_type", g -> g.random(out(np.empty(new long[] {4}, np.float32))));
    calls.put("random_out_size", g -> g.random(size(3), out(np.empty(4))));
    calls.put("random_out_stride", g -> g.random(out(np.empty(4, 4).get("::2, ::2"))));
    calls.put("random_negative", g -> g.random(2, -1));
    calls.put("standard_normal", g -> g.standardNormal(70, 70));
    calls.put("standard_exp", g -> g.standardExponential(9));
    calls.put("standard_exp_inv", g -> g.standardExponential(size(9), method("inv"), np.float32));
    calls.put("standard_gamma", g -> g.standardGamma(new double[] {0.5, 2.0, 1.0}, size(4, 3)));
    calls.put("standard_gamma_f", g -> g.standardGamma(new double[] {0.5, 2.0}, np.float32));
    calls.put("standard_gamma_o", g -> g.standardGamma(new long[] {1, 2}, out(np.empty(3))));
    calls.put("integers", g -> g.integers(10, size(3, 5)));
    calls.put("integers_scalar", g -> g.integers(5, 9));
    calls.put("integers_bool", g -> g.integers(0, 2, size(70), np.bool));
    calls.put("integers_u8", g -> g.integers(0, 256, size(70), np.uint8));
    calls.put("integers_i16", g -> g.integers(-7, 300, size(70), np.int16, endpoint(true)));
    calls.put("integers_u64", g -> g.integers(0, BigInteger.TWO.pow(64), size(9), np.uint64));
    calls.put("integers_big", g -> g.integers(1099511627776L, 1125899906842624L, size(9)));
    calls.put("integers_arrays", g -> g.integers(new long[][] {{1}, {2}}, new long[] {3, 4, 5}));
    calls.put(
        "integers_arrays8",
        g -> g.integers(new long[] {1, 5}, new long[] {3, 30}, size(3, 2), np.uint8));
    calls.put("integers_zero", g -> g.integers(0));
    calls.put("integers_equal", g -> g.integers(5, 5));
    calls.put("integers_closed", g -> g.integers(5, 4, endpoint(true)));
    calls.put("integers_low", g -> g.integers(-1, 5, np.uint8));
    calls.put("integers_high", g -> g.integers(0, 257, np.uint8));
    calls.put("integers_float", g -> g.integers(0, 2, np.float64));
    calls.put("integers_empty", g -> g.integers(5, 4, size(0)));
    calls.put("integers_shape", g -> g.integers(new long[] {1, 5}, new long[] {3, 30}, size(3)));
    calls.put("integers_nan", g -> g.integers(Double.NaN));
    calls.put("integers_array0", g -> g.integers(0, new long[] {0, 4, 5}));
    calls.put("uniform", g -> g.uniform(-1.0, 2.5, 1000));
    calls.put("uniform_default", g -> g.uniform(size(4)));
    calls.put("uniform_arrays", g -> g.uniform(new long[] {0, 1}, new long[][] {{2}, {3}}));
    calls.put("uniform_wrong", g -> g.uniform(5, 1));
    calls.put("uniform_inf", g -> g.uniform(0, Double.POSITIVE_INFINITY));
    calls.put("uniform_inf_array", g -> g.uniform(new long[] {0}, Double.POSITIVE_INFINITY));
    calls.put("normal", g -> g.normal(1.0, 2.0, 9, 500));
    calls.put("normal_default", g -> g.normal(size(4)));
  }

  private static void addPart2(Map<String, Function<Generator, Object>> calls) {
    calls.put("normal_scale", g -> g.normal(scale(0.1), size(4)));
    calls.put("normal_arrays", g -> g.normal(new long[] {0, 1, 2}, new long[][] {{1}, {10}}));
    calls.put("normal_wrong", g -> g.normal(0, -1));
    calls.put("normal_mismatch", g -> g.normal(new long[] {0, 1, 2}, new long[] {1, 2}));
    calls.put("normal_size", g -> g.normal(new long[] {0, 1, 2}, 1, size(2, 2)));
    calls.put("normal_size_small", g -> g.normal(np.zeros(3, 2), 1, size(2)));
    calls.put("normal_complex", g -> g.normal(np.array(new Complex[] {Complex.I}), 1));
    calls.put("exponential", g -> g.exponential(2.0, 17));
    calls.put("gamma", g -> g.gamma(new double[] {0.5, 2.5}, 1.5, 3, 2));
    calls.put("beta", g -> g.beta(2.0, 3.0, 9));
    calls.put("beta_wrong", g -> g.beta(0, 1));
    calls.put("standard_cauchy", g -> g.standardCauchy(5));
    calls.put("triangular", g -> g.triangular(new long[] {0, 1}, 5, new long[] {8, 9}));
    calls.put("triangular_wrong", g -> g.triangular(1, 1, 1));
    calls.put("poisson", g -> g.poisson(new double[] {0.5, 5, 50}, size(40, 3)));
    calls.put("poisson_wrong", g -> g.poisson(-1));
    calls.put("poisson_large", g -> g.poisson(new double[] {1e300}));
    calls.put("binomial", g -> g.binomial(new long[] {10, 100}, 0.4, size(5, 2)));
    calls.put("binomial_wrong", g -> g.binomial(10, 1.5));
    calls.put("binomial_wrongs", g -> g.binomial(10, new double[] {0.5, 1.5}));
    calls.put("binomial_float", g -> g.binomial(new double[] {1.5}, 0.5));
    calls.put("geometric", g -> g.geometric(new double[] {0.1, 0.9}));
    calls.put("negative_binomial", g -> g.negativeBinomial(5, 0.3, 9));
    calls.put("negative_b_large", g -> g.negativeBinomial(1e300, 0.3));
    calls.put("hypergeometric", g -> g.hypergeometric(new long[] {10, 20}, 5, 7, size(3, 2)));
    calls.put("hyper_wrong", g -> g.hypergeometric(1, 2, 5));
    calls.put("hyper_large", g -> g.hypergeometric(1000000000L, 1000000000L, 5));
    calls.put("hyper_negative", g -> g.hypergeometric(-1, 20, 5));
    calls.put("logseries", g -> g.logseries(0.6, 9));
    calls.put("zipf", g -> g.zipf(2.0, 9));
    calls.put("zipf_wrong", g -> g.zipf(1.0));
    calls.put("multinomial", g -> g.multinomial(20, DIE, size(2, 3)));
    calls.put(
        "multinomial_many",
        g -> g.multinomial(new long[][] {{3}, {4}}, new double[][] {{0.5, 0.5}, {0.9, 0.1}}));
    calls.put("multinomial_wrong", g -> g.multinomial(20, new double[] {0.5, 0.6, 0.1}));
    calls.put("multinomial_n", g -> g.multinomial(-1, new double[] {0.5, 0.5}));
    calls.put("multinomial_p", g -> g.multinomial(3, new double[] {-0.5, 1.5}));
    calls.put("dirichlet", g -> g.dirichlet(new long[] {1, 2, 3}, size(4, 2)));
    calls.put("dirichlet_small", g -> g.dirichlet(new double[] {0.01, 0.02, 0.03}, size(50)));
    calls.put("dirichlet_wrong", g -> g.dirichlet(new long[] {-1, 2}));
    calls.put("mvhg", g -> g.multivariateHypergeometric(new long[] {16, 8, 4}, 6, size(20, 2)));
    calls.put(
        "mvhg_count",
        g -> g.multivariateHypergeometric(new long[] {16, 8, 4}, 6, size(20, 2), method("count")));
    calls.put("mvhg_most", g -> g.multivariateHypergeometric(new long[] {16, 8, 40}, 60, size(50)));
    calls.put(
        "mvhg_most_count",
        g -> g.multivariateHypergeometric(new long[] {16, 8, 40}, 60, size(50), method("count")));
    calls.put("mvhg_none", g -> g.multivariateHypergeometric(new long[] {5, 5}, 0, size(2)));
    calls.put("mvhg_large", g -> g.multivariateHypergeometric(new long[] {16, 8, 4}, 60));
    calls.put("mvhg_negative", g -> g.multivariateHypergeometric(new long[] {16, -8, 4}, 6));
    calls.put("mvhg_nsample", g -> g.multivariateHypergeometric(new long[] {16, 8, 4}, -6));
    calls.put(
        "mvhg_method", g -> g.multivariateHypergeometric(new long[] {16, 8, 4}, 6, method("foo")));
    calls.put("mvhg_marginals", g -> g.multivariateHypergeometric(new long[] {1000000000L, 5}, 1));
    calls.put(
        "mvn_raise",
        g ->
            g.multivariateNormal(
                new long[] {0, 0}, new long[][] {{1, 0}, {0, -1}}, checkValid("raise")));
    calls.put(
        "mvn_raise_eigh",
        g ->
            g.multivariateNormal(
                new long[] {0, 0},
                new long[][] {{1, 0}, {0, -1}},
                checkValid("raise"),
                method("eigh")));
    calls.put(
        "mvn_cholesky",
        g ->
            g.multivariateNormal(
                new long[] {0, 0}, new long[][] {{1, 0}, {0, -1}}, method("cholesky")));
    calls.put(
        "mvn_method",
        g -> g.multivariateNormal(new long[] {0, 0}, new long[][] {{1, 0}, {0, 1}}, method("foo")));
    calls.put(
        "mvn_check",
        g ->
            g.multivariateNormal(
                new long[] {0, 0}, new long[][] {{1, 0}, {0, 1}}, checkValid("foo")));
    calls.put(
        "mvn_mean",
        g -> g.multivariateNormal(new long[][] {{0, 0}}, new long[][] {{1, 0}, {0, 1}}));
    calls.put("mvn_cov", g -> g.multivariateNormal(new long[] {0, 0}, new long[] {1, 0}));
    calls.put(
        "mvn_length",
        g -> g.multivariateNormal(new long[] {0, 0, 0}, new long[][] {{1, 0}, {0, 1}}));
    calls.put(
        "mvn_identity",
        g ->
            g.multivariateNormal(
                new long[] {1, 2}, new long[][] {{1, 0}, {0, 1}}, size(2, 3), method("cholesky")));
    calls.put("permutation", g -> g.permutation(1000));
    calls.put("permutation_nd", g -> g.permutation(np.arange(24).reshape(2, 3, 4), axis(2)));
    calls.put("permutation_list", g -> g.permutation(new long[] {3, 1, 2}));
    calls.put("permutation_axis", g -> g.permutation(new long[][] {{1, 2}, {3, 4}}, axis(2)));
    calls.put("permutation_0", g -> g.permutation(0));
    calls.put("shuffle", g -> shuffled(g, np.arange(17.0), axis(0)));
  }

  private static void addPart3(Map<String, Function<Generator, Object>> calls) {
    calls.put("shuffle_nd", g -> shuffled(g, np.arange(24).reshape(4, 6), axis(1)));
    calls.put("shuffle_view", g -> shuffled(g, np.arange(40).get("::-2"), axis(0)));
    calls.put("shuffle_0d", g -> shuffled(g, np.array(3), axis(0)));
    calls.put("permuted", g -> g.permuted(np.arange(24).reshape(2, 3, 4)));
    calls.put("permuted_axis", g -> g.permuted(np.arange(24).reshape(2, 3, 4), axis(1)));
    calls.put(
        "permuted_out", g -> g.permuted(np.arange(6).reshape(2, 3), axis(0), out(np.empty(2, 3))));
    calls.put(
        "permuted_out_bad",
        g -> g.permuted(np.arange(6).reshape(2, 3), axis(0), out(np.empty(3, 2))));
    calls.put("choice", g -> g.choice(5));
    calls.put("choice_size", g -> g.choice(10, 2, 3));
    calls.put("choice_array", g -> g.choice(np.arange(5).times(1.5), 3));
    calls.put("choice_nd", g -> g.choice(np.arange(12).reshape(4, 3), size(5), axis(1)));
    calls.put("choice_unique", g -> g.choice(100, size(90), replace(false)));
    calls.put("choice_tail", g -> g.choice(20000, size(5000), replace(false)));
    calls.put("choice_unordered", g -> g.choice(100000, size(7), replace(false), shuffle(false)));
    calls.put("choice_p", g -> g.choice(4, size(60), p(new double[] {0.1, 0.2, 0.3, 0.4})));
    calls.put(
        "choice_p_unique", g -> g.choice(50, size(40), replace(false), p(np.arange(50).div(1225))));
    calls.put("choice_empty", g -> g.choice(new double[] {}));
    calls.put("choice_zero", g -> g.choice(0));
    calls.put("choice_nothing", g -> g.choice(0, 0));
    calls.put("choice_large", g -> g.choice(3, size(5), replace(false)));
    calls.put("choice_p_size", g -> g.choice(3, p(new double[] {0.5, 0.5})));
    calls.put("choice_p_sum", g -> g.choice(2, p(new double[] {0.5, 0.6})));
    calls.put("choice_p_nd", g -> g.choice(2, p(new double[][] {{0.5, 0.5}})));
    calls.put("choice_p_negative", g -> g.choice(2, p(new double[] {-0.5, 1.5})));
    calls.put("choice_p_nan", g -> g.choice(2, p(new double[] {Double.NaN, 1})));
    calls.put("choice_p_few", g -> g.choice(3, size(2), p(new long[] {1, 0, 0}), replace(false)));
    calls.put("choice_float", g -> g.choice(2.5));
    calls.put("choice_negative", g -> g.choice(5, -1));
    calls.put("rng_negative", g -> np.random.defaultRng(-1));
    calls.put("rng_float", g -> np.random.defaultRng(1.5));
    calls.put("rng_words", g -> np.random.defaultRng(new long[] {1, 2}).random(3));
    calls.put(
        "rng_sequence",
        g -> np.random.defaultRng(np.random.SeedSequence(5).spawn(2).get(1)).random(3));
    calls.put("rng_big", g -> np.random.defaultRng(BigInteger.TWO.pow(100)).random(3));
    calls.put("rng_mt", g -> np.random.Generator(np.random.MT19937(3)).standardNormal(5));
    calls.put("spawn", g -> g.spawn(3).get(2).random(3));
  }

  private static NDArray shuffled(Generator rng, NDArray array, Keyword.ForAxis axis) {
    rng.shuffle(array, axis);
    return array;
  }
}
