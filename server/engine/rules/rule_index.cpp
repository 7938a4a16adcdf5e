// SPDX-License-Identifier: MIT
#include "engine/rules/rule_index.hpp"

#include "base/nearest_name.hpp"
#include "scenario/conditions/path_pattern.hpp"

#include <algorithm>

namespace graphfault::engine {

using scenario::PathPattern;
using scenario::Surface;

std::size_t RuleIndex::CaseHash::operator()(std::string_view text) const {
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(lower(c))) * 0x100000001b3U;
  }
  return static_cast<std::size_t>(hash);
}

RuleIndex::RuleIndex(const std::vector<scenario::Rule>& rules) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const scenario::When& when = rules[i].when;
    if (when.surface == Surface::handshake) {
      handshakes_.push_back(static_cast<std::uint32_t>(i));
      continue;
    }
    add(when.path, when.surface == Surface::graph ? graph_ : sign_in_,
        static_cast<std::uint32_t>(i));
  }
}

void RuleIndex::add(const PathPattern& pattern, Node& root, std::uint32_t rule) {
  Node* node = &root;
  for (const PathPattern::Segment& segment : pattern.segments) {
    if (segment.kind == PathPattern::Kind::rest) {
      node->rest.push_back(rule);
      return;
    }
    std::unique_ptr<Node>& next =
        segment.kind == PathPattern::Kind::any ? node->any : node->literals[segment.text];
    if (next == nullptr) {
      next = std::make_unique<Node>();
      next->first = rule;
    }
    node = next.get();
  }
  node->here.push_back(rule);
}

const RuleIndex::Node& RuleIndex::root(Surface surface) const {
  return surface == Surface::graph ? graph_ : sign_in_;
}

void RuleIndex::find(Surface surface, const std::vector<std::string>& segments,
                     RuleList& found) const {
  found.clear();
  collect(root(surface), segments, 0, found);
  std::sort(found.begin(), found.end());
}

void RuleIndex::collect(const Node& node, Segments segments, std::size_t at, RuleList& found) {
  found.insert(found.end(), node.rest.begin(), node.rest.end());
  if (at == segments.size()) {
    found.insert(found.end(), node.here.begin(), node.here.end());
    return;
  }
  if (const auto literal = node.literals.find(std::string_view(segments[at]));
      literal != node.literals.end()) {
    collect(*literal->second, segments, at + 1, found);
  }
  if (node.any != nullptr && !scenario::is_reserved_segment(segments[at])) {
    collect(*node.any, segments, at + 1, found);
  }
}

const RuleIndex::Node* RuleIndex::step(const Node& node, const std::string& segment) {
  if (const auto literal = node.literals.find(std::string_view(segment));
      literal != node.literals.end()) {
    return literal->second.get();
  }
  return node.any != nullptr ? node.any.get() : misspelled(node, segment);
}

const RuleIndex::Node* RuleIndex::misspelled(const Node& node, std::string_view segment) {
  constexpr std::size_t kMostCompared = 64;  // a call that nothing answers costs no more than that
  if (node.literals.size() > kMostCompared) {
    return nullptr;
  }
  std::vector<std::string_view> names;
  names.reserve(node.literals.size());
  for (const auto& literal : node.literals) {
    names.emplace_back(literal.first);
  }
  std::sort(names.begin(), names.end());
  const auto meant = nearest_name(segment, names);
  return meant ? node.literals.find(std::string_view(*meant))->second.get() : nullptr;
}

const std::uint32_t* RuleIndex::nearest(Surface surface,
                                        const std::vector<std::string>& segments) const {
  const Node* node = &root(surface);
  const Node* deepest = nullptr;
  for (const std::string& segment : segments) {
    node = step(*node, segment);
    if (node == nullptr) {
      break;
    }
    deepest = node;
  }
  return deepest == nullptr ? nullptr : &deepest->first;
}

}  // namespace graphfault::engine
