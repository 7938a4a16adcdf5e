// SPDX-License-Identifier: MIT
#include "control/listening/listener.hpp"

#include "control/listening/call_guard.hpp"
#include "control/listening/listener_port.hpp"
#include "control/listening/listener_threads.hpp"
#include "control/listening/routes.hpp"
#include "http/status.hpp"

#include <httplib.h>

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

namespace graphfault::control {
namespace {

/// Those of the event streams come on top, so that streams never take a thread from other calls.
constexpr std::size_t kThreadsPerAddress = 32 + EventFeed::kMostStreams;
constexpr std::size_t kBodyLimit = 4U << 20U;
constexpr int kReadSeconds = 10;
constexpr int kPortTries = 20;

CallHead head_of(const httplib::Request& in) {
  return CallHead{.method = in.method,
                  .host = in.get_header_value("Host"),
                  .origin = in.get_header_value("Origin"),
                  .fetch_site = in.get_header_value("Sec-Fetch-Site"),
                  .content_type = in.get_header_value("Content-Type"),
                  .marked = in.has_header("X-Graphfault-Control")};
}

/// True where the library has a body to read; it waits for the connection's end where there is no
/// length, so such a call must not get that far.
bool announces_body(const httplib::Request& in) {
  return in.has_header("Transfer-Encoding") ||
         (in.has_header("Content-Length") && in.get_header_value("Content-Length") != "0");
}

/// Between two calls of the provider the library sees whether the client is still there and the
/// server is to go on.
void stream(httplib::Response& out, const Reply& reply) {
  out.set_content_provider(
      reply.content_type, [events = reply.events](std::size_t /*offset*/, httplib::DataSink& sink) {
        const std::optional<std::string> text = events->next(EventFeed::kPause);
        if (!text) {
          sink.done();
          return true;
        }
        return text->empty() || sink.write(text->data(), text->size());
      });
}

void write(httplib::Response& out, const Reply& reply) {
  out.status = reply.status;
  for (const http::Header& header : reply.headers) {
    out.set_header(header.name, header.value);
  }
  out.set_header("Cache-Control", "no-store");
  out.set_header("X-Content-Type-Options", "nosniff");
  if (reply.events != nullptr) {
    stream(out, reply);
  } else {
    out.set_content(reply.body, reply.content_type);
  }
}

/// What the library refuses by itself gets our error object.
void explain_refusal(httplib::Response& out) {
  if (out.body.empty()) {
    write(out, error_reply(out.status, std::string(http::reason_phrase(out.status))));
  }
}

std::string what_of(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "unknown exception";
  }
}

/// One address: a server of the library and the thread it accepts on.
struct Door {
  httplib::Server server{};
  std::thread thread{};
};

}  // namespace

struct Listener::State {
  ListenerOptions options{};
  Subject& subject;
  const Clock& clock;
  std::uint16_t port = 0;
  std::vector<std::unique_ptr<Door>> doors{};

  struct Accepted {
    const Route* route = nullptr;
    Call call{};
  };

  tl::expected<Accepted, Reply> accept(const httplib::Request& in) const {
    if (auto refused = refuse_call(head_of(in), options.allowed_hosts)) {
      return tl::unexpected(std::move(*refused));
    }
    auto target = http::parse_target(in.target);
    if (!target) {
      return tl::unexpected(error_reply(400, target.error().message, target.error().hint));
    }
    const auto route = find_route(in.method, target->segments, subject.emulated);
    if (!route) {
      return tl::unexpected(route.error());
    }
    return Accepted{.route = *route,
                    .call = Call{.method = in.method,
                                 .segments = std::move(target->segments),
                                 .options = std::move(target->options),
                                 .body = {},
                                 .now = clock.now(),
                                 .last_event_id = in.get_header_value("Last-Event-ID")}};
  }

  /// Called before the body is read: answers whatever needs none.
  bool answer_head(const httplib::Request& in, httplib::Response& out) {
    const auto accepted = accept(in);
    if (!accepted) {
      write(out, accepted.error());
      return true;
    }
    if (accepted->route->method == "POST" && announces_body(in)) {
      return false;
    }
    write(out, accepted->route->act(accepted->call, subject));
    return true;
  }

  void answer_with_body(const httplib::Request& in, httplib::Response& out,
                        const httplib::ContentReader& reader) {
    auto accepted = accept(in);
    if (!accepted) {
      write(out, accepted.error());
      return;
    }
    std::string& body = accepted->call.body;
    const bool whole = reader([&body](const char* data, std::size_t size) {
      body.append(data, size);
      return body.size() <= kBodyLimit;
    });
    constexpr int kAnnouncedTooLarge = 413;  // set by the reader, which then reads nothing
    if (body.size() > kBodyLimit || out.status == kAnnouncedTooLarge) {
      write(out, error_reply(413, "the body is larger than 4 MiB"));
    } else if (!whole) {
      write(out, error_reply(400, "the body did not arrive completely"));
    } else {
      write(out, accepted->route->act(accepted->call, subject));
    }
  }

