// SPDX-License-Identifier: MIT
#include "command/commands.hpp"
#include "command/file.hpp"

namespace graphclient {

ExitCode write_result(const std::string& file, const std::string& content, const Console& console) {
  if (file.empty()) {
    console.out << content;
    console.out.flush();
    if (!console.out) {
      console.err << "graphclient: cannot write to the standard output\n";
      return ExitCode::local;
    }
    return ExitCode::success;
  }
  const std::string problem = write_file_whole(file, content);
  if (!problem.empty()) {
    console.err << "graphclient: " << problem << "\n";
    return ExitCode::local;
  }
  return ExitCode::success;
}

ExitCode complain(const Failure& failure, const Console& console) {
  console.err << "graphclient: " << report(failure);
  return exit_code(failure.kind);
}

}  // namespace graphclient
