// Floating-point arithmetic after NumPy's npymath, for float and double. A half is widened before.
#define PA_REAL(R)                                                                             \
  PA R pa_divmod(R a, R b, R* remainder) {                                                     \
    R mod = fmod(a, b);                                                                        \
    R div = (a - mod) / b;                                                                     \
    if (mod != 0) {                                                                            \
      if ((b < 0) != (mod < 0)) {                                                              \
        mod += b;                                                                              \
        div -= 1;                                                                              \
      }                                                                                        \
    } else {                                                                                   \
      mod = copysign((R)0, b);                                                                 \
    }                                                                                          \
    R whole = copysign((R)0, a / b);                                                           \
    if (div != 0) {                                                                            \
      whole = floor(div);                                                                      \
      if (div - whole > (R)0.5) whole += 1;                                                    \
    }                                                                                          \
    *remainder = mod;                                                                          \
    return whole;                                                                              \
  }                                                                                            \
  PA R pa_floor_divide(R a, R b) {                                                             \
    R mod;                                                                                     \
    return b == 0 ? a / b : pa_divmod(a, b, &mod);                                             \
  }                                                                                            \
  PA R pa_remainder(R a, R b) {                                                                \
    if (b == 0) return fmod(a, b);                                                             \
    R mod;                                                                                     \
    pa_divmod(a, b, &mod);                                                                     \
    return mod;                                                                                \
  }                                                                                            \
  PA R pa_fmod(R a, R b) { return fmod(a, b); }                                                \
  PA R pa_power(R a, R b) { return pow(a, b); }                                                \
  PA R pa_maximum(R a, R b) { return a > b || a != a ? a : b; }                                \
  PA R pa_minimum(R a, R b) { return a < b || a != a ? a : b; }                                \
  PA R pa_fmax(R a, R b) { return a > b || b != b ? a : b; }                                   \
  PA R pa_fmin(R a, R b) { return a < b || b != b ? a : b; }                                   \
  PA R pa_logaddexp(R a, R b) {                                                                \
    if (a == b) return a + (R)0.693147180559945309417232121458176568;                          \
    R d = a - b;                                                                               \
    return d > 0 ? a + log1p(exp(-d)) : d <= 0 ? b + log1p(exp(d)) : d;                        \
  }                                                                                            \
  PA R pa_logaddexp2(R a, R b) {                                                               \
    const R e = (R)1.442695040888963407359924681001892137;                                     \
    if (a == b) return a + 1;                                                                  \
    R d = a - b;                                                                               \
    return d > 0 ? a + e * log1p(exp2(-d)) : d <= 0 ? b + e * log1p(exp2(d)) : d;              \
  }                                                                                            \
  PA R pa_absolute(R a) { return fabs(a); }                                                    \
  PA R pa_sign(R a) { return a > 0 ? (R)1 : a < 0 ? (R)-1 : a == 0 ? (R)0 : a; }               \
  PA R pa_reciprocal(R a) { return 1 / a; }                                                    \
  PA R pa_conjugate(R a) { return a; }                                                         \
  PA bool pa_truth(R a) { return a != 0; }                                                     \
  PA bool pa_isinf(R a) { return fabs(a) == (R)pa_inf(); }                                     \
  PA bool pa_isfinite(R a) { return fabs(a) < (R)pa_inf(); }                                   \
  PA R pa_modf_fraction(R a) {                                                                 \
    return pa_isinf(a) ? copysign((R)0, a) : copysign(a - trunc(a), a);                        \
  }                                                                                            \
  PA R pa_frexp_mantissa(R a) {                                                                \
    int e;                                                                                     \
    return a == 0 || !pa_isfinite(a) ? a : frexp(a, &e);                                       \
  }                                                                                            \
  PA int pa_frexp_exponent(R a) {                                                              \
    int e = 0;                                                                                 \
    if (a != 0 && pa_isfinite(a)) frexp(a, &e);                                                \
    return e;                                                                                  \
  }                                                                                            \
  PA R pa_spacing(R a) {                                                                       \
    if (!pa_isfinite(a)) return a != a ? a : (R)pa_nan();                                      \
    return nextafter(a, a < 0 ? -(R)pa_inf() : (R)pa_inf()) - a;                               \
  }                                                                                            \
  PA R pa_real(R a) { return a; }                                                              \
  PA R pa_imag(R) { return 0; }

// Single precision scales by factors that were rounded to float first.
PA float pa_deg2rad(float a) { return a * (float)0.017453292519943295; }
PA double pa_deg2rad(double a) { return a * 0.017453292519943295; }
PA float pa_rad2deg(float a) { return a * (180.0f / 3.14159274f); }
PA double pa_rad2deg(double a) { return a * 57.295779513082323; }

PA_REAL(float)
PA_REAL(double)

// An exponent of any size for ldexp, which takes an int.
PA int pa_exponent(int e) { return e; }
PA int pa_exponent(pa_i64 e) { return e > 100000 ? 100000 : e < -100000 ? -100000 : (int)e; }
