// SPDX-License-Identifier: MIT
#include "journal/packed_exchange.hpp"

#include <cstring>
#include <type_traits>
#include <utility>

namespace graphfault::journal {
namespace {

constexpr std::size_t kAllocation = 16;  // what the allocator adds to a block

/// Takes what a string takes, and keeps the length alone.
class Length {
 public:
  void append(const char* /*text*/, std::size_t size) { size_ += size; }
  std::size_t size() const { return size_; }

 private:
  std::size_t size_ = 0;
};

/// Appends plain values as they lie in memory, texts and lists behind their sizes.
template <class Sink>
class Writer {
 public:
  explicit Writer(Sink& out) : out_(out) {}

  template <class Value>
  std::enable_if_t<std::is_trivially_copyable_v<Value>> operator()(const Value& value) {
    out_.append(reinterpret_cast<const char*>(&value), sizeof(value));
  }
  void operator()(const std::string& text) {
    count(text.size());
    out_.append(text.data(), text.size());
  }
  void operator()(const std::vector<std::string>& texts) {
    count(texts.size());
    for (const std::string& text : texts) {
      (*this)(text);
    }
  }
  void operator()(const http::Headers& headers) {
    count(headers.size());
    for (const http::Header& line : headers) {
      (*this)(line.name);
      (*this)(line.value);
    }
  }

 private:
  void count(std::size_t size) { (*this)(static_cast<std::uint32_t>(size)); }

  Sink& out_;
};

/// Reads back what a Writer wrote, in the same order.
class Reader {
 public:
  explicit Reader(std::string_view in) : in_(in) {}

  template <class Value>
  std::enable_if_t<std::is_trivially_copyable_v<Value>> operator()(Value& value) {
    std::memcpy(&value, in_.data(), sizeof(value));
    in_.remove_prefix(sizeof(value));
  }
  void operator()(std::string& text) {
    const std::uint32_t size = count();
    text.assign(in_.substr(0, size));
    in_.remove_prefix(size);
  }
  void operator()(std::vector<std::string>& texts) {
    texts.resize(count());
    for (std::string& text : texts) {
      (*this)(text);
    }
  }
  void operator()(http::Headers& headers) {
    const std::uint32_t lines = count();
    headers.reserve(lines);
    for (std::uint32_t i = 0; i < lines; ++i) {
      http::Header line;
      (*this)(line.name);
      (*this)(line.value);
      headers.add(std::move(line.name), std::move(line.value));
    }
  }

 private:
  std::uint32_t count() {
    std::uint32_t size = 0;
    (*this)(size);
    return size;
  }

  std::string_view in_;
};

template <class Act, class Body>
void each_of_body(Act& act, Body& body) {
  act(body.text);
  act(body.size);
  act(body.cut);
}

template <class Act, class Caller>
void each_of_caller(Act& act, Caller& caller) {
  act(caller.token_id);
  act(caller.app);
  act(caller.state);
  act(caller.claims);
}

template <class Act, class PackedMembers>
void each_of_played(Act& act, PackedMembers& exchange) {
  act(exchange.played.scenario);
  act(exchange.played.rule);
  act(exchange.played.step);
  act(exchange.played.rule_name);
  act(exchange.played.repeated);
  act(exchange.nearest.rule);
  act(exchange.nearest.rule_name);
  act(exchange.nearest.reason);
}

/// Every member of an Exchange that is not one of a PackedExchange; the one list for both ways.
template <class Act, class AnyExchange>
void each_packed(Act& act, AnyExchange& exchange) {
  act(exchange.operation);
  act(exchange.depends_on);
  act(exchange.begun);
  act(exchange.tenant_begun);
  act(exchange.method);
  act(exchange.url);
  act(exchange.path);
  act(exchange.query);
  act(exchange.request_headers);
  each_of_body(act, exchange.request_body);
  act(exchange.body_hash);
  each_of_caller(act, exchange.caller);
  act(exchange.status);
  act(exchange.code);
  act(exchange.response_headers);
  each_of_body(act, exchange.response_body);
  act(exchange.fault);
  act(exchange.retry_after);
  each_of_played(act, exchange);
}

}  // namespace

PackedExchange pack(const Exchange& exchange) {
  PackedExchange packed{.sequence = exchange.sequence,
                        .parent = exchange.parent,
                        .left = exchange.left,
                        .sent = exchange.sent,
                        .bytes = exchange.bytes,
                        .aborted = exchange.aborted};
  Length length;
  Writer measuring(length);
  each_packed(measuring, exchange);
  packed.rest.reserve(length.size());
  Writer writer(packed.rest);
  each_packed(writer, exchange);
  return packed;
}

Exchange unpack(const PackedExchange& packed) {
  Exchange exchange;
  exchange.sequence = packed.sequence;
  exchange.parent = packed.parent;
  exchange.left = packed.left;
  exchange.sent = packed.sent;
  exchange.bytes = packed.bytes;
  exchange.aborted = packed.aborted;
  Reader reader(packed.rest);
  each_packed(reader, exchange);
  return exchange;
}

std::size_t bytes_of(const PackedExchange& packed) {
  return sizeof(packed) + packed.rest.capacity() + kAllocation;
}

}  // namespace graphfault::journal
