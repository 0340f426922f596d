#include "engine/ask/slips.h"

#include <algorithm>
#include <utility>

namespace waypost::ask {

bool IsOneSlip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  const auto rest = [](std::string_view word, std::size_t from) {
    return word.substr(std::min(from, word.size()));
  };
  if (a.size() < b.size()) return rest(a, same) == rest(b, same + 1);
  if (rest(a, same + 1) == rest(b, same + 1)) return true;
  return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
         rest(a, same + 2) == rest(b, same + 2);
}

}  // namespace waypost::ask
