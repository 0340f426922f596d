#pragma once

// The lists of the ORUK dialects by name. The description of the API is held to these tables.

#include <span>
#include <string_view>

#include "server/oruk/v1_lists.h"
#include "server/oruk/v3_lists.h"

namespace waypost::server {

struct V3Endpoint {
  std::string_view name;
  absl::StatusOr<oruk::V3List> (*list)(const oruk::V3Reading&, const oruk::Asked&);
  absl::Status (*thing)(const oruk::V3Reading&, const Uuid&, const oruk::Asked&, oruk::JsonText&);
};
std::span<const V3Endpoint> V3Endpoints();

struct V1Endpoint {
  std::string_view name;
  absl::StatusOr<oruk::V1List> (*list)(const oruk::V1Reading&, const oruk::Asked&);
  absl::Status (*thing)(const oruk::V1Reading&, std::string_view, oruk::JsonText&);
};
std::span<const V1Endpoint> V1Endpoints();

}  // namespace waypost::server
