#include "index_builder/spool/service_spool.h"

#include <span>

namespace waypost::spool {

absl::Status ServiceSpool::Add(const record::Service& service) {
  ASSIGN_OR_RETURN(const std::string_view bytes, codec_.Encode(service));
  RETURN_IF_ERROR(file_.Append(std::as_bytes(std::span(bytes))));
  offsets_.push_back(file_.size());
  return absl::OkStatus();
}

absl::StatusOr<record::Service*> ServiceReader::Read(std::size_t i) {
  const std::uint64_t begin = spool_->offsets_[i];
  bytes_.resize(spool_->offsets_[i + 1] - begin);
  RETURN_IF_ERROR(spool_->file_.Read(begin, std::as_writable_bytes(std::span(bytes_))));
  RETURN_IF_ERROR(codec_.Decode(bytes_, service_));
  return &service_;
}

}  // namespace waypost::spool
