#pragma once

// A response as the bytes that go over the wire, and the few responses the transport gives by
// itself.
//
// Always with Content-Length; without a Server header, a date or anything else that differs between
// two equal answers. An answer with `more` has no length: it comes in chunks, or to who speaks
// HTTP/1.0 until the connection closes.

#include <cstdint>
#include <string>
#include <string_view>

#include "server/transport/http.h"

namespace waypost::server {

// How long an answer is said to be.
enum class Framing : std::uint8_t { kLength, kChunks, kUntilClose };

// A piece of an answer in chunks (RFC 9112, 7.1); "" is the last.
std::string ChunkBytes(std::string_view piece);

// `without_body` (HEAD) leaves the body out but keeps its length; `close` tells the client that
// this is the last answer. A header whose name or value could end its line early is left out, and
// so are those that are for the transport to say: Connection, Content-Length, Transfer-Encoding.
std::string ResponseBytes(const HttpResponse& response, bool without_body, bool close,
                          Framing framing = Framing::kLength);

// problem+json for a status of the transport's own (400, 405, 408, 411, 413, 414, 417, 431, 500,
// 503, 505); 405 has an Allow header, 503 a Retry-After. It says nothing of the inside. Other
// origins may see it unless the request was none that reads: `is_read` false, or 405 or 411, which
// no GET meets.
HttpResponse TransportProblem(int status, bool is_read = true);

}  // namespace waypost::server
