#include "index_builder/validate/record_check.h"

namespace waypost::validate {

std::string PointerTo(const std::string& pointer, std::string_view member) {
  std::string further = pointer;
  further += '/';
  for (char c : member) {
    if (c == '~') {
      further += "~0";
    } else if (c == '/') {
      further += "~1";
    } else {
      further += c;
    }
  }
  return further;
}

std::string PointerTo(const std::string& pointer, std::size_t element) {
  return pointer + '/' + std::to_string(element);
}

}  // namespace waypost::validate
