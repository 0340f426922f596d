#pragma once

// Services as bytes, for scratch files: what was encoded comes back equal.
//
//   ServiceCodec codec;
//   ASSIGN_OR_RETURN(std::string_view bytes, codec.Encode(service));
//   RETURN_IF_ERROR(codec.Decode(bytes, service));
//
// The bytes live as long as one build: they have no version and no checksum. One codec for each
// thread. A few microseconds each way.

#include <memory>
#include <string>
#include <string_view>

#include "engine/core/status.h"
#include "index_builder/record/record.h"

namespace waypost::spool {

class ServiceCodec {
 public:
  ServiceCodec();
  ServiceCodec(ServiceCodec&&) noexcept;
  ServiceCodec& operator=(ServiceCodec&&) noexcept;
  ~ServiceCodec();

  // Valid until the next call. Errors: Internal for a lack of memory.
  absl::StatusOr<std::string_view> Encode(const record::Service& service);

  // Overwrites all of `service`. Errors: DataLoss for bytes that Encode did not give.
  absl::Status Decode(std::string_view bytes, record::Service& service);

  // How long the last service was before it was compressed.
  std::size_t plain_bytes() const;

 private:
  struct Contexts;
  std::unique_ptr<Contexts> contexts_;
};

}  // namespace waypost::spool