  void prepare(httplib::Server& server) {
    using Handled = httplib::Server::HandlerResponse;
    server.new_task_queue = [] { return new ListenerThreads(kThreadsPerAddress); };
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(1);
    server.set_keep_alive_timeout(2);
    server.set_read_timeout(kReadSeconds);
    server.set_payload_max_length(kBodyLimit);
    server.set_socket_options([](socket_t fd) {
      const int yes = 1;
      setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server.set_exception_handler([](const httplib::Request& /*in*/, httplib::Response& out,
                                    const std::exception_ptr& thrown) {
      write(out, error_reply(500, "the control API failed: " + what_of(thrown),
                             "this is a bug in graphfault; please report it"));
    });
    server.set_error_handler(
        [](const httplib::Request& /*in*/, httplib::Response& out) { explain_refusal(out); });
    server.set_pre_routing_handler([this](const httplib::Request& in, httplib::Response& out) {
      return answer_head(in, out) ? Handled::Handled : Handled::Unhandled;
    });
    server.Post(
        ".*", [this](const httplib::Request& in, httplib::Response& out,
                     const httplib::ContentReader& reader) { answer_with_body(in, out, reader); });
  }

  /// Binds one more address; false where it is taken or the machine has no such address.
  bool open_door(const std::string& host) {
    auto door = std::make_unique<Door>();
    prepare(door->server);
    if (port == 0) {
      const int chosen = door->server.bind_to_any_port(host);
      if (chosen <= 0) {
        return false;
      }
      port = static_cast<std::uint16_t>(chosen);
    } else if (!door->server.bind_to_port(host, port)) {
      return false;
    }
    doors.push_back(std::move(door));
    return true;
  }

  /// Binds every host that the machine has.
  std::optional<StartProblem> open_doors() {
    port = options.port;
    for (const std::string& host : options.hosts) {
      PortState state = port_state(host, port);
      if (state == PortState::free && !open_door(host)) {
        state = PortState::taken;
      }
      if (state == PortState::taken || state == PortState::denied) {
        return problem_of(state, host);
      }
    }
    if (doors.empty()) {
      return StartProblem{
          .fault = StartFault::other,
          .problem = {.message = "none of the addresses to listen on belongs to this machine",
                      .hint = "choose others with --host"}};
    }
    return std::nullopt;
  }

  StartProblem problem_of(PortState state, const std::string& host) const {
    const std::string which = "control port " + std::to_string(port) + " on " + host;
    if (state == PortState::denied) {
      return {.fault = StartFault::other,
              .problem = {.message = which + " may not be used by this user",
                          .hint = "choose one above 1023 with --control-port"}};
    }
    return {.fault = StartFault::port_taken,
            .problem = {.message = which + " is already taken",
                        .hint = "choose another with --control-port, or 0 for a free one"}};
  }

  /// The library lets go of a bound socket only where it has listened on it.
  void close_doors() {
    run();
    stop();
    doors.clear();
  }

  void run() {
    for (const auto& door : doors) {
      door->thread = std::thread([&server = door->server] { server.listen_after_bind(); });
    }
    for (const auto& door : doors) {
      // stop() before the accept loop runs would be lost.
      while (!door->server.is_running()) {
        std::this_thread::yield();
      }
    }
  }

  void stop() {
    for (const auto& door : doors) {
      if (door->thread.joinable()) {
        door->server.stop();
        door->thread.join();
      }
    }
  }
};

tl::expected<std::unique_ptr<Listener>, Listener::StartProblem> Listener::start(
    const ListenerOptions& options, Subject& subject, const Clock& clock) {
  auto state =
      std::make_unique<State>(State{.options = options, .subject = subject, .clock = clock});
  std::optional<StartProblem> problem = state->open_doors();
  // A free port of one address may be taken on the other: try another.
  for (int tries = 1; problem && options.port == 0 && tries < kPortTries; ++tries) {
    state->close_doors();
    problem = state->open_doors();
  }
  if (problem) {
    state->close_doors();
    return tl::unexpected(std::move(*problem));
  }
  state->run();
  return std::unique_ptr<Listener>(new Listener(std::move(state)));
}

Listener::Listener(std::unique_ptr<State> state) : state_(std::move(state)) {}
Listener::~Listener() { stop(); }

std::uint16_t Listener::port() const { return state_->port; }
void Listener::stop() {
  state_->subject.events.close();
  state_->stop();
}

}  // namespace graphfault::control
