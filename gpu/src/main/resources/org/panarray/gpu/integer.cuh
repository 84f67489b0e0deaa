// Integer arithmetic with NumPy's results: division rounds down, and what C leaves undefined (division
// by zero, wide shifts, the smallest integer by -1) has the value that NumPy gives it.
template <class T>
PA T pa_floor_divide(T a, T b) {
  if (b == 0) return 0;
  if (b == (T)-1 && (T)-1 < (T)0) return (T)(0 - (pa_u64)a);
  T q = a / b;
  return (a % b != 0 && (a < 0) != (b < 0)) ? (T)(q - 1) : q;
}
template <class T>
PA T pa_remainder(T a, T b) {
  if (b == 0 || (b == (T)-1 && (T)-1 < (T)0)) return 0;
  T r = a % b;
  return r != 0 && (r < 0) != (b < 0) ? (T)(r + b) : r;
}
template <class T>
PA T pa_fmod(T a, T b) {
  return b == 0 || (b == (T)-1 && (T)-1 < (T)0) ? (T)0 : (T)(a % b);
}
template <class T>
PA T pa_power(T a, T b) {
  if (b < 0) return a == 1 ? (T)1 : a == (T)-1 ? (b & 1 ? (T)-1 : (T)1) : (T)0;
  pa_u64 base = (pa_u64)a, result = 1;
  for (pa_u64 e = (pa_u64)b; e; e >>= 1, base *= base) {
    if (e & 1) result *= base;
  }
  return (T)result;
}
template <class T>
PA T pa_maximum(T a, T b) {
  return a >= b ? a : b;
}
template <class T>
PA T pa_minimum(T a, T b) {
  return a <= b ? a : b;
}
template <class T>
PA T pa_fmax(T a, T b) {
  return pa_maximum(a, b);
}
template <class T>
PA T pa_fmin(T a, T b) {
  return pa_minimum(a, b);
}
template <class T>
PA pa_u64 pa_magnitude(T a) {
  return a < 0 ? 0 - (pa_u64)a : (pa_u64)a;
}
PA pa_u64 pa_gcd_unsigned(pa_u64 a, pa_u64 b) {
  while (a != 0) {
    pa_u64 c = a;
    a = b % a;
    b = c;
  }
  return b;
}
template <class T>
PA T pa_gcd(T a, T b) {
  return (T)pa_gcd_unsigned(pa_magnitude(a), pa_magnitude(b));
}
template <class T>
PA T pa_lcm(T a, T b) {
  pa_u64 x = pa_magnitude(a), y = pa_magnitude(b), g = pa_gcd_unsigned(x, y);
  return g == 0 ? (T)0 : (T)(x / g * y);
}
template <class T>
PA T pa_left_shift(T a, T b) {
  return b >= 0 && b < (T)(8 * sizeof(T)) ? (T)((pa_u64)a << b) : (T)0;
}
template <class T>
PA T pa_right_shift(T a, T b) {
  return b >= 0 && b < (T)(8 * sizeof(T)) ? (T)(a >> b) : a < 0 ? (T)-1 : (T)0;
}
template <class T>
PA T pa_absolute(T a) {
  return (T)pa_magnitude(a);
}
template <class T>
PA T pa_sign(T a) {
  return a > 0 ? (T)1 : a < 0 ? (T)-1 : (T)0;
}
// NumPy computes 1.0 / a and converts.
template <class T>
PA T pa_reciprocal(T a) {
  if (a == 1 || a == (T)-1 && (T)-1 < (T)0) return a;
  if (a != 0) return 0;
  bool is_signed = (T)-1 < (T)0;
  return !is_signed ? (T)0 : sizeof(T) == 8 ? (T)0x8000000000000000ULL
         : sizeof(T) == 4 ? (T)0x80000000u : (T)0;
}
template <class T>
PA T pa_conjugate(T a) {
  return a;
}
template <class T>
PA T pa_invert(T a) {
  return (T)~a;
}
PA bool pa_invert(bool a) { return !a; }
template <class T>
PA pa_u8 pa_bitwise_count(T a) {
  return (pa_u8)__popcll(pa_magnitude(a));
}
template <class T>
PA bool pa_truth(T a) {
  return a != 0;
}
template <class T>
PA bool pa_isinf(T) {
  return false;
}
template <class T>
PA bool pa_isfinite(T) {
  return true;
}
template <class T>
PA T pa_real(T a) {
  return a;
}
template <class T>
PA T pa_imag(T) {
  return 0;
}
// -1, 0 or 1: integers of different signedness, compared by value.
PA int pa_order(pa_i64 a, pa_u64 b) {
  return a < 0 || (pa_u64)a < b ? -1 : (pa_u64)a > b ? 1 : 0;
}
PA int pa_order(pa_u64 a, pa_i64 b) { return -pa_order(b, a); }
