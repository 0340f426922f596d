#pragma once

// The services of a build, however many: encoded, in a scratch file, read one at a time.
//
//   ServiceSpool spool(folder);
//   RETURN_IF_ERROR(spool.Add(service));
//
//   ServiceReader reader(spool);              // one for each thread
//   ASSIGN_OR_RETURN(const record::Service* service, reader.Read(i));
//
// Memory: 8 bytes a service. Add from one thread; after the last Add any number of readers.

#include <string>

#include "index_builder/spool/service_codec.h"
#include "index_builder/spool/spooled_blobs.h"

namespace waypost::spool {

class ServiceSpool {
 public:
  explicit ServiceSpool(const ScratchFolder& folder) : blobs_(folder) {}

  absl::Status Add(const record::Service& service);
  std::size_t size() const { return blobs_.size(); }

 private:
  friend class ServiceReader;

  ServiceCodec codec_;
  SpooledBlobs blobs_;
};

class ServiceReader {
 public:
  // `spool` must outlive the reader.
  explicit ServiceReader(const ServiceSpool& spool) : spool_(&spool) {}

  // The i-th service that was added; its bytes are the reader's until the next Read.
  // REQUIRES: i < spool.size(). Errors: those of ScratchFile and ServiceCodec.
  absl::StatusOr<record::Service*> Read(std::size_t i);
  // How long the service that was read last is, by its code before it was compressed.
  std::size_t plain_bytes() const { return codec_.plain_bytes(); }

 private:
  const ServiceSpool* spool_;
  ServiceCodec codec_;
  std::string bytes_;
  record::Service service_;
};

}  // namespace waypost::spool
