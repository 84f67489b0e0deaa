// Running results along lines. A long line is cut into tiles: a first launch finds each tile's total,
// the totals are scanned in turn, and a last launch scans the tiles with what came before them.
#define PA_SCAN_ITEMS 8
#define PA_SCAN_TILE (PA_BLOCK * PA_SCAN_ITEMS)

// With `totals` only each tile's total is written; otherwise the results, with `carry` (the scanned
// totals) before every tile but the first of a line, where there is one.
template <class Body>
PA void pa_scan_tiles(const Body& body, pa_i64 length, pa_i64 tiles, typename Body::Acc* totals,
                      const typename Body::Acc* carry) {
  typedef typename Body::Acc Acc;
  __shared__ Acc items[PA_SCAN_TILE + PA_BLOCK];  // one item of padding in nine: no bank conflicts
  __shared__ Acc sums[2][PA_BLOCK];
  int t = threadIdx.x;
  pa_i64 line = blockIdx.x / tiles, tile = blockIdx.x % tiles, low = tile * PA_SCAN_TILE;
  int count = (int)(length - low < PA_SCAN_TILE ? length - low : PA_SCAN_TILE);
  typename Body::Start start = body.start(line);
  for (int i = t; i < count; i += PA_BLOCK) {
    items[i + i / PA_SCAN_ITEMS] = body.element(start, low + i);
  }
  __syncthreads();
  Acc* mine = items + t * (PA_SCAN_ITEMS + 1);
  int have = count - t * PA_SCAN_ITEMS;
  have = have < 0 ? 0 : have > PA_SCAN_ITEMS ? PA_SCAN_ITEMS : have;
  for (int k = 1; k < have; k++) mine[k] = Body::combine(mine[k - 1], mine[k]);
  int threads = (count + PA_SCAN_ITEMS - 1) / PA_SCAN_ITEMS;
  if (have > 0) sums[0][t] = mine[have - 1];
  int from = 0;
  for (int k = 1; k < threads; k <<= 1) {
    __syncthreads();
    if (t < threads) {
      sums[1 - from][t] = t >= k ? Body::combine(sums[from][t - k], sums[from][t]) : sums[from][t];
    }
    from = 1 - from;
  }
  __syncthreads();
  if (totals) {
    if (t == 0) totals[blockIdx.x] = sums[from][threads - 1];
    return;
  }
  bool carried = carry && tile > 0;
  Acc before;
  if (carried) before = carry[blockIdx.x - 1];
  if (have > 0 && (t > 0 || carried)) {
    if (t > 0) before = carried ? Body::combine(before, sums[from][t - 1]) : sums[from][t - 1];
    for (int k = 0; k < have; k++) mine[k] = Body::combine(before, mine[k]);
  }
  __syncthreads();
  for (int i = t; i < count; i += PA_BLOCK) {
    body.store(start, low + i, items[i + i / PA_SCAN_ITEMS]);
  }
}

// The totals of the tiles of every line, (line, tile), scanned where they are. Op has Acc and combine.
template <class Op>
struct pa_totals {
  typedef typename Op::Acc Acc;
  typedef Acc* Start;
  Acc* totals;
  pa_i64 count;
  __device__ Start start(pa_i64 line) const { return totals + line * count; }
  __device__ Acc element(Start start, pa_i64 j) const { return start[j]; }
  static __device__ Acc combine(Acc a, Acc b) { return Op::combine(a, b); }
  __device__ void store(Start start, pa_i64 j, Acc v) const { start[j] = v; }
};

// One thread for each line: many short lines, and operations that do not regroup.
template <class Body>
PA void pa_scan_lines(const Body& body, pa_i64 lines, pa_i64 length) {
  pa_i64 line = blockIdx.x * (pa_i64)PA_BLOCK + threadIdx.x;
  if (line >= lines) return;
  typename Body::Start start = body.start(line);
  typename Body::Acc acc = body.element(start, 0);
  body.store(start, 0, acc);
  for (pa_i64 j = 1; j < length; j++) {
    acc = Body::combine(acc, body.element(start, j));
    body.store(start, j, acc);
  }
}
