// SPDX-License-Identifier: MIT
#include "net/tls/tls_stream.hpp"

#include "net/tls/tls_session.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <utility>

namespace graphfault::net {
namespace {

// A record's most.
constexpr std::size_t kRecordBytes = 16U << 10U;

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

class TlsStream final : public Stream, private TlsCarrier {
 public:
  TlsStream(std::unique_ptr<Stream> carrier, EventLoop& loop, TlsOptions options)
      : carrier_(std::move(carrier)),
        loop_(loop),
        incoming_(std::move(options.early)),
        session_(std::move(options.identity), std::move(options.choose), *this) {}

  void set_owner(StreamOwner& owner) override {
    owner_ = &owner;
    carrier_->set_owner(owner);
  }

  void watch_read() override {
    if (!session_.has_more() && incoming_.empty()) {
      return carrier_->watch_read();
    }
    // What is here already raises no event.
    if (!std::exchange(read_posted_, true)) {
      loop_.post([this, owner = owner_->shared_from_this()] { tell_readable(*owner); });
    }
  }
  void watch_write() override { carrier_->watch_write(); }
  void watch_loss() override { carrier_->watch_loss(); }

  Transfer read(char* to, std::size_t size) override { return session_.read(to, size); }
  Transfer write(const std::array<std::string_view, 2>& texts) override;
  bool flush() override;

  Handshake shake_hands() override;
  std::string trouble() const override { return session_.trouble(); }
  std::unique_ptr<Stream> unwrap() override { return std::move(carrier_); }

  void end_sending() override {
    session_.say_goodbye();
    ending_ = true;
    flush();
  }
  void reset() override {
    closed_ = true;
    carrier_->reset();
  }
  void close() override {
    closed_ = true;
    carrier_->close();
  }

 private:
  void tell_readable(StreamOwner& owner) {
    read_posted_ = false;
    if (!closed_) {
      owner.on_readable();
    }
  }

  Transfer take(char* to, std::size_t size) override;
  bool give(std::string_view record) override;

  std::unique_ptr<Stream> carrier_;
  EventLoop& loop_;
  StreamOwner* owner_ = nullptr;
  std::string incoming_;    ///< read before the session asked for it
  std::string outgoing_{};  ///< records that the carrier did not take yet
  bool lost_ = false;
  bool greeted_ = false;  ///< the first byte was looked at
  bool read_posted_ = false;
  bool ending_ = false;
  bool closed_ = false;
  TlsSession session_;
};

Transfer TlsStream::take(char* to, std::size_t size) {
  if (incoming_.empty()) {
    return carrier_->read(to, size);
  }
  const std::size_t bytes = std::min(size, incoming_.size());
  std::memcpy(to, incoming_.data(), bytes);
  incoming_.erase(0, bytes);
  return {.result = Transfer::Result::moved, .bytes = bytes};
}

bool TlsStream::give(std::string_view record) {
  outgoing_ += record;
  flush();
  return !lost_;
}

bool TlsStream::flush() {
  if (!carrier_->flush()) {
    return false;
  }
  while (!outgoing_.empty() && !lost_) {
    const Transfer sent = carrier_->write({outgoing_, {}});
    if (sent.result == Transfer::Result::blocked) {
      carrier_->watch_write();
      return false;
    }
    lost_ = sent.result != Transfer::Result::moved;
    outgoing_.erase(0, sent.bytes);
  }
  if (std::exchange(ending_, false) && !lost_) {
    carrier_->end_sending();
  }
  return true;
}

Transfer TlsStream::write(const std::array<std::string_view, 2>& texts) {
  if (!flush()) {
    return {.result = Transfer::Result::blocked};
  }
  const std::string_view first = texts[0].empty() ? texts[1] : texts[0];
  Transfer taken;
  if (texts[0].empty() || texts[1].empty() || first.size() >= kRecordBytes) {
    taken = session_.write(first.substr(0, kRecordBytes));
  } else {
    std::array<char, kRecordBytes> record{};
    const std::string_view second = texts[1].substr(0, kRecordBytes - first.size());
    std::memcpy(record.data(), first.data(), first.size());
    std::memcpy(record.data() + first.size(), second.data(), second.size());
    taken = session_.write({record.data(), first.size() + second.size()});
  }
  return lost_ ? Transfer{} : taken;
}

Handshake TlsStream::shake_hands() {
  if (incoming_.empty() && !greeted_) {
    std::array<char, 4096> bytes{};
    const Transfer got = carrier_->read(bytes.data(), bytes.size());
    if (got.result == Transfer::Result::blocked) {
      return Handshake::blocked;
    }
    incoming_.assign(bytes.data(), got.bytes);
  }
  if (!std::exchange(greeted_, true) && !incoming_.empty() && is_letter(incoming_.front())) {
    return Handshake::plain;
  }
  return session_.shake_hands();
}

}  // namespace

std::unique_ptr<Stream> make_tls_stream(std::unique_ptr<Stream> carrier, EventLoop& loop,
                                        TlsOptions options) {
  return std::make_unique<TlsStream>(std::move(carrier), loop, std::move(options));
}

}  // namespace graphfault::net
