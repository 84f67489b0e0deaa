// Complex arithmetic after NumPy's. Functions of single precision are computed in double precision.
PA pa_c64 pa_complex(float re, float im) { return {re, im}; }
PA pa_c128 pa_complex(double re, double im) { return {re, im}; }

template <class R>
PA pa_pair<R> operator+(pa_pair<R> a, pa_pair<R> b) {
  return {a.re + b.re, a.im + b.im};
}
template <class R>
PA pa_pair<R> operator-(pa_pair<R> a, pa_pair<R> b) {
  return {a.re - b.re, a.im - b.im};
}
template <class R>
PA pa_pair<R> operator-(pa_pair<R> a) {
  return {-a.re, -a.im};
}
template <class R>
PA pa_pair<R> operator*(pa_pair<R> a, pa_pair<R> b) {
  return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}
template <class R>
PA pa_pair<R> operator*(R a, pa_pair<R> b) {
  return {a * b.re, a * b.im};
}
// Smith's algorithm, with NumPy's order of operations.
template <class R>
PA pa_pair<R> operator/(pa_pair<R> a, pa_pair<R> b) {
  R re = fabs(b.re), im = fabs(b.im);
  if (re >= im) {
    if (re == 0 && im == 0) return {a.re / re, a.im / re};
    R ratio = b.im / b.re, scale = 1 / (b.re + b.im * ratio);
    return {(a.re + a.im * ratio) * scale, (a.im - a.re * ratio) * scale};
  }
  R ratio = b.re / b.im, scale = 1 / (b.im + b.re * ratio);
  return {(a.re * ratio + a.im) * scale, (a.im * ratio - a.re) * scale};
}
template <class R>
PA bool operator==(pa_pair<R> a, pa_pair<R> b) {
  return a.re == b.re && a.im == b.im;
}
template <class R>
PA bool operator!=(pa_pair<R> a, pa_pair<R> b) {
  return !(a == b);
}
// The order is that of the real parts, then of the imaginary parts.
#define PA_COMPLEX_ORDER(OP, STRICT)                                                     \
  template <class R>                                                                     \
  PA bool operator OP(pa_pair<R> a, pa_pair<R> b) {                                \
    return (a.re STRICT b.re && a.im == a.im && b.im == b.im) || (a.re == b.re && a.im OP b.im); \
  }
PA_COMPLEX_ORDER(<, <)
PA_COMPLEX_ORDER(<=, <)
PA_COMPLEX_ORDER(>, >)
PA_COMPLEX_ORDER(>=, >)

template <class R>
PA bool pa_isnan(pa_pair<R> a) {
  return a.re != a.re || a.im != a.im;
}
template <class R>
PA bool pa_isinf(pa_pair<R> a) {
  return pa_isinf(a.re) || pa_isinf(a.im);
}
template <class R>
PA bool pa_isfinite(pa_pair<R> a) {
  return pa_isfinite(a.re) && pa_isfinite(a.im);
}
template <class R>
PA bool pa_truth(pa_pair<R> a) {
  return a.re != 0 || a.im != 0;
}
template <class R>
PA pa_pair<R> pa_maximum(pa_pair<R> a, pa_pair<R> b) {
  return pa_isnan(a) || a >= b ? a : b;
}
template <class R>
PA pa_pair<R> pa_minimum(pa_pair<R> a, pa_pair<R> b) {
  return pa_isnan(a) || a <= b ? a : b;
}
template <class R>
PA pa_pair<R> pa_fmax(pa_pair<R> a, pa_pair<R> b) {
  return pa_isnan(b) || a >= b ? a : b;
}
template <class R>
PA pa_pair<R> pa_fmin(pa_pair<R> a, pa_pair<R> b) {
  return pa_isnan(b) || a <= b ? a : b;
}
template <class R>
PA R pa_absolute(pa_pair<R> a) {
  return hypot(a.re, a.im);
}
template <class R>
PA pa_pair<R> pa_sign(pa_pair<R> a) {
  R size = hypot(a.re, a.im);
  if (size != size) return {size, size};
  if (pa_isinf(size)) {
    if (pa_isinf(a.re) && pa_isinf(a.im)) return {(R)pa_nan(), (R)pa_nan()};
    return pa_isinf(a.re) ? pa_pair<R>{copysign((R)1, a.re), 0}
                          : pa_pair<R>{0, copysign((R)1, a.im)};
  }
  if (size == 0) return {0, 0};
  return {a.re / size, a.im / size};
}
template <class R>
PA pa_pair<R> pa_reciprocal(pa_pair<R> a) {
  if (fabs(a.im) <= fabs(a.re)) {
    R ratio = a.im / a.re, size = a.re + a.im * ratio;
    return {1 / size, -ratio / size};
  }
  R ratio = a.re / a.im, size = a.re * ratio + a.im;
  return {ratio / size, -1 / size};
}
template <class R>
PA pa_pair<R> pa_conjugate(pa_pair<R> a) {
  return {a.re, -a.im};
}
template <class R>
PA R pa_real(pa_pair<R> a) {
  return a.re;
}
template <class R>
PA R pa_imag(pa_pair<R> a) {
  return a.im;
}
template <class R>
PA pa_pair<R> rint(pa_pair<R> a) {
  return {(R)rint(a.re), (R)rint(a.im)};
}

