// SPDX-License-Identifier: MIT
#include "command/command_line.hpp"
#include "command/commands.hpp"
#include "command/file.hpp"
#include "command/progress_line.hpp"
#include "testing/bench.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <sstream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace graphclient {
namespace {

using testing::batch_reply;
using testing::Bench;
using testing::error_reply;
using testing::json_reply;
using testing::page_reply;

/// A folder of its own that goes away with the test.
class Command : public ::testing::Test {
 protected:
  Command() { std::filesystem::create_directories(folder_); }
  ~Command() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  std::string in_folder(const std::string& name) const { return (folder_ / name).string(); }

  std::filesystem::path folder_ = std::filesystem::path(::testing::TempDir()) /
                                  ("graphclient-" + std::to_string(::getpid()) + "-" +
                                   ::testing::UnitTest::GetInstance()->current_test_info()->name());
  std::ostringstream out_{};
  std::ostringstream err_{};
  Console console_{out_, err_};
  Bench bench_{};
};

const std::string kNext = "http://graph.test/v1.0/users?$skiptoken=1";

TEST_F(Command, UsersWritesTheFileWhenAllIsThere) {
  bench_.service.then(page_reply({"1"}, kNext)).then(page_reply({"2"}));
  const std::string file = in_folder("output.json");
  EXPECT_EQ(run_users(bench_.session, {.out_file = file}, console_), ExitCode::success);
  EXPECT_EQ(compact(*parse_json(*read_file(file))), R"([{"id":"1"},{"id":"2"}])");
  EXPECT_EQ(err_.str(), "");
}

TEST_F(Command, UsersLeavesAnOldFileAloneOnFailure) {
  const std::string file = in_folder("output.json");
  ASSERT_EQ(write_file_whole(file, "old"), "");
  bench_.service.then(page_reply({"1"}, kNext))
      .then(error_reply(403, "Authorization_RequestDenied"));
  EXPECT_EQ(run_users(bench_.session, {.out_file = file}, console_), ExitCode::refused);
  EXPECT_EQ(*read_file(file), "old");
  EXPECT_NE(err_.str().find("Authorization_RequestDenied"), std::string::npos) << err_.str();
  EXPECT_NE(err_.str().find("r-1"), std::string::npos) << err_.str();
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_), {}), 1);
}

TEST_F(Command, AFileIsReplacedWhereALinkLeads) {
  const std::string file = in_folder("there.json");
  const std::string link = in_folder("link.json");
  ASSERT_EQ(write_file_whole(file, "old"), "");
  std::filesystem::create_symlink(file, link);
  EXPECT_EQ(write_file_whole(link, "new"), "");
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_EQ(*read_file(file), "new");
}

TEST_F(Command, APipeOrADeviceIsWrittenToAndStaysWhatItIs) {
  const std::string pipe = in_folder("pipe");
  ASSERT_EQ(mkfifo(pipe.c_str(), S_IRUSR | S_IWUSR), 0);
  const int reader = open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  ASSERT_GE(reader, 0);
  EXPECT_EQ(write_file_whole(pipe, "all"), "");
  std::string got(8, '\0');
  got.resize(static_cast<std::size_t>(std::max<ssize_t>(0, read(reader, got.data(), got.size()))));
  close(reader);
  EXPECT_EQ(got, "all");
  EXPECT_TRUE(std::filesystem::is_fifo(pipe));

  // By a link of our own: what is wrong here must not hurt the machine.
  const std::string full = in_folder("full");
  std::filesystem::create_symlink("/dev/full", full);
  EXPECT_NE(write_file_whole(full, "all").find("No space left"), std::string::npos);
  EXPECT_TRUE(std::filesystem::is_symlink(full));
  EXPECT_NE(write_file_whole(folder_.string(), "all").find("Is a directory"), std::string::npos);
}

TEST_F(Command, UsersKeepsAPartWhenTold) {
  const std::string file = in_folder("output.json");
  bench_.service.then(page_reply({"1"}, kNext)).then(error_reply(403, "x"));
  EXPECT_EQ(run_users(bench_.session, {.out_file = file, .keep_partial = true}, console_),
            ExitCode::partial);
  EXPECT_FALSE(file_exists(file));
  EXPECT_EQ(compact(*parse_json(*read_file(file + ".partial"))), R"([{"id":"1"}])");

  Bench nothing;
  nothing.service.then(error_reply(403, "x"));
  EXPECT_EQ(run_users(nothing.session, {.out_file = file, .keep_partial = true}, console_),
            ExitCode::refused)
      << "nothing was read, so nothing is kept";
}

