// cuBLAS's matrix products, written down as the reference BLAS defines them: column-major matrices,
// leading dimensions checked.
#include <stdlib.h>

#include <complex>

#define API extern "C" __attribute__((visibility("default")))

namespace {

enum { SUCCESS = 0, INVALID_VALUE = 7 };

template <class T>
T conjugate(T v) {
  return v;
}
template <class R>
std::complex<R> conjugate(std::complex<R> v) {
  return std::conj(v);
}

// Element (i, j) of op(A): 0 is A itself, 1 its transpose, 2 its conjugate transpose.
template <class T>
T element(int op, const T* a, int lead, int i, int j) {
  if (op == 0) return a[i + (long long)j * lead];
  T v = a[j + (long long)i * lead];
  return op == 2 ? conjugate(v) : v;
}

template <class T>
int multiply(int opA, int opB, int m, int n, int k, const T* alpha, const T* a, int lda,
             long long strideA, const T* b, int ldb, long long strideB, const T* beta, T* c, int ldc,
             long long strideC, int batch) {
  auto too_small = [](int lead, int rows) { return lead < (rows > 1 ? rows : 1); };
  if (m < 0 || n < 0 || k < 0 || batch < 0 || too_small(lda, opA == 0 ? m : k) ||
      too_small(ldb, opB == 0 ? k : n) || too_small(ldc, m)) {
    return INVALID_VALUE;
  }
  for (int q = 0; q < batch; q++, a += strideA, b += strideB, c += strideC) {
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        T sum = 0;
        for (int l = 0; l < k; l++) sum += element(opA, a, lda, i, l) * element(opB, b, ldb, l, j);
        T& out = c[i + (long long)j * ldc];
        out = *beta == T(0) ? *alpha * sum : *alpha * sum + *beta * out;
      }
    }
  }
  return SUCCESS;
}

}  // namespace

API int cublasCreate_v2(void** handle) {
  *handle = malloc(8);
  return SUCCESS;
}
API int cublasDestroy_v2(void* handle) {
  free(handle);
  return SUCCESS;
}
API int cublasSetStream_v2(void*, void*) { return SUCCESS; }
API int cublasGetVersion_v2(void*, int* version) {
  *version = 130000;
  return SUCCESS;
}

#define PRODUCT(letter, T)                                                                       \
  API int cublas##letter##gemm_v2(void*, int opA, int opB, int m, int n, int k, const T* alpha,  \
                                  const T* a, int lda, const T* b, int ldb, const T* beta, T* c, \
                                  int ldc) {                                                     \
    return multiply<T>(opA, opB, m, n, k, alpha, a, lda, 0, b, ldb, 0, beta, c, ldc, 0, 1);      \
  }                                                                                              \
  API int cublas##letter##gemmStridedBatched(                                                    \
      void*, int opA, int opB, int m, int n, int k, const T* alpha, const T* a, int lda,         \
      long long strideA, const T* b, int ldb, long long strideB, const T* beta, T* c, int ldc,   \
      long long strideC, int batch) {                                                            \
    return multiply<T>(opA, opB, m, n, k, alpha, a, lda, strideA, b, ldb, strideB, beta, c, ldc, \
                       strideC, batch);                                                          \
  }

PRODUCT(S, float)
PRODUCT(D, double)
PRODUCT(C, std::complex<float>)
PRODUCT(Z, std::complex<double>)