// ---- elementary functions; the special values are those of C99's annex G
PA pa_c128 pa_times_i(pa_c128 z) { return {-z.im, z.re}; }
PA pa_c128 pa_over_i(pa_c128 z) { return {z.im, -z.re}; }

PA pa_c128 exp(pa_c128 z) {
  if (z.im == 0) return {exp(z.re), z.im};
  if (pa_isinf(z.re)) {
    if (z.re < 0) {
      if (!pa_isfinite(z.im)) return {0, copysign(0.0, z.im)};
      return {0 * cos(z.im), 0 * sin(z.im)};
    }
    if (!pa_isfinite(z.im)) return {z.re, pa_nan()};
  }
  double s = sin(z.im), c = cos(z.im);
  if (z.re > 709 && z.re < 1500) {  // exp alone overflows before its product does
    double e = exp(z.re - 700), big = 1.0142320547350045e304;
    return {e * c * big, e * s * big};
  }
  double e = exp(z.re);
  return {e * c, e * s};
}
PA pa_c128 log(pa_c128 z) {
  double x = fabs(z.re), y = fabs(z.im), size = hypot(z.re, z.im), re;
  if (x < y) {
    double t = x;
    x = y;
    y = t;
  }
  if (size > 0.5 && size < 2) {
    re = 0.5 * log1p((x - 1) * (x + 1) + y * y);
  } else if (x > 1e307 && pa_isfinite(x)) {
    re = log(hypot(x * 0x1p-4, y * 0x1p-4)) + 2.7725887222397812;
  } else if (x < 1e-300 && x > 0) {
    re = log(hypot(x * 0x1p60, y * 0x1p60)) - 41.58883083359672;
  } else {
    re = log(size);
  }
  return {re, atan2(z.im, z.re)};
}
PA pa_c128 sqrt(pa_c128 z) {
  double x = z.re, y = z.im;
  if (pa_isinf(y)) return {pa_inf(), y};
  if (x == 0 && y == 0) return {0, y};
  if (x != x) return {x, y == 0 ? x : y - y == 0 ? x : y};
  if (pa_isinf(x)) {
    if (x > 0) return {x, y != y ? y : copysign(0.0, y)};
    return {y != y ? y : 0.0, copysign(pa_inf(), y)};
  }
  double scale = 1;
  if (fabs(x) > 1e307 || fabs(y) > 1e307) {
    x *= 0.25;
    y *= 0.25;
    scale = 2;
  } else if (fabs(x) < 1e-290 && fabs(y) < 1e-290) {
    x *= 0x1p108;
    y *= 0x1p108;
    scale = 0x1p-54;
  }
  double t = sqrt((fabs(x) + hypot(x, y)) * 0.5);
  if (x >= 0) return {scale * t, scale * (y / (2 * t))};
  return {scale * (fabs(y) / (2 * t)), copysign(scale * t, y)};
}
PA pa_c128 sinh(pa_c128 z) {
  double x = z.re, y = z.im;
  if (y == 0) return {sinh(x), y};
  if (x == 0) return {pa_isfinite(y) ? x * cos(y) : x, sin(y)};
  if (pa_isinf(x) && !pa_isfinite(y)) return {x, pa_nan()};
  if (fabs(x) > 709 && pa_isfinite(x)) {
    pa_c128 e = exp(pa_c128{fabs(x), y});
    return {copysign(0.5, x) * e.re, 0.5 * e.im};
  }
  return {sinh(x) * cos(y), cosh(x) * sin(y)};
}
PA pa_c128 cosh(pa_c128 z) {
  double x = z.re, y = z.im;
  if (y == 0) return {cosh(x), x == x ? copysign(0.0, x) * y : copysign(0.0, y)};
  if (x == 0) return {cos(y), pa_isfinite(y) ? x * sin(y) : copysign(0.0, x)};
  if (pa_isinf(x) && !pa_isfinite(y)) return {pa_inf(), pa_nan()};
  if (fabs(x) > 709 && pa_isfinite(x)) {
    pa_c128 e = exp(pa_c128{fabs(x), y});
    return {0.5 * e.re, copysign(0.5, x) * e.im};
  }
  return {cosh(x) * cos(y), sinh(x) * sin(y)};
}
// Kahan's: no overflow, no cancellation.
PA pa_c128 tanh(pa_c128 z) {
  double x = z.re, y = z.im;
  if (pa_isinf(x)) {
    double zero = pa_isfinite(y) ? copysign(0.0, sin(2 * y)) : copysign(0.0, y);
    return {copysign(1.0, x), zero};
  }
  if (x != x && y == 0) return z;
  if (!pa_isfinite(y)) return {x == 0 ? x : y - y, y - y};
  if (fabs(x) > 22) {
    return {copysign(1.0, x), 4 * sin(y) * cos(y) * exp(-2 * fabs(x))};
  }
  double t = tan(y), beta = 1 + t * t, s = sinh(x), rho = sqrt(1 + s * s);
  if (pa_isinf(t)) return {rho / s, 1 / t};
  double d = 1 + beta * s * s;
  return {beta * rho * s / d, t / d};
}
PA pa_c128 sin(pa_c128 z) { return pa_over_i(sinh(pa_times_i(z))); }
PA pa_c128 cos(pa_c128 z) { return cosh(pa_times_i(z)); }
PA pa_c128 tan(pa_c128 z) { return pa_over_i(tanh(pa_times_i(z))); }

