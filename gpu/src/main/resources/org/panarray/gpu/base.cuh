// What every kernel of Panarray starts with: element types that CUDA C lacks, loads and stores, and
// conversions with the results that NumPy has on x86-64.
#define PA static __device__ __forceinline__
#define PA_BLOCK 256

typedef signed char pa_i8;
typedef unsigned char pa_u8;
typedef short pa_i16;
typedef unsigned short pa_u16;
typedef unsigned int pa_u32;
typedef long long pa_i64;
typedef unsigned long long pa_u64;

// A float in 16 bits, with E bits of exponent and M of mantissa.
template <int E, int M>
struct pa_narrow {
  pa_u16 bits;
  static __device__ __forceinline__ pa_narrow of(double v);
  static __device__ __forceinline__ pa_narrow of(float v);
};
template <class R>
struct alignas(2 * sizeof(R)) pa_pair {
  R re, im;
};
typedef pa_pair<float> pa_c64;
typedef pa_pair<double> pa_c128;

// Several neighbouring elements, moved by one instruction.
template <class T, int N>
struct alignas(N * sizeof(T)) pa_pack {
  T at[N];
};

PA double pa_inf() { return __longlong_as_double(0x7ff0000000000000LL); }
PA double pa_nan() { return __longlong_as_double(0x7ff8000000000000LL); }
template <class T>
PA bool pa_isnan(T v) {
  return v != v;
}
PA bool pa_signbit(float v) { return __float_as_uint(v) >> 31; }
PA bool pa_signbit(double v) { return __double_as_longlong(v) < 0; }

PA int pa_bits(float v) { return (int)__float_as_uint(v); }
PA pa_i64 pa_bits(double v) { return __double_as_longlong(v); }
PA float pa_float_of_bits(int v) { return __uint_as_float((pa_u32)v); }
PA double pa_float_of_bits(pa_i64 v) { return __longlong_as_double(v); }

