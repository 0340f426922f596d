#pragma once

// The columns that collectors read, for documents given by their services:
//
//   const FewDocuments documents({0, 0, 1});    // two documents of service 0, one of service 1

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/format/jagged_rows.h"
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
    AddDocumentsOfServices();
    columns_.only_ones = columns_.first_ones = DocSet(services.size());
    for (std::uint32_t doc = 0; doc < services.size(); ++doc) {
      if ((flags_[doc] & kOnlyDocument) != 0) columns_.only_ones.Add(DocId(doc));
      const bool is_first =
          std::find(services.begin(), services.end(), services[doc]) - services.begin() == doc;
      if (is_first) columns_.first_ones.Add(DocId(doc));
    }
    columns_.service = Column<DocId, ServiceOrdinal>(services_);
    columns_.flags = Column<DocId, std::uint8_t>(flags_);
  }
  FewDocuments(const FewDocuments&) = delete;
  FewDocuments& operator=(const FewDocuments&) = delete;

  const DocumentColumns& columns() const { return columns_; }
  const ServiceColumns& services() const { return service_columns_; }

 private:
  void AddDocumentsOfServices() {
    const auto highest = std::max_element(services_.begin(), services_.end());
    for (std::uint32_t s = 0; highest != services_.end() && s <= highest->value(); ++s) {
      for (std::uint32_t doc = 0; doc < services_.size(); ++doc) {
        if (services_[doc] == ServiceOrdinal(s)) documents_.Add(DocId(doc));
      }
      documents_.EndRow();
    }
    service_columns_.documents =
        JaggedColumn<ServiceOrdinal, DocId>(documents_.offsets(), documents_.values());
  }

  std::vector<ServiceOrdinal> services_;
  std::vector<std::uint8_t> flags_;
  DocumentColumns columns_;
  JaggedRows<DocId> documents_;
  ServiceColumns service_columns_;
};

}  // namespace waypost::query
