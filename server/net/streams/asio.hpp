// SPDX-License-Identifier: MIT
// Boost.Asio as net/ includes it: <utility> first (1.74 in C++20 needs it), and the types whose
// executor is known, which spare a virtual call per operation. For net/*.cpp only.
#pragma once

#include <utility>
//
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>

#include <chrono>

namespace graphfault::net {

using ErrorCode = boost::system::error_code;
using Executor = boost::asio::io_context::executor_type;
using TcpSocket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using Timer = boost::asio::basic_waitable_timer<
    std::chrono::steady_clock, boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;

}  // namespace graphfault::net
