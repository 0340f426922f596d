#pragma once

// The columns that collectors read, for documents given by their services:
//
//   const FewDocuments documents({0, 0, 1});    // two documents of service 0, one of service 1

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/index/documents.h"

namespace waypost::query {

class FewDocuments {
 public:
  explicit FewDocuments(const std::vector<std::uint32_t>& services) {
    for (std::uint32_t service : services) {
      services_.push_back(ServiceOrdinal(service));
      const bool is_only = std::count(services.begin(), services.end(), service) == 1;
      flags_.push_back(is_only ? kOnlyDocument : std::uint8_t{0});
    }
    columns_.service = Column<DocId, ServiceOrdinal>(services_);
    columns_.flags = Column<DocId, std::uint8_t>(flags_);
  }
  FewDocuments(const FewDocuments&) = delete;
  FewDocuments& operator=(const FewDocuments&) = delete;

  const DocumentColumns& columns() const { return columns_; }

 private:
  std::vector<ServiceOrdinal> services_;
  std::vector<std::uint8_t> flags_;
  DocumentColumns columns_;
};

}  // namespace waypost::query
