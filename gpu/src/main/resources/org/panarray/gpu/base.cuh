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

struct pa_half {
  pa_u16 bits;
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

// ---- half precision: kept in 16 bits, computed in float
PA float pa_float(pa_half h) {
#ifdef __CUDA_ARCH__
  float f;
  asm("cvt.f32.f16 %0, %1;" : "=f"(f) : "h"(h.bits));
  return f;
#else
  pa_u32 sign = (pa_u32)(h.bits & 0x8000) << 16, rest = h.bits & 0x7fff;
  if (rest >= 0x7c00) return __uint_as_float(sign | 0x7f800000u | (rest & 0x3ff) << 13);
  if (rest >= 0x400) return __uint_as_float(sign | ((rest << 13) + (112u << 23)));
  float tiny = (float)rest * 0x1p-24f;
  return sign ? -tiny : tiny;
#endif
}
// Rounds to nearest, ties to even, in one step from the 53 bits of a double.
PA pa_half pa_half_of(double v) {
  pa_u64 bits = (pa_u64)__double_as_longlong(v);
  pa_u16 sign = (pa_u16)(bits >> 48 & 0x8000);
  bits &= 0x7fffffffffffffffULL;
  if (bits >= 0x7ff0000000000000ULL) {
    pa_u16 payload = (pa_u16)(bits >> 42 & 0x3ff);
    if (bits > 0x7ff0000000000000ULL && payload == 0) payload = 0x200;
    return {(pa_u16)(sign | 0x7c00 | payload)};
  }
  double magnitude = __longlong_as_double((pa_i64)bits);
  if (magnitude >= 65520.0) return {(pa_u16)(sign | 0x7c00)};
  if (magnitude < 0x1p-14) {
    // Below the normal numbers the spacing is fixed, and rint rounds ties to even.
    return {(pa_u16)(sign | (pa_u16)rint(magnitude * 0x1p24))};
  }
  bits += (1ULL << 41) - 1 + (bits >> 42 & 1);
  return {(pa_u16)(sign | (pa_u16)((bits >> 42) - (1008ULL << 10)))};
}
PA pa_half pa_half_of(float v) {
#ifdef __CUDA_ARCH__
  if (v == v) {
    pa_half h;
    asm("cvt.rn.f16.f32 %0, %1;" : "=h"(h.bits) : "f"(v));
    return h;
  }
#endif
  return pa_half_of((double)v);
}
PA pa_half pa_half_step(pa_half h, bool up) {
  if ((h.bits & 0x7fff) == 0) return {(pa_u16)(up ? 1 : 0x8001)};
  bool grow = up == !(h.bits >> 15);
  return {(pa_u16)(grow ? h.bits + 1 : h.bits - 1)};
}
PA pa_half pa_half_nextafter(pa_half a, pa_half b) {
  float x = pa_float(a), y = pa_float(b);
  if (x != x || y != y) return {0x7e00};
  if (x == y) return a;  // the wider types give b: it matters for zeros
  return pa_half_step(a, y > x);
}
// Of two zeros the first, where the wider types take the second.
#define PA_HALF_CHOICE(NAME, OP, NAN_OF)                                  \
  PA pa_half pa_half_##NAME(pa_half a, pa_half b) {                       \
    float x = pa_float(a), y = pa_float(b);                               \
    return x OP y || NAN_OF != NAN_OF ? a : b;                            \
  }
PA_HALF_CHOICE(maximum, >=, x)
PA_HALF_CHOICE(minimum, <=, x)
PA_HALF_CHOICE(fmax, >=, y)
PA_HALF_CHOICE(fmin, <=, y)

// NumPy's rule for a half: towards positive infinity, never negative.
PA pa_half pa_half_spacing(pa_half a) {
  pa_u16 size = a.bits & 0x7fff;
  if (size >= 0x7c00) return {0x7e00};
  if (a.bits == 0x7bff) return {0x7c00};
  int exponent = size >> 10;
  // Below a negative power of two the numbers towards zero lie twice as close.
  exponent -= a.bits > 0x8000 && (a.bits & 0x3ff) == 0 ? 26 : 25;
  return pa_half_of(ldexp(1.0, exponent < -24 ? -24 : exponent));
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
