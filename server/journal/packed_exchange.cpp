// SPDX-License-Identifier: MIT
#include "journal/packed_exchange.hpp"

#include "journal/exchange_members.hpp"

#include <cstring>
#include <type_traits>
#include <utility>

namespace graphfault::journal {
namespace {

constexpr std::size_t kAllocation = 48;  // what the allocator and its shared use add to a block

/// Takes what a string takes, and keeps the length alone.
class Length {
 public:
  void append(const char* /*text*/, std::size_t size) { size_ += size; }
  std::size_t size() const { return size_; }

 private:
  std::size_t size_ = 0;
};

/// Takes what a string takes into a block that is large enough.
class Filling {
 public:
  explicit Filling(char* block) : at_(block) {}
  void append(const char* text, std::size_t size) {
    std::memcpy(at_, text, size);
    at_ += size;
  }

 private:
  char* at_;
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
  template <class Item>
  void operator()(const std::vector<Item>& items) {
    count(items.size());
    for (const Item& item : items) {
      (*this)(item);
    }
  }
  void operator()(const http::Headers& headers) {
    count(headers.size());
    for (const http::Header& line : headers) {
      (*this)(line.name);
      (*this)(line.value);
    }
  }
  void operator()(const KeptBody& body) {
    (*this)(body.text);
    (*this)(body.size);
    (*this)(body.cut);
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
  template <class Item>
  void operator()(std::vector<Item>& items) {
    items.resize(count());
    for (Item& item : items) {
      (*this)(item);
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
  void operator()(KeptBody& body) {
    (*this)(body.text);
    (*this)(body.size);
    (*this)(body.cut);
  }

 private:
  std::uint32_t count() {
    std::uint32_t size = 0;
    (*this)(size);
    return size;
  }

  std::string_view in_;
};

/// Hands the act what is not beside the block.
template <class Act>
auto in_block(Act& act) {
  return [&act]<class Listed>(const Listed& /*member*/, auto& value) {
    if constexpr (!std::is_same_v<Listed, BesideBlock>) {
      act(value);
    }
  };
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
  each_member(in_block(measuring), exchange);
  packed.rest_size = length.size();
  auto block = std::make_shared_for_overwrite<char[]>(packed.rest_size);
  Filling filling(block.get());
  Writer writer(filling);
  each_member(in_block(writer), exchange);
  packed.rest = std::move(block);
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
  Reader reader({packed.rest.get(), packed.rest_size});
  each_member(in_block(reader), exchange);
  return exchange;
}

std::vector<Exchange> unpack(std::span<const PackedExchange> packed) {
  std::vector<Exchange> exchanges;
  exchanges.reserve(packed.size());
  for (const PackedExchange& one : packed) {
    exchanges.push_back(unpack(one));
  }
  return exchanges;
}

std::size_t bytes_of(const PackedExchange& packed) {
  return sizeof(packed) + packed.rest_size + kAllocation;
}

}  // namespace graphfault::journal
