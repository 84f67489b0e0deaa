// Stable merge sort of lines: each launch merges neighbouring sorted runs of `width` elements into
// runs of twice the length. Every element finds its own place by a binary search in the other run.
// NaN sorts last.
template <class T>
PA bool pa_before(T a, T b) {
  return a < b || (b != b && a == a);
}
template <int E, int M>
PA bool pa_before(pa_narrow<E, M> a, pa_narrow<E, M> b) { return pa_before(pa_float(a), pa_float(b)); }

// Complex numbers sort by their real parts, then by their imaginary parts, NaN last in each.
template <class R>
PA bool pa_before(pa_pair<R> a, pa_pair<R> b) {
  bool a_nan = a.re != a.re || a.im != a.im, b_nan = b.re != b.re || b.im != b.im;
  if (a_nan != b_nan) return b_nan;
  if (pa_before(a.re, b.re)) return true;
  if (pa_before(b.re, a.re)) return false;
  return pa_before(a.im, b.im);
}

template <class T>
PA void pa_merge(const T* from, T* to, const pa_i64* from_order, pa_i64* to_order, pa_i64 lines,
                 pa_i64 length, pa_i64 width) {
  pa_i64 at = blockIdx.x * (pa_i64)PA_BLOCK + threadIdx.x;
  if (at >= lines * length) return;
  pa_i64 line = at / length, i = at - line * length, pair = i / (2 * width) * (2 * width);
  pa_i64 middle = pair + width < length ? pair + width : length;
  pa_i64 end = pair + 2 * width < length ? pair + 2 * width : length;
  const T* row = from + line * length;
  T v = row[i];
  bool left = i < middle;
  pa_i64 low = left ? middle : pair, high = left ? end : middle, first = low;
  while (low < high) {
    pa_i64 half = low + (high - low) / 2;
    // Equal elements of the left run stay before those of the right one.
    bool before = left ? pa_before(row[half], v) : !pa_before(v, row[half]);
    if (before) {
      low = half + 1;
    } else {
      high = half;
    }
  }
  pa_i64 place = line * length + (left ? i : pair + i - middle) + (low - first);
  to[place] = v;
  if (from_order) to_order[place] = from_order[at];
}

template <class T>
PA pa_i64 pa_search(const T* sorted, pa_i64 n, pa_i64 step, T v, bool right) {
  pa_i64 low = 0, high = n;
  while (low < high) {
    pa_i64 half = low + (high - low) / 2;
    bool before = right ? !pa_before(v, sorted[half * step]) : pa_before(sorted[half * step], v);
    if (before) {
      low = half + 1;
    } else {
      high = half;
    }
  }
  return low;
}
