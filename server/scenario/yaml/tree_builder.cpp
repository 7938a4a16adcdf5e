// SPDX-License-Identifier: MIT
#include "scenario/yaml/tree_builder.hpp"

#include "scenario/yaml/document.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace graphfault::scenario {
namespace {

std::size_t size_of(const Node& node) {
  std::size_t nodes = 1;
  for (const Node& child : node.children) {
    nodes += size_of(child);
  }
  return nodes;
}

int depth_of(const Node& node) {
  int deepest = 0;
  for (const Node& child : node.children) {
    deepest = std::max(deepest, depth_of(child));
  }
  return deepest + 1;
}

/// How far a quoted scalar goes on at `text[i]`, which is no closing quote; 0 where it is one.
std::size_t step_over(std::string_view text, std::size_t i) {
  const char quote = text[0];
  if (quote == '"' && text[i] == '\\') {
    return 2;
  }
  if (text[i] != quote) {
    return 1;
  }
  const bool doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
  return doubled ? 2 : 0;
}

/// True where the quoted scalar that begins at `text[0]` has its closing quote.
bool is_closed(std::string_view text) {
  for (std::size_t i = 1; i < text.size();) {
    const std::size_t step = step_over(text, i);
    if (step == 0) {
      return true;
    }
    i += step;
  }
  return false;
}

}  // namespace

void TreeBuilder::stop(Mark at, std::string message, std::string hint) {
  report_.add(at, std::move(message), std::move(hint));
  throw ReadingStopped();
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (!std::exchange(started_, true)) {
    return;
  }
  const Mark at = mark_of(mark);
  if (report_.source().line(at.line).starts_with("---")) {
    stop(at, "a second document begins here",
         "one file holds one scenario: move it to its own file");
  }
  stop(at, "this line does not belong to anything above it",
       "its indentation, or a `-` before it, does not fit: a scenario file is one map of keys");
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  Mark at = mark_of(mark);
  const std::size_t offset = report_.source().offset_of(at);
  const std::string_view rest = report_.source().text().substr(offset);
  const bool written = rest.starts_with('~') || rest.starts_with('n') || rest.starts_with('N');
  if (!written && !open_.empty() && open_.back().has_key) {
    at = open_.back().key_mark;
  }
  place(Node{.kind = Node::Kind::null, .mark = at}, anchor);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const Mark at = mark_of(mark);
  const auto found = anchors_.find(anchor);
  if (found == anchors_.end()) {
    stop(at, "this alias stands inside the value it names", "a value cannot hold itself");
  }
  Node copy = found->second;
  copy.mark = at;
  count(size_of(copy) - 1, at);
  if (static_cast<int>(open_.size()) + depth_of(copy) > kMaxNesting) {
    stop(at, fmt::format("the file is nested deeper than {} levels", kMaxNesting));
  }
  place(std::move(copy), 0);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  check_tag(mark_of(mark), tag);
  Node node{.kind = Node::Kind::scalar,
            .quoted = tag == "!" || tag.ends_with(":str"),
            .mark = mark_of(mark),
            .text = value};
  check_closed(node);
  place(std::move(node), anchor);
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                                  YAML::anchor_t anchor, YAML::EmitterStyle::value /*style*/) {
  check_tag(mark_of(mark), tag);
  open(Node{.kind = Node::Kind::list, .mark = mark_of(mark)}, anchor);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value /*style*/) {
  check_tag(mark_of(mark), tag);
  open(Node{.kind = Node::Kind::map, .mark = mark_of(mark)}, anchor);
}

void TreeBuilder::check_tag(Mark at, const std::string& tag) {
  if (tag.empty() || tag == "?" || tag == "!" || tag.starts_with("tag:yaml.org,2002:")) {
    return;
  }
  report_.add(at, fmt::format("the tag `{}` has no meaning here", tag), "leave it out");
}

void TreeBuilder::check_closed(const Node& scalar) {
  const SourceText& source = report_.source();
  const std::string_view rest = source.text().substr(source.offset_of(scalar.mark));
  if ((rest.starts_with('\'') || rest.starts_with('"')) && !is_closed(rest)) {
    stop(scalar.mark, "this quote is never closed");
  }
}

void TreeBuilder::open(Node node, YAML::anchor_t anchor) {
  if (static_cast<int>(open_.size()) >= kMaxNesting) {
    stop(node.mark, fmt::format("the file is nested deeper than {} levels", kMaxNesting));
  }
  if (!open_.empty() && open_.back().node.is_map() && !open_.back().has_key) {
    stop(node.mark, "a key is one word, not a map or a list",
         "a [ or { that is never closed can cause this too; a key that begins with one needs "
         "quotes");
  }
  open_.push_back({.node = std::move(node), .anchor = anchor});
}

void TreeBuilder::close() {
  Open done = std::move(open_.back());
  open_.pop_back();
  if (done.node.is_map()) {
    check_keys(done.node);
  }
  place(std::move(done.node), done.anchor);
}

void TreeBuilder::check_keys(const Node& map) {
  std::map<std::string_view, int> lines;
  for (const Node& child : map.children) {
    if (child.key == "<<") {
      report_.add(child.key_mark, "merge keys (`<<`) are not part of the format",
                  "write the keys out; an alias may stand for a whole value");
    }
    const auto [first, added] = lines.emplace(child.key, child.key_mark.line);
    if (!added) {
      report_.add(child.key_mark, fmt::format("`{}` is given twice", child.key),
                  fmt::format("the first one is on line {}", first->second));
    }
  }
}

void TreeBuilder::place(Node node, YAML::anchor_t anchor) {
  count(1, node.mark);
  if (anchor != 0) {
    count(size_of(node), node.mark);
    anchors_[anchor] = node;
  }
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open& parent = open_.back();
  if (parent.node.is_map() && !parent.has_key) {
    take_key(parent, node);
    return;
  }
  if (parent.node.is_map()) {
    node.key = std::move(parent.key);
    node.key_mark = parent.key_mark;
    parent.has_key = false;
  }
  parent.node.children.push_back(std::move(node));
}

void TreeBuilder::take_key(Open& map, const Node& key) {
  if (!key.is_scalar()) {
    stop(key.mark, "the key is missing here");
  }
  map.has_key = true;
  map.key = key.text;
  map.key_mark = key.mark;
}

void TreeBuilder::count(std::size_t nodes, Mark at) {
  nodes_ += nodes;
  if (nodes_ > kMaxNodes) {
    stop(at, fmt::format("the file has more than {} values, aliases written out", kMaxNodes),
         "use fewer aliases of aliases");
  }
}

}  // namespace graphfault::scenario
