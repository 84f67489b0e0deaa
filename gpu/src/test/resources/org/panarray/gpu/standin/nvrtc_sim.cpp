// The run-time compiler's functions: g++ compiles, and the "machine code" is a 64-bit length and a
// shared library. PANARRAY_SIM_CXXFLAGS replaces the optimisation level, e.g. by a sanitizer.
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>

#define API extern "C" __attribute__((visibility("default")))

namespace {

struct Program {
  std::string source, log, image;
};

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// The directory of this library, where cuda_sim.h lies too.
std::string home() {
  Dl_info info;
  dladdr((void*)&read_file, &info);
  std::string path = info.dli_fname;
  return path.substr(0, path.rfind('/'));
}

bool is_word(char c) { return isalnum((unsigned char)c) || c == '_'; }

void skip_space(const std::string& s, size_t& at) {
  while (at < s.size() && isspace((unsigned char)s[at])) at++;
}

// A launcher for every `__global__ void name(`.
std::string launchers(const std::string& s) {
  static const std::string global = "__global__", type = "void", bounds = "__launch_bounds__";
  std::string found;
  for (size_t at = s.find(global); at != std::string::npos; at = s.find(global, at)) {
    at += global.size();
    skip_space(s, at);
    if (s.compare(at, type.size(), type) != 0) continue;
    at += type.size();
    skip_space(s, at);
    if (s.compare(at, bounds.size(), bounds) == 0) {
      at = s.find(')', at) + 1;
      skip_space(s, at);
    }
    size_t start = at;
    while (at < s.size() && is_word(s[at])) at++;
    found += "PANARRAY_SIM_KERNEL(" + s.substr(start, at - start) + ")\n";
  }
  return found;
}

bool contains(const std::string& s, const char* part) { return s.find(part) != std::string::npos; }

std::string architecture(int count, const char* const* options) {
  for (int i = 0; i < count; i++) {
    if (strncmp(options[i], "--gpu-architecture=", 19) == 0) return options[i] + 19;
  }
  return "";
}

}  // namespace

API int nvrtcVersion(int* major, int* minor) {
  *major = 13;
  *minor = 0;
  return 0;
}
API int nvrtcCreateProgram(void** program, const char* source, const char*, int, const char* const*,
                           const char* const*) {
  *program = new Program{source, "", ""};
  return 0;
}
API int nvrtcDestroyProgram(void** program) {
  delete (Program*)*program;
  *program = nullptr;
  return 0;
}
API int nvrtcCompileProgram(void* program, int count, const char* const* options) {
  Program* p = (Program*)program;
  std::string arch = architecture(count, options);
  if (arch.rfind("sm_", 0) != 0) {
    p->log = "nvrtc: error: invalid value for --gpu-architecture (-arch): '" + arch + "'";
    return 5;
  }
  char directory[] = "/tmp/panarray-sim-XXXXXX";
  if (!mkdtemp(directory)) return 1;
  std::string dir = directory;
  bool barriers = contains(p->source, "__sync") || contains(p->source, "_sync(");
  std::ofstream(dir + "/kernel.cpp")
      << "#line 1 \"kernel.cu\"\n" << p->source << "\n" << launchers(p->source)
      << "extern \"C\" __attribute__((visibility(\"default\"))) const int panarray_sim_has_barriers = "
      << barriers << ";\n";
  const char* flags = getenv("PANARRAY_SIM_CXXFLAGS");
  // The flags before the include are those that the header was precompiled with.
  std::string command = std::string("g++ -std=c++20 ") + (flags ? flags : "-O1") +
                        " -ffp-contract=off -fno-strict-aliasing -fvisibility=hidden -w -fPIC" +
                        " -shared -include " + home() + "/cuda_sim.h " + dir + "/kernel.cpp -o " +
                        dir + "/kernel.so 2>" + dir + "/log";
  int status = system(command.c_str());
  p->log = read_file(dir + "/log");
  if (status == 0) {
    std::string library = read_file(dir + "/kernel.so");
    uint64_t n = library.size();
    p->image.assign((const char*)&n, 8);
    p->image += library;
  }
  for (const char* name : {"/kernel.cpp", "/kernel.so", "/log"}) unlink((dir + name).c_str());
  rmdir(directory);
  return status ? 6 : 0;
}
API int nvrtcGetProgramLogSize(void* program, size_t* n) {
  *n = ((Program*)program)->log.size() + 1;
  return 0;
}
API int nvrtcGetProgramLog(void* program, char* log) {
  strcpy(log, ((Program*)program)->log.c_str());
  return 0;
}
API int nvrtcGetCUBINSize(void* program, size_t* n) {
  *n = ((Program*)program)->image.size();
  return 0;
}
API int nvrtcGetCUBIN(void* program, char* image) {
  Program* p = (Program*)program;
  memcpy(image, p->image.data(), p->image.size());
  return 0;
}
