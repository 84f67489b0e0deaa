// The CUDA driver's functions on host memory. Everything runs at once, in the order of the calls.
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <chrono>
#include <map>
#include <mutex>
#include <string>

#define API extern "C" __attribute__((visibility("default")))

namespace {

enum Status {
  SUCCESS = 0,
  INVALID_VALUE = 1,
  OUT_OF_MEMORY = 2,
  INVALID_DEVICE = 101,
  INVALID_IMAGE = 200,
  INVALID_CONTEXT = 201,
  NOT_FOUND = 500,
  LAUNCH_FAILED = 719
};

typedef unsigned long long Address;

std::recursive_mutex mutex;
typedef std::lock_guard<std::recursive_mutex> Guard;
std::string last_error;
std::map<Address, size_t> allocations;
size_t live_bytes, memory_limit = size_t(8) << 30;
long allocation_count, launch_count;
int thread_order;
thread_local void* current_context;

struct Module {
  void* library;
};

// The layout is shared with the kernels.
struct LaunchParameters {
  unsigned grid[3];
  unsigned block[3];
  unsigned shared_bytes;
  int has_barriers;
  int order;
};

struct Function {
  Module* module;
  int (*launch)(const LaunchParameters*, void**);
  bool has_barriers;
  std::string name;
};

int fail(Status status, const std::string& text) {
  last_error = text;
  return status;
}

int check_context() {
  return current_context ? SUCCESS : fail(INVALID_CONTEXT, "no context is current in this thread");
}

int check_range(Address p, size_t n, const char* what) {
  auto i = allocations.upper_bound(p);
  if (i != allocations.begin()) {
    --i;
    if (p >= i->first && p + n <= i->first + i->second) return SUCCESS;
  }
  return fail(INVALID_VALUE, std::string(what) + ": a range outside every allocation");
}

}  // namespace

// What tests may ask and set.
API void panarray_sim_set_order(int order) { thread_order = order; }
API void panarray_sim_set_memory_limit(size_t bytes) { memory_limit = bytes; }
API size_t panarray_sim_live_bytes() { return live_bytes; }
API long panarray_sim_allocations() { return allocation_count; }
API long panarray_sim_launches() { return launch_count; }

API int cuInit(unsigned) { return SUCCESS; }
API int cuDriverGetVersion(int* version) {
  *version = 13000;
  return SUCCESS;
}
API int cuDeviceGetCount(int* count) {
  *count = 1;
  return SUCCESS;
}
API int cuDeviceGet(int* device, int ordinal) {
  *device = ordinal;
  return ordinal ? fail(INVALID_DEVICE, "invalid device ordinal") : SUCCESS;
}
API int cuDeviceGetName(char* name, int capacity, int) {
  snprintf(name, capacity, "CPU stand-in for a GPU");
  return SUCCESS;
}
API int cuDeviceTotalMem_v2(size_t* bytes, int) {
  *bytes = memory_limit;
  return SUCCESS;
}
API int cuDeviceGetAttribute(int* value, int attribute, int) {
  switch (attribute) {
    case 16: *value = 2; break;    // multiprocessors
    case 75: *value = 1; break;    // capability 1.0, which no supported device has: the machine code
    case 76: *value = 0; break;    // of the stand-in can never be taken for a real one's
    case 115: *value = 1; break;   // memory pools
    default: *value = 0;
  }
  return SUCCESS;
}
API int cuDevicePrimaryCtxRetain(void** context, int) {
  *context = (void*)1;
  return SUCCESS;
}
API int cuCtxSetCurrent(void* context) {
  current_context = context;
  return SUCCESS;
}
API int cuMemGetInfo_v2(size_t* free, size_t* total) {
  *total = memory_limit;
  *free = memory_limit - live_bytes;
  return SUCCESS;
}

API int cuStreamCreate(void** stream, unsigned) {
  *stream = malloc(8);
  return check_context();
}
API int cuStreamDestroy_v2(void* stream) {
  free(stream);
  return SUCCESS;
}
API int cuStreamSynchronize(void*) { return check_context(); }
API int cuStreamWaitEvent(void*, void*, unsigned) { return check_context(); }
API int cuEventCreate(void** event, unsigned) {
  *event = calloc(1, sizeof(double));
  return check_context();
}
API int cuEventRecord(void* event, void*) {
  auto now = std::chrono::steady_clock::now().time_since_epoch();
  *(double*)event = std::chrono::duration<double, std::milli>(now).count();
  return check_context();
}
API int cuEventSynchronize(void*) { return check_context(); }
API int cuEventElapsedTime(float* millis, void* start, void* end) {
  *millis = *(double*)end - *(double*)start;
  return SUCCESS;
}
API int cuEventDestroy_v2(void* event) {
  free(event);
  return SUCCESS;
}

API int cuDeviceGetDefaultMemPool(void** pool, int) {
  *pool = (void*)2;
  return SUCCESS;
}
API int cuMemPoolSetAttribute(void*, int, void*) { return SUCCESS; }
API int cuMemPoolTrimTo(void*, size_t) { return SUCCESS; }

