// SPDX-License-Identifier: MIT
#include "engine/sign_in/scope.hpp"

#include "base/letter_case.hpp"
#include "base/random.hpp"
#include "graph/tokens/permissions.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace graphfault::engine {
namespace {

constexpr std::string_view kGraph = "https://graph.microsoft.com";
constexpr std::string_view kDefault = ".default";

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(' ', at)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

bool is_loopback(std::string_view resource) {
  constexpr std::array<std::string_view, 3> kHosts{"localhost", "127.0.0.1", "[::1]"};
  const std::size_t scheme = resource.find("://");
  if (scheme == std::string_view::npos) {
    return false;
  }
  const std::string_view rest = resource.substr(scheme + 3);
  return std::any_of(kHosts.begin(), kHosts.end(), [&](std::string_view host) {
    return rest.starts_with(host) &&
           (rest.size() == host.size() || rest[host.size()] == ':' || rest[host.size()] == '/');
  });
}

/// True for the address that the client called, with or without its tenant prefix.
bool is_our_address(std::string_view resource, std::string_view base) {
  return base.starts_with(resource) &&
         (base.size() == resource.size() || base[resource.size()] == '/');
}

/// The audience of a resource, or nothing where nobody knows it.
std::optional<std::string> audience_of(std::string_view resource, std::string_view base) {
  if (graph::is_graph_audience(resource)) {
    return std::string(resource);
  }
  const std::string_view bare =
      resource.ends_with('/') ? resource.substr(0, resource.size() - 1) : resource;
  if (is_loopback(bare) || is_our_address(bare, base)) {
    return std::string(kGraph);
  }
  if (is_guid(resource) || resource.starts_with("api://")) {
    return std::string(resource);
  }
  return std::nullopt;
}

/// One word: its resource (empty: none named) and its name.
struct Word {
  std::string_view resource{};
  std::string_view name{};
};
Word take_apart(std::string_view word) {
  const std::size_t slash = word.rfind('/');
  if (slash == std::string_view::npos) {
    return {.resource = {}, .name = word};
  }
  return {.resource = word.substr(0, slash), .name = word.substr(slash + 1)};
}

tl::unexpected<SignInFault> bad_scope(std::string_view scope) {
  return refuse(70011, {{"scope", std::string(scope)}});
}

tl::unexpected<SignInFault> unknown_resource(std::string_view resource) {
  return refuse(500011, {{"resource", std::string(resource)}});
}

/// Takes openid, profile, email and offline_access out.
bool take_sign_in_word(Scope& scope, std::string_view word) {
  if (word == "offline_access") {
    scope.offline = true;
    return true;
  }
  if (word == "openid" || word == "profile" || word == "email") {
    scope.openid = true;
    scope.asked.emplace_back(word);
    return true;
  }
  return false;
}

SignInResult<bool> take_word(Scope& scope, std::string_view text, std::string_view base) {
  if (take_sign_in_word(scope, text)) {
    return true;
  }
  const Word word = take_apart(text);
  const std::optional<std::string> audience =
      word.resource.empty() ? std::string(kGraph) : audience_of(word.resource, base);
  if (!audience) {
    return unknown_resource(word.resource);
  }
  if (word.name.empty() || (!scope.audience.empty() && scope.audience != *audience)) {
    return bad_scope(text);
  }
  scope.audience = *audience;
  scope.asked.emplace_back(text);
  if (word.name == kDefault) {
    scope.everything = true;
  } else {
    scope.names.emplace_back(word.name);
  }
  return true;
}

SignInResult<Scope> read_resource(const SignInRequest& request) {
  const std::string_view resource = request.value("resource");
  if (resource.empty()) {
    return refuse(900144, {{"parameter", "resource"}});
  }
  const auto audience = audience_of(resource, request.call.base);
  if (!audience) {
    return unknown_resource(resource);
  }
  Scope scope;
  scope.audience = *audience;
  scope.everything = true;
  return scope;
}

}  // namespace

SignInResult<Scope> read_app_scope(const SignInRequest& request) {
  if (request.v1) {
    return read_resource(request);
  }
  const std::string_view text = request.value("scope");
  Scope scope;
  std::vector<std::string> resources;
  for (const std::string& word : words_of(text)) {
    // MSAL for Go and for Java send these whoever signs in; an app gets nothing for them.
    if (!take_sign_in_word(scope, word)) {
      resources.push_back(word);
    }
  }
  if (resources.empty() && scope.asked.empty() && !scope.offline) {
    return refuse(900144, {{"parameter", "scope"}});
  }
  const Word word = resources.empty() ? Word{} : take_apart(resources.front());
  if (resources.size() != 1 || word.resource.empty() || word.name != kDefault) {
    return bad_scope(text);
  }
  const auto audience = audience_of(word.resource, request.call.base);
  if (!audience) {
    return unknown_resource(word.resource);
  }
  scope.audience = *audience;
  scope.everything = true;
  scope.asked = resources;
  return scope;
}

SignInResult<Scope> read_user_scope(const SignInRequest& request) {
  if (request.v1) {
    SignInResult<Scope> scope = read_resource(request);
    if (scope) {
      scope->asked.push_back(scope->audience + "/.default");
      scope->offline = true;
      scope->openid = true;
    }
    return scope;
  }
  const std::string_view words = request.value("scope");
  if (words_of(words).empty()) {
    return refuse(900144, {{"parameter", "scope"}});
  }
  return read_scope_words(words, request.call.base);
}

SignInResult<Scope> read_scope_words(std::string_view words, std::string_view base) {
  Scope scope;
  for (const std::string& word : words_of(words)) {
    const SignInResult<bool> taken = take_word(scope, word, base);
    if (!taken) {
      return passed_on(taken);
    }
  }
  if (scope.audience.empty()) {
    scope.audience = kGraph;
  }
  return scope;
}

}  // namespace graphfault::engine
