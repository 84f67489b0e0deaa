// One pass of a Fourier transform of lines (Stockham): among `radix * m` groups of `s` neighbours, group
// `radix * p + k` of the result is the sum over j of the groups `p + m * j`, each turned by the root
// `k * (p + m * j)` of order `radix * m`. A thread computes one number.
PA void pa_fourier(const pa_c128* from, pa_c128* to, pa_i64 total, pa_i64 length, pa_i64 radix,
                   pa_i64 m, pa_i64 s, pa_i64 sign, double factor) {
  pa_i64 at = blockIdx.x * (pa_i64)PA_BLOCK + threadIdx.x;
  if (at >= total) return;
  pa_i64 line = at / length, place = at - line * length;
  pa_i64 group = place / s, k = group % radix, p = group / radix, order = radix * m;
  const pa_c128* x = from + line * length + place % s;
  double re = 0, im = 0;
  for (pa_i64 j = 0; j < radix; j++) {
    double angle = 6.283185307179586 * (double)(k * (p + m * j) % order) / (double)order;
    double c = cos(angle), d = (double)sign * sin(angle);
    pa_c128 v = x[s * (p + m * j)];
    re += v.re * c - v.im * d;
    im += v.re * d + v.im * c;
  }
  to[at] = {re * factor, im * factor};
}
