#include "index_builder/spool/service_spool.h"

namespace waypost::spool {

absl::Status ServiceSpool::Add(const record::Service& service) {
  ASSIGN_OR_RETURN(const std::string_view bytes, codec_.Encode(service));
  return blobs_.Add(bytes);
}

absl::StatusOr<record::Service*> ServiceReader::Read(std::size_t i) {
  RETURN_IF_ERROR(spool_->blobs_.Read(i, bytes_));
  RETURN_IF_ERROR(codec_.Decode(bytes_, service_));
  return &service_;
}

}  // namespace waypost::spool