// Memory is poisoned when it is handed out and when it is freed: all bits set is NaN and -1.
API int cuMemAllocAsync(Address* p, size_t n, void*) {
  Guard guard(mutex);
  if (int status = check_context()) return status;
  if (n > memory_limit - live_bytes || live_bytes > memory_limit) {
    return fail(OUT_OF_MEMORY, "out of memory");
  }
  void* block;
  if (posix_memalign(&block, 512, n ? n : 1)) return fail(OUT_OF_MEMORY, "out of memory");
  memset(block, 0xFF, n);
  allocations[*p = (Address)block] = n;
  live_bytes += n;
  allocation_count++;
  return SUCCESS;
}
API int cuMemFreeAsync(Address p, void*) {
  Guard guard(mutex);
  auto i = allocations.find(p);
  if (i == allocations.end()) return fail(INVALID_VALUE, "free of an address that is not allocated");
  memset((void*)p, 0xFF, i->second);
  live_bytes -= i->second;
  allocations.erase(i);
  free((void*)p);
  return SUCCESS;
}
API int cuMemHostAlloc(void** p, size_t n, unsigned) {
  if (int status = check_context()) return status;
  *p = malloc(n);
  return *p ? SUCCESS : fail(OUT_OF_MEMORY, "out of memory");
}
API int cuMemFreeHost(void* p) {
  free(p);
  return SUCCESS;
}
API int cuMemcpyHtoDAsync_v2(Address to, const void* from, size_t n, void*) {
  Guard guard(mutex);
  if (int status = check_context()) return status;
  if (int status = check_range(to, n, "copy to the device")) return status;
  memcpy((void*)to, from, n);
  return SUCCESS;
}
API int cuMemcpyDtoHAsync_v2(void* to, Address from, size_t n, void*) {
  Guard guard(mutex);
  if (int status = check_context()) return status;
  if (int status = check_range(from, n, "copy to the host")) return status;
  memcpy(to, (void*)from, n);
  return SUCCESS;
}
API int cuMemcpyDtoDAsync_v2(Address to, Address from, size_t n, void*) {
  Guard guard(mutex);
  if (int status = check_context()) return status;
  if (int status = check_range(from, n, "source of a copy on the device")) return status;
  if (int status = check_range(to, n, "target of a copy on the device")) return status;
  memmove((void*)to, (void*)from, n);
  return SUCCESS;
}
API int cuMemsetD8Async(Address p, unsigned char value, size_t n, void*) {
  Guard guard(mutex);
  if (int status = check_context()) return status;
  if (int status = check_range(p, n, "fill")) return status;
  memset((void*)p, value, n);
  return SUCCESS;
}

// An image is a 64-bit length and a shared library. The file gets a fresh name each time, since
// dlopen returns the library it already has for a name it knows.
API int cuModuleLoadData(void** module, const void* image) {
  Guard guard(mutex);
  if (int status = check_context()) return status;
  uint64_t n;
  memcpy(&n, image, 8);
  char path[] = "/tmp/panarray-sim-XXXXXX";
  int file = mkstemp(path);
  bool written = file >= 0 && write(file, (const char*)image + 8, n) == (ssize_t)n;
  close(file);
  void* library = written ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : nullptr;
  unlink(path);
  if (!library) return fail(INVALID_IMAGE, "device kernel image is invalid");
  *module = new Module{library};
  return SUCCESS;
}
API int cuModuleUnload(void* module) {
  dlclose(((Module*)module)->library);
  delete (Module*)module;
  return SUCCESS;
}
API int cuModuleGetFunction(void** function, void* module, const char* name) {
  Guard guard(mutex);
  Module* m = (Module*)module;
  std::string symbol = std::string("panarray_sim_launch_") + name;
  auto launch = (int (*)(const LaunchParameters*, void**))dlsym(m->library, symbol.c_str());
  if (!launch) return fail(NOT_FOUND, std::string("named symbol not found: ") + name);
  auto has_barriers = (const int*)dlsym(m->library, "panarray_sim_has_barriers");
  *function = new Function{m, launch, *has_barriers != 0, name};
  return SUCCESS;
}
API int cuLaunchKernel(void* function, unsigned gx, unsigned gy, unsigned gz, unsigned bx,
                       unsigned by, unsigned bz, unsigned shared_bytes, void*, void** arguments,
                       void**) {
  Guard guard(mutex);
  if (int status = check_context()) return status;
  Function* f = (Function*)function;
  launch_count++;
  LaunchParameters parameters = {
      {gx, gy, gz}, {bx, by, bz}, shared_bytes, f->has_barriers, thread_order};
  if (f->launch(&parameters, arguments)) {
    auto text = (const char* (*)())dlsym(f->module->library, "panarray_sim_kernel_error");
    return fail(LAUNCH_FAILED, f->name + ": " + text());
  }
  return SUCCESS;
}

API int cuGetErrorName(int status, const char** name) {
  switch (status) {
    case INVALID_VALUE: *name = "CUDA_ERROR_INVALID_VALUE"; break;
    case OUT_OF_MEMORY: *name = "CUDA_ERROR_OUT_OF_MEMORY"; break;
    case INVALID_DEVICE: *name = "CUDA_ERROR_INVALID_DEVICE"; break;
    case INVALID_IMAGE: *name = "CUDA_ERROR_INVALID_IMAGE"; break;
    case INVALID_CONTEXT: *name = "CUDA_ERROR_INVALID_CONTEXT"; break;
    case NOT_FOUND: *name = "CUDA_ERROR_NOT_FOUND"; break;
    case LAUNCH_FAILED: *name = "CUDA_ERROR_LAUNCH_FAILED"; break;
    default: return INVALID_VALUE;
  }
  return SUCCESS;
}
API int cuGetErrorString(int, const char** text) {
  *text = last_error.c_str();
  return SUCCESS;
}
