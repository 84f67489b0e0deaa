// Reductions. A Body gives the elements and combines them; the order of combination depends on the
// shape alone, so that a result is the same on every run and on every device.
//
// A block has `along` threads along the reduced axes for each of 256 / along outputs. With ROWS the
// threads that are neighbours in a warp are neighbours along the reduced axes, otherwise along the
// outputs: whichever are neighbours in memory. A long reduction is split among blocks, which leave
// partial results for a second launch.
template <class Body, bool ROWS>
PA void pa_reduce(const Body& body, pa_i64 outputs, pa_i64 length, pa_i64 chunk, int along,
                  typename Body::Acc* partial) {
  typedef typename Body::Acc Acc;
  __shared__ Acc shared[PA_BLOCK];
  int t = threadIdx.x, per_block = PA_BLOCK / along;
  int r = ROWS ? t & (along - 1) : t / per_block;
  int lane = ROWS ? t / along : t & (per_block - 1);
  pa_i64 groups = (outputs + per_block - 1) / per_block;
  pa_i64 split = blockIdx.x / groups, output = (blockIdx.x % groups) * per_block + lane;
  pa_i64 low = split * chunk, high = low + chunk < length ? low + chunk : length;
  bool inside = output < outputs;
  if (inside && low + r < high) {
    typename Body::Start start = body.start(output);
    Acc acc = body.element(start, low + r);
#pragma unroll 4
    for (pa_i64 j = low + r + along; j < high; j += along) {
      acc = Body::combine(acc, body.element(start, j));
    }
    shared[t] = acc;
  }
  int step = ROWS ? 1 : per_block;
  pa_i64 live = high - low < along ? high - low : along;
  for (int k = along / 2; k > 0; k >>= 1) {
    __syncthreads();
    if (inside && r < k && r + k < live) {
      shared[t] = Body::combine(shared[t], shared[t + k * step]);
    }
  }
  if (inside && r == 0) {
    if (partial) {
      partial[split * outputs + output] = shared[t];
    } else {
      body.store(output, shared[t]);
    }
  }
}

// The second launch: partial results lie as (split, output).
template <class Body>
struct pa_partials {
  typedef typename Body::Acc Acc;
  typedef pa_i64 Start;
  const Body& body;
  const Acc* partial;
  pa_i64 outputs;
  __device__ Start start(pa_i64 output) const { return output; }
  __device__ Acc element(Start output, pa_i64 j) const { return partial[j * outputs + output]; }
  static __device__ Acc combine(Acc a, Acc b) { return Body::combine(a, b); }
  __device__ void store(pa_i64 output, Acc v) const { body.store(output, v); }
};
template <class Body, bool ROWS>
PA void pa_reduce_launch(const Body& body, pa_i64 outputs, pa_i64 length, pa_i64 chunk, int along,
                         typename Body::Acc* partial, int second) {
  if (second) {
    pa_partials<Body> rest = {body, partial, outputs};
    pa_reduce<pa_partials<Body>, ROWS>(rest, outputs, length, chunk, along,
                                       (typename Body::Acc*)0);
  } else {
    pa_reduce<Body, ROWS>(body, outputs, length, chunk, along, partial);
  }
}

// For an operation that does not regroup: one thread folds from the left.
template <class Body>
PA void pa_fold(const Body& body, pa_i64 outputs, pa_i64 length) {
  pa_i64 output = blockIdx.x * (pa_i64)PA_BLOCK + threadIdx.x;
  if (output >= outputs) return;
  typename Body::Start start = body.start(output);
  typename Body::Acc acc = body.element(start, 0);
  for (pa_i64 j = 1; j < length; j++) acc = Body::combine(acc, body.element(start, j));
  body.store(output, acc);
}