TEST_F(Command, UsersTellsExhaustedFromRefused) {
  Bench tired(Patience{.max_attempts = 1});
  tired.service.then(error_reply(429, "x"));
  EXPECT_EQ(run_users(tired.session, {}, console_), ExitCode::exhausted);
  Bench alone(Patience{.max_attempts = 1});
  alone.service.then_break();
  EXPECT_EQ(run_users(alone.session, {}, console_), ExitCode::exhausted);
}

TEST_F(Command, UsersComplainsWhereItCannotWrite) {
  bench_.service.then(page_reply({"1"}));
  EXPECT_EQ(run_users(bench_.session, {.out_file = in_folder("no/such/folder.json")}, console_),
            ExitCode::local);
  EXPECT_NE(err_.str().find("cannot write"), std::string::npos);
}

TEST_F(Command, GetPrintsTheBodyAsItCame) {
  bench_.service.then({.status = 200, .headers = {{"Content-Type", "text/plain"}}, .body = "42"});
  EXPECT_EQ(run_get(bench_.session, {.path = "/users/$count", .eventual = true}, console_),
            ExitCode::success);
  EXPECT_EQ(out_.str(), "42");
  EXPECT_EQ(header_or_empty(bench_.service.requests[0].headers, "ConsistencyLevel"), "eventual");
}

TEST_F(Command, BatchPrintsOutcomesAndTellsAPart) {
  const std::string file = in_folder("batch.json");
  ASSERT_EQ(write_file_whole(file, R"([{"id":"1","method":"GET","url":"/a"},)"
                                   R"({"id":"2","method":"GET","url":"/b"}])"),
            "");
  bench_.service.then(batch_reply(
      R"([{"id":"1","status":200,"body":{}},{"id":"2","status":404,"body":{"error":{"code":"x"}}}])"));
  EXPECT_EQ(run_batch_file(bench_.session, {.file = file}, console_), ExitCode::partial);
  const Json printed = *parse_json(out_.str());
  EXPECT_EQ(compact(printed[1]), R"({"id":"2","status":404,"done":false,"tries":1,)"
                                 R"("error":{"code":"x","message":"","request-id":""}})");
  EXPECT_EQ(err_.str(), "graphclient: 1 of 2 operations done\n  2            404 x\n");
}

TEST_F(Command, BatchSaysNothingOfWhatIsDone) {
  const std::string file = in_folder("batch.json");
  ASSERT_EQ(write_file_whole(file, R"([{"id":"1","method":"GET","url":"/a"}])"), "");
  bench_.service.then(batch_reply(R"([{"id":"1","status":200,"body":{}}])"));
  EXPECT_EQ(run_batch_file(bench_.session, {.file = file}, console_), ExitCode::success);
  EXPECT_EQ(err_.str(), "");
}

TEST_F(Command, BatchNamesARefusalOfTheWholeOnce) {
  const std::string file = in_folder("batch.json");
  ASSERT_EQ(write_file_whole(file, R"([{"id":"1","method":"GET","url":"/a"}])"), "");
  bench_.service.then(json_reply(422,
                                 R"({"error":{"code":"x","message":"all","details":[)"
                                 R"({"code":"PropertyConflict","target":"1","message":"m"}]}})"));
  EXPECT_EQ(run_batch_file(bench_.session, {.file = file}, console_), ExitCode::refused);
  EXPECT_NE(err_.str().find("detail       1: PropertyConflict m\n"), std::string::npos)
      << err_.str();
  EXPECT_TRUE(err_.str().ends_with("graphclient: 0 of 1 operation done\n")) << err_.str();
}

TEST_F(Command, BatchNamesABadFile) {
  EXPECT_EQ(run_batch_file(bench_.session, {.file = in_folder("none")}, console_), ExitCode::local);
  const std::string file = in_folder("bad.json");
  for (const char* text : {"", "nonsense", "{}", R"([{"id":"1"}])"}) {
    ASSERT_EQ(write_file_whole(file, text), "");
    EXPECT_EQ(run_batch_file(bench_.session, {.file = file}, console_), ExitCode::usage) << text;
  }
  EXPECT_TRUE(bench_.service.requests.empty());
}

