#include "index_builder/prepare/document_order.h"

#include <algorithm>
#include <tuple>

#include "engine/geo/spatial_order.h"

namespace waypost::prepare {
namespace {

struct Placed {
  Document document;
  std::uint64_t hilbert;
  std::size_t number;  // of the location in its service: tells equal ones apart
};

}  // namespace

DocumentOrder OrderDocuments(const record::Directory& directory) {
  DocumentOrder order;
  for (const record::Service& service : directory.services) order.services.push_back(&service);
  std::sort(order.services.begin(), order.services.end(),
            [](const record::Service* a, const record::Service* b) {
              return a->public_id < b->public_id;
            });
  std::vector<Placed> placed;
  for (std::uint32_t i = 0; i < order.services.size(); ++i) {
    const record::Service* service = order.services[i];
    const ServiceOrdinal ordinal(i);
    if (service->locations.empty()) placed.push_back({{service, nullptr, ordinal}, 0, 0});
    for (std::size_t j = 0; j < service->locations.size(); ++j) {
      const Document document{service, &service->locations[j], ordinal};
      const std::uint64_t key =
          document.IsLocated() ? HilbertKey(*document.location()->position) : 0;
      placed.push_back({document, key, j});
    }
  }
  const auto key_of = [](const Placed& p) {
    const std::string_view location =
        p.document.at == nullptr ? std::string_view() : p.document.location()->id;
    return std::tuple(!p.document.IsLocated(), p.hilbert, p.document.ordinal, location, p.number);
  };
  std::sort(placed.begin(), placed.end(),
            [&](const Placed& a, const Placed& b) { return key_of(a) < key_of(b); });
  for (const Placed& p : placed) {
    order.documents.push_back(p.document);
    order.located += p.document.IsLocated() ? 1U : 0U;
  }
  return order;
}

}  // namespace waypost::prepare
