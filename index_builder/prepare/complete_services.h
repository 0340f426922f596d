#pragma once

// All complete services of a build and their numbers, in little memory.
//
//   CompleteServices services(folder);
//   for (...) RETURN_IF_ERROR(services.Add(service));      // in order of source and id
//   RETURN_IF_ERROR(services.Finish());
//   RETURN_IF_ERROR(services.ForEach([&](ServiceOrdinal ordinal, const record::Service& service) {
//     ...
//     return absl::OkStatus();
//   }));
//
// Memory: 32 bytes a service. After Finish it is only read, from any number of threads.

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "engine/core/ids.h"
#include "engine/core/status.h"
#include "engine/format/public_id.h"
#include "index_builder/spool/service_spool.h"

namespace waypost::prepare {

class CompleteServices {
 public:
  explicit CompleteServices(const spool::ScratchFolder& folder) : spool_(folder) {}

  // REQUIRES: completed (complete.h).
  absl::Status Add(const record::Service& service);
  // Numbers the services in order of their public ids. Errors: InvalidArgument for more services
  // than ordinals can count.
  absl::Status Finish();

  // `on_read` is called for every service that is read from now on, by whichever thread reads it.
  void OnRead(std::function<void()> on_read) { on_read_ = std::move(on_read); }

  std::size_t size() const { return public_ids_.size(); }
  // In order of ordinal; ascending.
  const std::vector<Uuid>& public_ids() const { return public_ids_; }
  // By the order of adding.
  const std::vector<ServiceOrdinal>& ordinals() const { return ordinals_; }

  // Reads one service after the other of those that it is asked for. One for each thread.
  class Reader {
   public:
    explicit Reader(const CompleteServices& services)
        : services_(&services), reader_(services.spool_) {}
    // The service lives until the next call. REQUIRES: the ordinal is one of the services'.
    absl::StatusOr<const record::Service*> Read(ServiceOrdinal ordinal) {
      if (services_->on_read_) services_->on_read_();
      return reader_.Read(services_->numbers_[ordinal.index()]);
    }

   private:
    const CompleteServices* services_;
    spool::ServiceReader reader_;
  };

  // Calls visit(ordinal, service), which returns absl::Status, for every service: in order of
  // ordinal, or of adding, which is that of source and id.
  template <typename Visit>
  absl::Status ForEach(Visit visit) const {
    Reader reader(*this);
    for (std::uint32_t i = 0; i < size(); ++i) {
      ASSIGN_OR_RETURN(const record::Service* const service, reader.Read(ServiceOrdinal(i)));
      RETURN_IF_ERROR(visit(ServiceOrdinal(i), *service));
    }
    return absl::OkStatus();
  }
  template <typename Visit>
  absl::Status ForEachBySource(Visit visit) const {
    Reader reader(*this);
    for (ServiceOrdinal ordinal : ordinals_) {
      ASSIGN_OR_RETURN(const record::Service* const service, reader.Read(ordinal));
      RETURN_IF_ERROR(visit(ordinal, *service));
    }
    return absl::OkStatus();
  }

 private:
  spool::ServiceSpool spool_;
  std::function<void()> on_read_;
  std::vector<Uuid> public_ids_;  // until Finish by the order of adding
  std::vector<ServiceOrdinal> ordinals_;
  std::vector<std::uint32_t> numbers_;  // in the spool, by ordinal
};

}  // namespace waypost::prepare
