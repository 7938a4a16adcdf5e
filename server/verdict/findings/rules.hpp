// SPDX-License-Identifier: MIT
// The rules that make findings: pure functions over a Record, one file each in findings/.
#pragma once

#include "verdict/findings/finding.hpp"
#include "verdict/record/record.hpp"

#include <span>

namespace graphfault::verdict {

struct Rule {
  std::string_view id{};
  Level level = Level::must;
  std::string_view expected{};
  std::string_view source{};
  Opinion (*judge)(const Record& record) = nullptr;
};

/// All of them, in the order of docs/verdict.md.
std::span<const Rule> rules();

Opinion retry_after_honoured(const Record& record);
Opinion backs_off_without_retry_after(const Record& record);
Opinion no_immediate_retry(const Record& record);
Opinion gives_up_in_bounds(const Record& record);
Opinion retries_transient(const Record& record);
Opinion no_retry_of_permanent(const Record& record);
Opinion next_link_followed(const Record& record);
Opinion no_crafted_skiptoken(const Record& record);
Opinion empty_page_continued(const Record& record);
Opinion consistency_level_resent(const Record& record);
Opinion token_renewed(const Record& record);
Opinion token_cached(const Record& record);
Opinion claims_challenge_answered(const Record& record);
Opinion claims_capability_declared(const Record& record);
Opinion batch_within_limits(const Record& record);
Opinion batch_only_failed_retried(const Record& record);
Opinion failed_dependency_retried_together(const Record& record);
Opinion delta_resynced(const Record& record);
Opinion concurrency_conflict_retried_with_delay(const Record& record);
Opinion precondition_refetched(const Record& record);
Opinion client_request_id_sent(const Record& record);
Opinion select_used(const Record& record);
Opinion page_size_sensible(const Record& record);
Opinion no_duplicate_create(const Record& record);

}  // namespace graphfault::verdict
