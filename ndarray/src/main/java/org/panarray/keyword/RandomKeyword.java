package org.panarray.keyword;

import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.error.Required;

/// The keyword arguments of `np.random`, made by [Kw].
public interface RandomKeyword extends Keyword {
  /// Keywords of the distributions of `np.random`.
  interface ForSampling extends Keyword {}

  /// Keywords of the distributions with a scale alone.
  interface ForScaled extends Keyword {}

  /// Keywords of the distributions with a location and a scale.
  interface ForLocated extends Keyword {}

  /// Keywords of `uniform`.
  interface ForUniform extends Keyword {}

  /// Keywords of `Generator.random`, `standardNormal` and `standardGamma`.
  interface ForStandard extends Keyword {}

  /// Keywords of `Generator.standardExponential`.
  interface ForStandardExponential extends Keyword {}

  /// Keywords of `Generator.integers`.
  interface ForIntegers extends Keyword {}

  /// Keywords of the legacy `randint`.
  interface ForRandint extends Keyword {}

  /// Keywords of `Generator.choice`.
  interface ForChoice extends Keyword {}

  /// Keywords of the legacy `choice`.
  interface ForLegacyChoice extends Keyword {}

  /// Keywords of `Generator.permuted`.
  interface ForPermuted extends Keyword {}

  /// Keywords of the legacy `multivariateNormal`.
  interface ForLegacyMultivariateNormal extends Keyword {}

  /// Keywords of `Generator.multivariateHypergeometric`.
  interface ForMultivariateHypergeometric extends Keyword {}

  /// Keywords of `Generator.multivariateNormal`.
  interface ForMultivariateNormal extends Keyword {}

  /// `size`: the shape of what `np.random` draws, or null for NumPy's `None`: the shape of the
  /// parameters.
  record Size(long @Nullable [] dims)
      implements ForSampling,
          ForScaled,
          ForLocated,
          ForUniform,
          ForStandard,
          ForStandardExponential,
          ForIntegers,
          ForRandint,
          ForChoice,
          ForLegacyChoice,
          ForLegacyMultivariateNormal,
          ForMultivariateHypergeometric,
          ForMultivariateNormal {}

  /// `loc`: where a distribution is centred.
  record Loc(Object value) implements ForLocated {}

  /// `scale`: how wide a distribution is.
  record Scale(Object value) implements ForScaled, ForLocated {}

  /// `low`: the lower end of `uniform`.
  record Low(Object value) implements ForUniform {}

  /// `high`: the upper end of `uniform`.
  record High(Object value) implements ForUniform {}

  /// `replace`: whether `choice` may take an element twice.
  record Replace(boolean value) implements ForChoice, ForLegacyChoice {}

  /// `p`: the probabilities of `choice`.
  record P(Object value) implements ForChoice, ForLegacyChoice {}

  /// `shuffle`: whether a `choice` without replacement is in random order.
  record Shuffle(boolean value) implements ForChoice {}

  /// `method`: the algorithm by NumPy's name.
  record Method(String value)
      implements StatisticsKeyword.ForQuantile,
          ForStandardExponential,
          ForMultivariateHypergeometric,
          ForMultivariateNormal {
    public Method {
      Required.argument(value, "method");
    }
  }

  /// `checkValid`: `warn`, `raise` or `ignore` where a covariance is none.
  record CheckValid(String value) implements ForLegacyMultivariateNormal, ForMultivariateNormal {
    public CheckValid {
      Required.argument(value, "checkValid");
    }
  }
}
