// Runs CUDA C kernels on the CPU, for tests. The stand-in compiler includes it before every kernel.
//
// One block runs at a time. A kernel without barriers is a plain loop over its threads. A kernel with
// barriers gets one fiber for each CUDA thread: a fiber runs until it has to wait, and a round in
// which no fiber advances is a deadlock, which is reported and not hung upon. __shared__ variables are
// function-local statics. The order in which threads run is a parameter: a missing barrier shows in
// at least one of the three orders.
#pragma once
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <math.h>
#include <type_traits>
#include <utility>

#if !defined(__x86_64__)
#error "the stand-in switches fibers with x86-64 code"
#endif

#define PANARRAY_SIM 1

struct uint3 {
  unsigned x, y, z;
};
struct dim3 {
  unsigned x = 1, y = 1, z = 1;
};

#define __global__
#define __device__
#define __host__
#define __forceinline__ inline __attribute__((always_inline))
#define __launch_bounds__(...)
#define __shared__ static
#define __constant__ static const

static uint3 threadIdx, blockIdx;
static dim3 blockDim, gridDim;
static constexpr int warpSize = 32;

// The layout is shared with the stand-in driver.
struct panarray_sim_launch {
  unsigned grid[3];
  unsigned block[3];
  unsigned shared_bytes;
  int has_barriers;
  int order;  // 0 forward, 1 reverse, 2 random
};