// ---- narrow floats: kept in 16 bits, computed in float
template <int E, int M>
PA pa_u16 pa_infinity(pa_narrow<E, M>) {
  return ((1 << E) - 1) << M;
}
template <int E, int M>
PA pa_narrow<E, M> pa_narrow_nan(pa_narrow<E, M> like) {
  return {(pa_u16)(pa_infinity(like) | 1 << (M - 1))};
}
template <int E, int M>
PA float pa_float(pa_narrow<E, M> h) {
  if (E == 8) return __uint_as_float((pa_u32)h.bits << 16);
#ifdef __CUDA_ARCH__
  if (E == 5) {
    float f;
    asm("cvt.f32.f16 %0, %1;" : "=f"(f) : "h"(h.bits));
    return f;
  }
#endif
  const int bias = (1 << (E - 1)) - 1;
  pa_u32 sign = (pa_u32)(h.bits & 0x8000) << 16, rest = h.bits & 0x7fff;
  if (rest >= pa_infinity(h)) return __uint_as_float(sign | 0x7f800000u | rest << (23 - M));
  if (rest >= 1u << M) {
    return __uint_as_float(sign | ((rest << (23 - M)) + ((pa_u32)(127 - bias) << 23)));
  }
  float tiny = (float)rest * __uint_as_float((pa_u32)(127 + 1 - bias - M) << 23);
  return sign ? -tiny : tiny;
}
// Rounds to nearest, ties to even, in one step from the 53 bits of a double.
template <int E, int M>
__device__ __forceinline__ pa_narrow<E, M> pa_narrow<E, M>::of(double v) {
  const int bias = (1 << (E - 1)) - 1, cut = 52 - M;
  const pa_u16 infinity = ((1 << E) - 1) << M;
  pa_u64 bits = (pa_u64)__double_as_longlong(v);
  pa_u16 sign = (pa_u16)(bits >> 48 & 0x8000);
  bits &= 0x7fffffffffffffffULL;
  if (bits > 0x7ff0000000000000ULL) {
    pa_u16 payload = (pa_u16)(bits >> cut & ((1 << M) - 1));
    return {(pa_u16)(sign | infinity | (payload ? payload : 1 << (M - 1)))};
  }
  // From the middle between the largest number and the power of two after it.
  if (bits >= ((pa_u64)(1023 + bias + 1) << 52) - (1ULL << (cut - 1))) {
    return {(pa_u16)(sign | infinity)};
  }
  if (bits < (pa_u64)(1023 + 1 - bias) << 52) {
    // Below the normal numbers the spacing is fixed, and rint rounds ties to even.
    double scale = __longlong_as_double((pa_i64)(1023 + bias - 1 + M) << 52);
    return {(pa_u16)(sign | (pa_u16)rint(__longlong_as_double((pa_i64)bits) * scale))};
  }
  bits += (1ULL << (cut - 1)) - 1 + (bits >> cut & 1);
  return {(pa_u16)(sign | (pa_u16)((bits >> cut) - ((pa_u64)(1023 - bias) << M)))};
}
template <int E, int M>
__device__ __forceinline__ pa_narrow<E, M> pa_narrow<E, M>::of(float v) {
  if (v == v) {
    if (E == 8) {
      pa_u32 bits = __float_as_uint(v);
      return {(pa_u16)((bits + 0x7fff + (bits >> 16 & 1)) >> 16)};
    }
#ifdef __CUDA_ARCH__
    if (E == 5) {
      pa_narrow h;
      asm("cvt.rn.f16.f32 %0, %1;" : "=h"(h.bits) : "f"(v));
      return h;
    }
#endif
  }
  return of((double)v);
}
template <int E, int M>
PA pa_narrow<E, M> pa_narrow_step(pa_narrow<E, M> h, bool up) {
  if ((h.bits & 0x7fff) == 0) return {(pa_u16)(up ? 1 : 0x8001)};
  bool grow = up == !(h.bits >> 15);
  return {(pa_u16)(grow ? h.bits + 1 : h.bits - 1)};
}
// Of two equal numbers, which may be zeros of two signs, NumPy takes the first where both are halves
// (E == 5), and else the second.
template <int E, int M>
PA pa_narrow<E, M> pa_narrow_nextafter(pa_narrow<E, M> a, pa_narrow<E, M> b) {
  float x = pa_float(a), y = pa_float(b);
  if (x != x || y != y) return pa_narrow_nan(a);
  if (x == y) return E == 5 ? a : b;
  return pa_narrow_step(a, y > x);
}
#define PA_NARROW_CHOICE(NAME, OP, NAN_OF)                                       \
  template <int E, int M>                                                        \
  PA pa_narrow<E, M> pa_narrow_##NAME(pa_narrow<E, M> a, pa_narrow<E, M> b) {    \
    float x = pa_float(a), y = pa_float(b);                                      \
    return x OP y || NAN_OF != NAN_OF || (E == 5 && x == y) ? a : b;             \
  }
PA_NARROW_CHOICE(maximum, >, x)
PA_NARROW_CHOICE(minimum, <, x)
PA_NARROW_CHOICE(fmax, >, y)
PA_NARROW_CHOICE(fmin, <, y)

// Away from zero, with the sign of the number; of a half towards positive infinity.
template <int E, int M>
PA pa_narrow<E, M> pa_narrow_spacing(pa_narrow<E, M> a) {
  if ((a.bits & 0x7fff) >= pa_infinity(a)) return pa_narrow_nan(a);
  float x = pa_float(a);
  return pa_narrow<E, M>::of(pa_float(pa_narrow_step(a, E == 5 || x >= 0)) - x);
}

// ---- conversion to integers as x86-64's cvttsd2si does it: out of range is the smallest integer
PA int pa_int32(double v) {
  return v > -2147483649.0 && v < 2147483648.0 ? (int)v : (int)0x80000000u;
}
PA pa_i64 pa_int64(double v) {
  return v >= -0x1p63 && v < 0x1p63 ? (pa_i64)v : (pa_i64)0x8000000000000000ULL;
}
PA pa_u64 pa_uint64(double v) {
  return v >= 0x1p63 ? (pa_u64)pa_int64(v - 0x1p63) ^ 0x8000000000000000ULL : (pa_u64)pa_int64(v);
}
