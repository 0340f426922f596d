#include "index_builder/fetch/http_exchange.h"

namespace waypost::fetch {

std::string_view HttpAnswer::Header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace waypost::fetch
