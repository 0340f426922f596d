#pragma once

// One connection: requests in, answers out, one after the other, on the thread that calls.
//
// Memory is bounded by the limits: at any time a connection holds at most one head, one body and
// one answer. Several connections may run at once; each has a thread of its own.

#include <chrono>
#include <cstddef>

#include "server/transport/http.h"
#include "server/transport/query_slots.h"
#include "server/transport/request_head.h"
#include "server/transport/socket_io.h"

namespace waypost::server {

// What all connections of a server share; outlives them.
struct ConnectionSettings {
  HeadLimits limits;
  std::chrono::seconds keep_alive{2};  // between two requests
  std::chrono::seconds read_time{5};   // for one whole request, and for one whole answer
  std::chrono::milliseconds slot_wait{2000};
  const HttpHandler& handler;
  const RequestTest& needs_slot;  // empty: every request does
  const HttpHandler& when_busy;   // empty: problem+json
  QuerySlots& slots;
  const StopSignal& stop;
};

// Serves `socket` until the client closes it, an error, a timeout or the stop signal; closes it.
void ServeConnection(int socket, const ConnectionSettings& settings);

// Answers 503 whatever is asked, and closes. Waits at most `linger` for the client to take the
// answer.
void RefuseConnection(int socket, std::chrono::milliseconds linger, const StopSignal& stop);

}  // namespace waypost::server