// Kahan, "Branch cuts for complex elementary functions": exact on the cuts, signed zeros included.
PA pa_c128 asinh(pa_c128 z) {
  if (pa_isnan(z) || pa_isinf(z)) {
    double size = hypot(z.re, z.im);
    if (pa_isinf(size)) {
      double angle = pa_isinf(z.re) && pa_isinf(z.im) ? 0.78539816339744831
                     : pa_isinf(z.im) ? (z.re == z.re ? 1.5707963267948966 : pa_nan())
                     : z.im == z.im ? 0.0 : pa_nan();
      return {copysign(pa_inf(), z.re), copysign(angle, z.im)};
    }
    return {pa_nan(), z.im == 0 ? z.im : pa_nan()};
  }
  if (fabs(z.re) > 1e150 || fabs(z.im) > 1e150) {
    pa_c128 l = log(pa_c128{fabs(z.re), fabs(z.im)});
    return {copysign(l.re + 0.69314718055994531, z.re), copysign(l.im, z.im)};
  }
  pa_c128 a = sqrt(pa_c128{1 + z.im, -z.re}), b = sqrt(pa_c128{1 - z.im, z.re});
  // asinh(z) = -i asin(iz)
  return {asinh(a.re * b.im - a.im * b.re), atan2(z.im, a.re * b.re - a.im * b.im)};
}
PA pa_c128 asin(pa_c128 z) { return pa_over_i(asinh(pa_times_i(z))); }
PA pa_c128 acos(pa_c128 z) {
  if (pa_isnan(z) || pa_isinf(z) || fabs(z.re) > 1e150 || fabs(z.im) > 1e150) {
    if (pa_isnan(z) && !pa_isinf(z)) {
      return {z.re == 0 ? 1.5707963267948966 : pa_nan(), pa_nan()};
    }
    pa_c128 l = log(pa_c128{fabs(z.re), fabs(z.im)});
    double angle = z.re != z.re || z.im != z.im ? pa_nan()
                   : pa_isinf(z.re) && !pa_isinf(z.im) ? 0.0 : l.im;
    if (pa_isinf(z.im) && z.re != z.re) angle = pa_nan();
    if (pa_isinf(z.im) && pa_isfinite(z.re)) angle = 1.5707963267948966;
    if (z.re < 0) angle = 3.1415926535897931 - angle;
    double big = pa_isinf(z) ? pa_inf() : l.re + 0.69314718055994531;
    return {angle, pa_signbit(z.im) ? big : -big};
  }
  pa_c128 a = sqrt(pa_c128{1 - z.re, -z.im}), b = sqrt(pa_c128{1 + z.re, z.im});
  return {2 * atan2(a.re, b.re), asinh(b.re * a.im - b.im * a.re)};
}
PA pa_c128 acosh(pa_c128 z) {
  pa_c128 w = acos(z);
  // acosh(z) = +-i acos(z), with a real part that is not negative
  if (w.re != w.re && w.im == w.im) return {fabs(w.im), w.re};
  if (w.re == w.re && w.im != w.im) return {w.im, w.re};
  return {fabs(w.im), copysign(w.re, z.im)};
}
PA pa_c128 atanh(pa_c128 z) {
  double x = fabs(z.re), y = fabs(z.im), re, im;
  if (x != x || y != y) {
    if (pa_isinf(x)) return {copysign(0.0, z.re), pa_nan()};
    if (pa_isinf(y)) return {copysign(0.0, z.re), copysign(1.5707963267948966, z.im)};
    return {z.re == 0 ? z.re : pa_nan(), pa_nan()};
  }
  if (x > 1e150 || y > 1e150) {
    double size = hypot(x * 0x1p-4, y * 0x1p-4);
    re = pa_isinf(size) ? 0.0 : (x / size) / size * 0x1p-8;
    im = 1.5707963267948966;
  } else {
    double one = 1 - x;
    re = x == 1 && y == 0 ? pa_inf() : 0.25 * log1p(4 * x / (one * one + y * y));
    if (x == 1 && y > 0 && y < 1e-8) re = 0.5 * (0.69314718055994531 - log(y));
    im = 0.5 * atan2(2 * y, one * (1 + x) - y * y);
  }
  return {copysign(re, z.re), copysign(im, z.im)};
}
PA pa_c128 atan(pa_c128 z) { return pa_over_i(atanh(pa_times_i(z))); }

