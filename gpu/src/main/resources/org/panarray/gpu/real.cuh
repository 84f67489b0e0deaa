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

// Large angles modulo a quarter turn: the same steps as org.panarray.prim.Angles.
PA pa_u64 pa_high(pa_u64 a, pa_u64 b) {
  pa_u64 al = (pa_u32)a, ah = a >> 32, bl = (pa_u32)b, bh = b >> 32;
  pa_u64 middle = ah * bl + (al * bl >> 32);
  return ah * bh + (middle >> 32) + ((al * bh + (pa_u32)middle) >> 32);
}
PA pa_u64 pa_turn_digits(int position) {
  const pa_u64 words[20] = {
      0x28be60db9391054aULL, 0x7f09d5f47d4d3770ULL, 0x36d8a5664f10e410ULL, 0x7f9458eaf7aef158ULL,
      0x6dc91b8e909374b8ULL, 0x01924bba82746487ULL, 0x3f877ac72c4a69cfULL, 0xba208d7d4baed121ULL,
      0x3a671c09ad17df90ULL, 0x4e64758e60d4ce7dULL, 0x272117e2ef7e4a0eULL, 0xc7fe25fff7816603ULL,
      0xfbcbc462d6829b47ULL, 0xdb4d9fb3c9f2c26dULL, 0xd3d18fd9a797fa8bULL, 0x5d49eeb1faf97c5eULL,
      0xcf41ce7de294a4baULL, 0x9afed7ec47e35742ULL, 0x1580cc11bf1edaeaULL, 0xfc33ef0826bd0d87ULL};
  int word = position >> 6, shift = position & 63;
  pa_u64 here = word < 0 ? 0 : words[word];
  if (shift == 0) return here;
  pa_u64 next = word < -1 ? 0 : words[word + 1];
  return here << shift | next >> (64 - shift);
}
PA void pa_turns(double x, pa_u64* first, pa_u64* second) {
  pa_u64 bits = (pa_u64)__double_as_longlong(x);
  pa_u64 mantissa = (bits & 0xfffffffffffffULL) | 1ULL << 52;
  int exponent = (int)(bits >> 52 & 0x7ff) - 1075;
  pa_u64 a = pa_turn_digits(exponent), b = pa_turn_digits(exponent + 64);
  pa_u64 low = mantissa * b;
  *second = low + pa_high(mantissa, pa_turn_digits(exponent + 128));
  *first = mantissa * a + pa_high(mantissa, b) + (*second < low ? 1 : 0);
  if (bits >> 63) {
    *first = ~*first + (*second == 0 ? 1 : 0);
    *second = 0 - *second;
  }
}
PA double pa_angle_quarter(double x) {
  if (fabs(x) <= 0x1p30 || !(fabs(x) < pa_inf())) return 0;
  pa_u64 first, second;
  pa_turns(x, &first, &second);
  return (double)((first + (1ULL << 61)) >> 62);
}
PA double pa_angle_rest_part(double x, bool high) {
  if (fabs(x) <= 0x1p30) return 0;
  if (!(fabs(x) < pa_inf())) return pa_nan();
  pa_u64 first, second;
  pa_turns(x, &first, &second);
  pa_i64 rest = (pa_i64)(first - (((first + (1ULL << 61)) >> 62) << 62));
  double upper = (double)(rest >> 11) * 0x1p11;
  double middle = (double)(((pa_u64)rest & 0x7ff) << 42 | second >> 22);
  double tail = middle * 0x1p-42 + (double)(second & 0x3fffff) * 0x1p-64;
  double sum = upper + tail;
  double error = (upper - sum) + tail;
  double product = sum * 1.5707963267948966;
  double low = fma(sum, 1.5707963267948966, -product)
      + (sum * 6.123233995736766e-17 + error * 1.5707963267948966);
  double value = product + low;
  return (high ? value : (product - value) + low) * 0x1p-62;
}
PA double pa_angle_rest(double x) { return pa_angle_rest_part(x, true); }
PA double pa_angle_rest_low(double x) { return pa_angle_rest_part(x, false); }

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
