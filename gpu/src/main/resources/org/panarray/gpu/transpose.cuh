// Copies a matrix whose rows are contiguous on one side and whose columns are on the other, by tiles in
// shared memory, so that both sides are met in order. One element of padding: no bank conflicts.
#define PA_TILE 32
template <class T>
PA void pa_transpose(T* out, const T* in, pa_i64 rows, pa_i64 columns, pa_i64 out_row,
                     pa_i64 in_column, pa_i64 row_tile, pa_i64 column_tile) {
  __shared__ T tile[PA_TILE][PA_TILE + 1];
  int x = threadIdx.x % PA_TILE, y = threadIdx.x / PA_TILE;
  for (int k = y; k < PA_TILE; k += PA_BLOCK / PA_TILE) {
    pa_i64 row = row_tile * PA_TILE + x, column = column_tile * PA_TILE + k;
    if (row < rows && column < columns) tile[k][x] = in[row + column * in_column];
  }
  __syncthreads();
  for (int k = y; k < PA_TILE; k += PA_BLOCK / PA_TILE) {
    pa_i64 row = row_tile * PA_TILE + k, column = column_tile * PA_TILE + x;
    if (row < rows && column < columns) out[row * out_row + column] = tile[x][k];
  }
}