PA pa_c128 exp2(pa_c128 z) { return exp(0.693147180559945309417232121458176568 * z); }
PA pa_c128 log2(pa_c128 z) { return 1.442695040888963407359924681001892137 * log(z); }
PA pa_c128 log10(pa_c128 z) { return 0.434294481903251827651128918916605082 * log(z); }
PA pa_c128 expm1(pa_c128 z) {
  double half = sin(z.im * 0.5), e = exp(z.re);
  return {expm1(z.re) * cos(z.im) - 2 * half * half, e * sin(z.im)};
}
PA pa_c128 log1p(pa_c128 z) {
  double size = hypot(z.re + 1, z.im);
  return {log(size), atan2(z.im, z.re + 1)};
}
PA pa_c128 pa_power(pa_c128 a, pa_c128 b) {
  if (b.re == 0 && b.im == 0) return {1, 0};
  if (a.re == 0 && a.im == 0) {
    if (b.re > 0) return {0, 0};
    return {pa_nan(), pa_nan()};
  }
  if (b.im == 0 && b.re > -100 && b.re < 100 && b.re == rint(b.re)) {
    int n = (int)b.re;
    if (n == 1) return a;
    if (n == 2) return a * a;
    if (n == 3) return a * (a * a);
    pa_c128 result = {1, 0}, power = a;
    for (int rest = n < 0 ? -n : n; rest; rest >>= 1, power = power * power) {
      if (rest & 1) result = result * power;
    }
    return n < 0 ? pa_reciprocal(result) : result;
  }
  return exp(b * log(a));
}

#define PA_COMPLEX64(F)                                 \
  PA pa_c64 F(pa_c64 z) {                               \
    pa_c128 r = F(pa_c128{(double)z.re, (double)z.im}); \
    return {(float)r.re, (float)r.im};                  \
  }
PA_COMPLEX64(exp)
PA_COMPLEX64(log)
PA_COMPLEX64(sqrt)
PA_COMPLEX64(sinh)
PA_COMPLEX64(cosh)
PA_COMPLEX64(tanh)
PA_COMPLEX64(sin)
PA_COMPLEX64(cos)
PA_COMPLEX64(tan)
PA_COMPLEX64(asinh)
PA_COMPLEX64(asin)
PA_COMPLEX64(acos)
PA_COMPLEX64(acosh)
PA_COMPLEX64(atanh)
PA_COMPLEX64(atan)
PA_COMPLEX64(exp2)
PA_COMPLEX64(log2)
PA_COMPLEX64(log10)
PA_COMPLEX64(expm1)
PA_COMPLEX64(log1p)
PA pa_c64 pa_power(pa_c64 a, pa_c64 b) {
  pa_c128 r = pa_power(pa_c128{(double)a.re, (double)a.im}, pa_c128{(double)b.re, (double)b.im});
  return {(float)r.re, (float)r.im};
}