TEST_F(Command, DeltaKeepsItsStateInAFile) {
  const std::string file = in_folder("state.json");
  const std::string link = "http://graph.test/v1.0/users/delta?$deltatoken=1";
  const std::string page = R"(,"@odata.deltaLink":")" + link + "\"}";
  bench_.service.then(json_reply(200, R"({"value":[{"id":"1"}])" + page))
      .then(json_reply(200, R"({"value":[])" + page));
  const DeltaCommand command{.state_file = file};
  EXPECT_EQ(run_delta(bench_.session, command, console_), ExitCode::success);
  EXPECT_EQ(out_.str(), "1 changed, 0 removed, 1 in all\n");
  EXPECT_EQ(run_delta(bench_.session, command, console_), ExitCode::success);
  EXPECT_EQ(bench_.service.requests[1].url, link);
  ASSERT_EQ(write_file_whole(file, "junk"), "");
  EXPECT_EQ(run_delta(bench_.session, command, console_), ExitCode::local);
}

TEST_F(Command, UpdateTakesJsonAndTextValues) {
  bench_.service.then(json_reply(200, "{}")).then({.status = 204});
  EXPECT_EQ(run_update(bench_.session,
                       {.id = "a@b", .assignments = {"x=true", "y=two words", "z=a=b"}}, console_),
            ExitCode::success);
  EXPECT_EQ(bench_.service.requests[1].body, R"({"x":true,"y":"two words","z":"a=b"})");
  EXPECT_EQ(bench_.asked()[1], "PATCH /v1.0/users/a%40b");
  for (const char* bad : {"", "x", "=1"}) {
    EXPECT_EQ(run_update(bench_.session, {.id = "1", .assignments = {bad}}, console_),
              ExitCode::usage);
  }
}

TEST(ProgressLine, IsOneLineOnATerminal) {
  std::ostringstream out;
  ProgressLine line(out, Terminal::yes, "users");
  line.page(1, 100);
  line.page(2, 200);
  line.waiting("throttled", Milliseconds(2000));
  EXPECT_NE(out.str().find("2 pages, 200 users; throttled, 2 s left"), std::string::npos);
  EXPECT_EQ(out.str().find('\n'), std::string::npos);
  line.clear();
  EXPECT_TRUE(out.str().ends_with("\x1b[K"));
}

TEST(ProgressLine, IsSilentElsewhereButForNotes) {
  std::ostringstream out;
  ProgressLine line(out, Terminal::no, "users");
  line.page(1, 100);
  line.waiting("throttled", Milliseconds(2000));
  line.clear();
  EXPECT_EQ(out.str(), "");
  line.note("something");
  EXPECT_EQ(out.str(), "graphclient: something\n");
}

int run_words(std::vector<const char*> words, std::string& output) {
  std::ostringstream out;
  std::ostringstream err;
  words.insert(words.begin(), "graphclient");
  const int code = run_command_line(static_cast<int>(words.size()), words.data(), {out, err});
  output = out.str() + err.str();
  return code;
}

TEST(CommandLine, HelpNamesTheExitCodes) {
  std::string output;
  EXPECT_EQ(run_words({"--help"}, output), 0);
  for (const char* part : {"users", "batch", "delta", "update", "GRAPHFAULT_URL", "3  refused",
                           "4  exhausted", "5  partial"}) {
    EXPECT_NE(output.find(part), std::string::npos) << part << output;
  }
}

TEST(CommandLine, RefusesWhatIsWrongWithCode2) {
  const std::vector<std::vector<const char*>> rows{
      {},
      {"nonsense"},
      {"users", "--url", "localhost:80"},
      {"users", "--max-attempts", "0"},
      {"users", "--max-time", "5"},
      {"users", "--max-time", "0s"},
      {"users", "--top", "-1"},
      {"users", "extra"},
      {"get"},
      {"update", "1"},
      {"users", "get", "/x"},
  };
  for (const auto& words : rows) {
    std::string output;
    EXPECT_EQ(run_words(words, output), 2) << (words.empty() ? "" : words.back()) << output;
    EXPECT_NE(output, "");
  }
}

TEST(CommandLine, SaysThatNobodyAnswers) {
  std::string output;
  EXPECT_EQ(run_words({"users", "--url", "http://127.0.0.1:1", "--max-attempts", "1"}, output), 4);
  EXPECT_NE(output.find("no connection"), std::string::npos) << output;
}

}  // namespace
}  // namespace graphclient
