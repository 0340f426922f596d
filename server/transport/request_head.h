#pragma once

// The head of a request, from the request line to the empty line, read strictly: what two programs
// could read in two ways is refused, so that a proxy in front and this server never disagree on
// where a request ends.
//
// Pure: text in, value or status out; no socket. Any bytes are safe.

#include <cstddef>
#include <string_view>
#include <variant>

#include "server/transport/http.h"

namespace waypost::server {

struct HeadLimits {
  std::size_t target_bytes = 0;
  std::size_t header_bytes = 0;  // all lines after the request line
  std::size_t body_bytes = 0;
};

struct RequestHead {
  HttpRequest request;         // without its body
  std::size_t body_bytes = 0;  // how many follow the head
  bool close = false;          // the client wants no second request
  bool is_old = false;         // HTTP/1.0, which knows no chunks
  bool expects_continue = false;
};

// Why a request is refused: an HTTP status of the transport (400, 405, 411, 413, 414, 417, 431,
// 505).
struct HeadRefusal {
  int status = 400;
};

// The refusal that `unfinished`, a head whose end has not come, already deserves, else 0. Called
// after each read, so that memory stays bounded by the limits. O(length of the request line).
int RefusalOfUnfinishedHead(std::string_view unfinished, const HeadLimits& limits);

// `head` ends with the empty line ("\r\n\r\n"). 405 when the method is none that HTTP defines.
std::variant<RequestHead, HeadRefusal> ParseRequestHead(std::string_view head,
                                                        const HeadLimits& limits);

}  // namespace waypost::server
