// SPDX-License-Identifier: MIT
// Runs a program that the kernel ends (SIGSYS) as soon as it, or a child of it, begins to call
// anybody: connect(), a datagram to an address, or an internet socket that could send one. Needs no
// privilege, and no call of the program can pass it by.
//
//   no_connect PROGRAM [ARGUMENT]...
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <iostream>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

#if defined(__x86_64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned kArchitecture = 0;
#endif

constexpr unsigned kTypeBits = 0xF;  // of socket()'s second argument, without its flags
constexpr int kCannotWatch = 125;

constexpr sock_filter load(std::size_t offset) {
  return {.code = BPF_LD | BPF_W | BPF_ABS, .jt = 0, .jf = 0, .k = static_cast<unsigned>(offset)};
}
/// A line of the filter, and where to go on from it.
struct Branch {
  unsigned char at = 0;
  unsigned char same = 0;
  unsigned char other = 0;
};
constexpr sock_filter compare(unsigned value, Branch branch) {
  const auto skip = [branch](unsigned char to) {
    return static_cast<unsigned char>(to - branch.at - 1);
  };
  return {.code = BPF_JMP | BPF_JEQ | BPF_K,
          .jt = skip(branch.same),
          .jf = skip(branch.other),
          .k = value};
}
constexpr sock_filter give(unsigned action) {
  return {.code = BPF_RET | BPF_K, .jt = 0, .jf = 0, .k = action};
}
constexpr std::size_t argument(std::size_t index) {
  return offsetof(seccomp_data, args) + index * sizeof(__u64);
}

bool watch() {
  const sock_filter mask{.code = BPF_ALU | BPF_AND | BPF_K, .jt = 0, .jf = 0, .k = kTypeBits};
  constexpr unsigned char kKill = 17;
  constexpr unsigned char kAllow = 18;
  std::array<sock_filter, kAllow + 1> filter = {{
      load(offsetof(seccomp_data, arch)),
      compare(kArchitecture, {1, 2, kKill}),  // another one's calls have other numbers
      load(offsetof(seccomp_data, nr)),
      compare(SYS_connect, {3, kKill, 4}),
      compare(SYS_sendmmsg, {4, kKill, 5}),
      compare(SYS_sendto, {5, 6, 10}),
      load(argument(4)),  // the address: its low half, then its high one
      compare(0, {7, 8, kKill}),
      load(argument(4) + sizeof(__u32)),
      compare(0, {9, kAllow, kKill}),
      compare(SYS_socket, {10, 11, kAllow}),
      load(argument(0)),
      compare(AF_INET, {12, 14, 13}),
      compare(AF_INET6, {13, 14, kAllow}),
      load(argument(1)),
      mask,
      compare(SOCK_STREAM, {16, kAllow, kKill}),
      give(SECCOMP_RET_KILL_PROCESS),
      give(SECCOMP_RET_ALLOW),
  }};
  const sock_fprog program{.len = static_cast<unsigned short>(filter.size()),
                           .filter = filter.data()};
  return kArchitecture != 0 && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::cerr << "usage: no_connect PROGRAM [ARGUMENT]...\n";
    return 2;
  }
  if (!watch()) {
    std::cerr << "no_connect: the kernel takes no filter here: " << std::strerror(errno) << '\n';
    return kCannotWatch;
  }
  ::execv(words[1], words + 1);
  std::cerr << "no_connect: " << words[1] << ": " << std::strerror(errno) << '\n';
  return 2;
}
