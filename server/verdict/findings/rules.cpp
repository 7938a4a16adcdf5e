// SPDX-License-Identifier: MIT
#include "verdict/findings/rules.hpp"

#include <array>

namespace graphfault::verdict {
namespace {

constexpr std::array kRules{
    Rule{"retry-after-honoured", Level::must, "wait at least Retry-After before repeating the call",
         "Microsoft Graph throttling guidance (R1)", retry_after_honoured},
    Rule{"backs-off-without-retry-after", Level::should,
         "wait longer each time when there is no Retry-After",
         "Microsoft Graph throttling guidance (R2)", backs_off_without_retry_after},
    Rule{"no-immediate-retry", Level::must, "never repeat a throttled or unavailable call at once",
         "Microsoft Graph throttling guidance (R3)", no_immediate_retry},
    Rule{"gives-up-in-bounds", Level::should, "stop after 10 retries or 30 minutes",
         "Microsoft Graph SDK design, retry handler (R4)", gives_up_in_bounds},
    Rule{"retries-transient", Level::must, "try again after 429, 503, 504 and 509",
         "Microsoft Graph throttling guidance (R4, R5)", retries_transient},
    Rule{"no-retry-of-permanent", Level::must,
         "do not repeat, unchanged, a request that cannot succeed",
         "Microsoft Graph errors page (R6)", no_retry_of_permanent},
    Rule{"next-link-followed", Level::should,
         "follow each @odata.nextLink unchanged, to the last page",
         "Microsoft Graph paging page (R8)", next_link_followed},
    Rule{"no-crafted-skiptoken", Level::must, "never build or change a $skiptoken",
         "Microsoft Graph paging page (R8)", no_crafted_skiptoken},
    Rule{"empty-page-continued", Level::must, "continue after an empty page that has a nextLink",
         "Microsoft Graph paging page (R9)", empty_page_continued},
    Rule{"consistency-level-resent", Level::must, "send ConsistencyLevel again with each page",
         "Microsoft Graph paging page (R10)", consistency_level_resent},
    Rule{"token-renewed", Level::must,
         "when a token has expired (401), get a new one and try again, once",
         "Microsoft Graph errors page (R6, R22)", token_renewed},
    Rule{"token-cached", Level::should, "use a token until it expires",
         "Microsoft Entra error and token documentation (R22)", token_cached},
    Rule{"claims-challenge-answered", Level::must,
         "answer a claims challenge with a token that carries the claims, once",
         "Continuous access evaluation guide (R18, R19)", claims_challenge_answered},
    Rule{"claims-capability-declared", Level::advice, "declare the capability cp1",
         "Continuous access evaluation guide (R18)", claims_capability_declared},
    Rule{"batch-within-limits", Level::must, "send batches that Graph accepts",
         "Microsoft Graph JSON batching page (R16)", batch_within_limits},
    Rule{"batch-only-failed-retried", Level::must, "repeat only the failed operations of a batch",
         "Microsoft Graph JSON batching page (R16)", batch_only_failed_retried},
    Rule{"failed-dependency-retried-together", Level::should,
         "repeat a 424 together with the operation it depends on",
         "Microsoft Graph JSON batching page (R17)", failed_dependency_retried_together},
    Rule{"delta-resynced", Level::must, "start over after a 410",
         "Microsoft Graph delta query overview (R20)", delta_resynced},
    Rule{"concurrency-conflict-retried-with-delay", Level::should,
         "try a concurrency conflict again after a short delay", "Microsoft Graph errors page (R7)",
         concurrency_conflict_retried_with_delay},
    Rule{"precondition-refetched", Level::must,
         "read the item again before repeating a write that got a 412",
         "Microsoft Graph errors page, 412", precondition_refetched},
    Rule{"client-request-id-sent", Level::advice,
         "send a client-request-id of its own with each request",
         "Microsoft Graph best practices (R14)", client_request_id_sent},
    Rule{"select-used", Level::advice, "ask only for the properties it needs, with $select",
         "Microsoft Graph best practices (R15)", select_used},
    Rule{"page-size-sensible", Level::advice, "ask for pages of a sensible size",
         "Microsoft Graph paging page", page_size_sensible},
    Rule{"no-duplicate-create", Level::must,
         "check before repeating a create whose outcome is unclear",
         "idempotence of retries (R23, inferred)", no_duplicate_create},
};

}  // namespace

std::span<const Rule> rules() { return kRules; }

}  // namespace graphfault::verdict