namespace panarray_sim {

constexpr int MAX_THREADS = 1024;
constexpr size_t STACK_BYTES = 64 << 10;

alignas(64) static unsigned char dynamic_shared[96 << 10];

struct Fiber {
  void* stack_pointer;
  bool done;
  uint3 thread;
  const char* waits_at;
};

struct Warp {
  unsigned arrived;
  unsigned alive;
  uint64_t in[32], out[32];
  unsigned generation[32];
};

struct Barrier {
  int waiting;
  unsigned generation;
  int accumulated, result;
};

static Fiber fibers[MAX_THREADS];
static Warp warps[MAX_THREADS / 32];
static Barrier barrier_state;
static void* scheduler_stack_pointer;
static int current, alive, thread_count;
static bool fibers_in_use, progress;
static char* stacks;
static char error_text[256];
static void (*body)(void*);
static void* body_argument;
static unsigned random_state = 1;

static inline unsigned next_random() {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 17;
  random_state ^= random_state << 5;
  return random_state;
}

// Saves the callee-saved registers, stores the stack pointer at *save and goes on with stack `to`.
extern "C" void panarray_sim_switch(void** save, void* to);
asm(R"(
  .text
  .local panarray_sim_switch
  .type panarray_sim_switch,@function
panarray_sim_switch:
  pushq %rbp
  pushq %rbx
  pushq %r12
  pushq %r13
  pushq %r14
  pushq %r15
  movq %rsp,(%rdi)
  movq %rsi,%rsp
  popq %r15
  popq %r14
  popq %r13
  popq %r12
  popq %rbx
  popq %rbp
  ret
)");

static inline void yield() {
  panarray_sim_switch(&fibers[current].stack_pointer, scheduler_stack_pointer);
  threadIdx = fibers[current].thread;
}

static inline void open_barrier_if_complete() {
  if (barrier_state.waiting && barrier_state.waiting == alive) {
    barrier_state.waiting = 0;
    barrier_state.generation++;
    barrier_state.result = barrier_state.accumulated;
  }
}

static void fiber_entry() {
  body(body_argument);
  fibers[current].done = true;
  progress = true;
  alive--;
  warps[current >> 5].alive &= ~(1u << (current & 31));
  open_barrier_if_complete();
  panarray_sim_switch(&fibers[current].stack_pointer, scheduler_stack_pointer);
  __builtin_trap();
}

enum Vote { COUNT, AND, OR };

static inline int block_barrier(int value, Vote vote, const char* where) {
  if (!fibers_in_use) {
    fprintf(stderr, "a barrier in a kernel that was taken to have none\n");
    abort();
  }
  Barrier& b = barrier_state;
  if (b.waiting == 0) b.accumulated = vote == AND ? 1 : 0;
  if (vote == COUNT) b.accumulated += value;
  if (vote == AND) b.accumulated = b.accumulated && value;
  if (vote == OR) b.accumulated = b.accumulated || value;
  progress = true;
  unsigned generation = b.generation;
  b.waiting++;
  open_barrier_if_complete();
  fibers[current].waits_at = where;
  while (b.generation == generation) yield();
  return b.result;
}

// Every live lane of the mask gives a value; the result is that of lane `source`.
static inline uint64_t exchange(unsigned mask, uint64_t value, unsigned source, unsigned* ballot) {
  if (!fibers_in_use) {
    fprintf(stderr, "a warp operation in a kernel that was taken to have none\n");
    abort();
  }
  Warp& w = warps[current >> 5];
  unsigned lane = current & 31;
  w.in[lane] = value;
  w.arrived |= 1u << lane;
  progress = true;
  unsigned generation = w.generation[lane];
  fibers[current].waits_at = "a warp operation";
  for (;;) {
    unsigned needed = mask & w.alive;
    if ((w.arrived & needed) == needed) {
      w.arrived &= ~mask;
      for (int i = 0; i < 32; i++) {
        if (needed >> i & 1) {
          w.out[i] = w.in[i];
          w.generation[i]++;
        }
      }
    }
    if (w.generation[lane] != generation) break;
    yield();
  }
  if (ballot) {
    *ballot = 0;
    for (int i = 0; i < 32; i++) {
      if (((mask & w.alive) >> i & 1) && w.out[i]) *ballot |= 1u << i;
    }
  }
  return w.out[source & 31];
}

static void prepare_fiber(int i) {
  Fiber& f = fibers[i];
  f.done = false;
  f.waits_at = "its start";
  f.thread = {i % blockDim.x, (i / blockDim.x) % blockDim.y, i / (blockDim.x * blockDim.y)};
  void** top = (void**)(stacks + (i + 1) * STACK_BYTES);
  *--top = nullptr;
  *--top = (void*)fiber_entry;
  for (int k = 0; k < 6; k++) *--top = nullptr;
  f.stack_pointer = top;
}

static int run_block_with_fibers(int order) {
  if (!stacks) {
    stacks = (char*)mmap(nullptr, MAX_THREADS * STACK_BYTES, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  }
  static int turn[MAX_THREADS];
  int n = thread_count;
  alive = n;
  barrier_state.waiting = 0;
  for (int i = 0; i < n; i++) turn[i] = order == 1 ? n - 1 - i : i;
  if (order == 2) {
    for (int i = n - 1; i > 0; i--) std::swap(turn[i], turn[next_random() % (i + 1)]);
  }
  for (int i = 0; i < n; i++) prepare_fiber(i);
  for (int w = 0; w < (n + 31) / 32; w++) {
    warps[w].arrived = 0;
    warps[w].alive = w * 32 + 32 <= n ? ~0u : (1u << (n - w * 32)) - 1;
  }
  while (alive) {
    progress = false;
    for (int k = 0; k < n; k++) {
      if (fibers[turn[k]].done) continue;
      current = turn[k];
      threadIdx = fibers[current].thread;
      panarray_sim_switch(&scheduler_stack_pointer, fibers[current].stack_pointer);
    }
    if (!progress) {
      snprintf(error_text, sizeof error_text, "deadlock: %d of %d threads wait, thread %d at %s",
               alive, n, current, fibers[current].waits_at);
      return 1;
    }
  }
  return 0;
}

template <class F>
static int run_grid(const panarray_sim_launch& launch, F&& call) {
  const unsigned* g = launch.grid;
  const unsigned* b = launch.block;
  gridDim = {g[0], g[1], g[2]};
  blockDim = {b[0], b[1], b[2]};
  thread_count = b[0] * b[1] * b[2];
  if (thread_count < 1 || thread_count > MAX_THREADS ||
      launch.shared_bytes > sizeof dynamic_shared) {
    snprintf(error_text, sizeof error_text, "invalid launch of %d threads", thread_count);
    return 1;
  }
  fibers_in_use = launch.has_barriers;
  body = [](void* f) { (*(std::remove_reference_t<F>*)f)(); };
  body_argument = (void*)&call;
  uint64_t blocks = (uint64_t)g[0] * g[1] * g[2];
  for (uint64_t k = 0; k < blocks; k++) {
    uint64_t i = launch.order == 1 ? blocks - 1 - k : k;
    blockIdx = {unsigned(i % g[0]), unsigned(i / g[0] % g[1]), unsigned(i / ((uint64_t)g[0] * g[1]))};
    memset(dynamic_shared, 0xA5, launch.shared_bytes);
    if (fibers_in_use) {
      if (run_block_with_fibers(launch.order)) return 1;
      continue;
    }
    for (int t = 0; t < thread_count; t++) {
      int q = launch.order == 1 ? thread_count - 1 - t : t;
      threadIdx = {q % b[0], q / b[0] % b[1], q / (b[0] * b[1])};
      call();
    }
  }
  return 0;
}

template <auto K>
struct Launch;
template <class... A, void (*K)(A...)>
struct Launch<K> {
  template <size_t... I>
  static int unpack(const panarray_sim_launch& l, void** p, std::index_sequence<I...>) {
    return run_grid(l, [&] { K(*static_cast<std::decay_t<A>*>(p[I])...); });
  }
  static int run(const panarray_sim_launch& l, void** p) {
    return unpack(l, p, std::index_sequence_for<A...>{});
  }
};

template <class T>
static inline uint64_t to_bits(T v) {
  static_assert(sizeof(T) <= 8, "warp operations take at most 64 bits");
  uint64_t r = 0;
  memcpy(&r, &v, sizeof v);
  return r;
}
template <class T>
static inline T from_bits(uint64_t r) {
  T v;
  memcpy(&v, &r, sizeof v);
  return v;
}

template <class T>
static inline T shuffle(unsigned mask, T v, int source, int width) {
  int lane = current & 31;
  if (source < 0 || (source & ~(width - 1)) != (lane & ~(width - 1))) source = lane;
  return from_bits<T>(exchange(mask, to_bits(v), source, nullptr));
}

}  // namespace panarray_sim

extern "C" __attribute__((visibility("default"))) const char* panarray_sim_kernel_error() {
  return panarray_sim::error_text;
}

#define PANARRAY_SIM_TEXT2(x) #x
#define PANARRAY_SIM_TEXT(x) PANARRAY_SIM_TEXT2(x)
#define PANARRAY_SIM_VOTE(p, vote, name)       \
  panarray_sim::block_barrier(!!(p), panarray_sim::vote, \
                              name " in line " PANARRAY_SIM_TEXT(__LINE__))
#define __syncthreads() ((void)PANARRAY_SIM_VOTE(0, COUNT, "__syncthreads"))
#define __syncthreads_count(p) PANARRAY_SIM_VOTE(p, COUNT, "__syncthreads_count")
#define __syncthreads_and(p) PANARRAY_SIM_VOTE(p, AND, "__syncthreads_and")
#define __syncthreads_or(p) PANARRAY_SIM_VOTE(p, OR, "__syncthreads_or")

static inline void __syncwarp(unsigned mask = ~0u) {
  panarray_sim::exchange(mask, 0, 0, nullptr);
}
static inline void __threadfence() {}
static inline void __threadfence_block() {}
template <class T>
static inline T __shfl_sync(unsigned mask, T v, int source, int width = 32) {
  int lane = panarray_sim::current & 31;
  return panarray_sim::shuffle(mask, v, (lane & ~(width - 1)) | (source & (width - 1)), width);
}
template <class T>
static inline T __shfl_down_sync(unsigned mask, T v, unsigned delta, int width = 32) {
  return panarray_sim::shuffle(mask, v, (panarray_sim::current & 31) + (int)delta, width);
}
template <class T>
static inline T __shfl_up_sync(unsigned mask, T v, unsigned delta, int width = 32) {
  return panarray_sim::shuffle(mask, v, (panarray_sim::current & 31) - (int)delta, width);
}
template <class T>
static inline T __shfl_xor_sync(unsigned mask, T v, int bits, int width = 32) {
  return panarray_sim::shuffle(mask, v, (panarray_sim::current & 31) ^ bits, width);
}
static inline unsigned __ballot_sync(unsigned mask, int p) {
  unsigned ballot;
  panarray_sim::exchange(mask, p != 0, 0, &ballot);
  return ballot;
}
static inline int __any_sync(unsigned mask, int p) { return __ballot_sync(mask, p) != 0; }
static inline int __all_sync(unsigned mask, int p) { return __ballot_sync(mask, !p) == 0; }

template <class T>
static inline T atomicAdd(T* p, std::type_identity_t<T> v) {
  T old = *p;
  *p = old + v;
  return old;
}
template <class T>
static inline T atomicMax(T* p, std::type_identity_t<T> v) {
  T old = *p;
  if (v > old) *p = v;
  return old;
}
template <class T>
static inline T atomicMin(T* p, std::type_identity_t<T> v) {
  T old = *p;
  if (v < old) *p = v;
  return old;
}
template <class T>
static inline T atomicExch(T* p, std::type_identity_t<T> v) {
  T old = *p;
  *p = v;
  return old;
}
template <class T>
static inline T atomicCAS(T* p, std::type_identity_t<T> expected, std::type_identity_t<T> v) {
  T old = *p;
  if (old == expected) *p = v;
  return old;
}

template <class T>
static inline T __ldg(const T* p) {
  return *p;
}
static inline int __popc(unsigned v) { return __builtin_popcount(v); }
static inline int __popcll(unsigned long long v) { return __builtin_popcountll(v); }
static inline int __clz(int v) { return v ? __builtin_clz(v) : 32; }
static inline int __clzll(long long v) { return v ? __builtin_clzll(v) : 64; }
static inline int __ffs(int v) { return __builtin_ffs(v); }
static inline unsigned __umulhi(unsigned a, unsigned b) { return (uint64_t)a * b >> 32; }
static inline unsigned long long __umul64hi(unsigned long long a, unsigned long long b) {
  return (unsigned __int128)a * b >> 64;
}
static inline float __uint_as_float(unsigned v) { return panarray_sim::from_bits<float>(v); }
static inline unsigned __float_as_uint(float v) { return (unsigned)panarray_sim::to_bits(v); }
static inline long long __double_as_longlong(double v) {
  return (long long)panarray_sim::to_bits(v);
}
static inline double __longlong_as_double(long long v) {
  return panarray_sim::from_bits<double>(v);
}

// Half precision, for kernels that use CUDA's type. Arithmetic is by conversion to float.
struct __half {
  _Float16 value;
};
static inline float __half2float(__half h) { return (float)h.value; }
static inline __half __float2half(float f) { return {(_Float16)f}; }
static inline __half __float2half_rn(float f) { return {(_Float16)f}; }
static inline __half __double2half(double d) { return {(_Float16)d}; }

#define PANARRAY_SIM_KERNEL(name)                                                         \
  extern "C" __attribute__((visibility("default"))) int panarray_sim_launch_##name(       \
      const panarray_sim_launch* launch, void** arguments) {                              \
    return panarray_sim::Launch<&name>::run(*launch, arguments);                          \
  }
