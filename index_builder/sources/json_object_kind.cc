#include <algorithm>

#include "index_builder/sources/json_list_names.h"
#include "index_builder/sources/json_splitter.h"

// Whether an object is one record or holds lists of records, decided by its members in their order
// and by as few of them as it takes.

namespace waypost::sources {

absl::StatusOr<JsonSplitter::ObjectKind> JsonSplitter::KindOfObject() {
  std::size_t at = position_ + 1;
  bool only_entities = true;
  bool any_entity = false;
  bool any_paging = false;
  const auto undecided = [&] {
    return any_paging || (any_entity && only_entities) ? ObjectKind::kContainer
                                                       : ObjectKind::kRecord;
  };
  while (at - position_ <= max_record_) {
    ASSIGN_OR_RETURN(const std::optional<char> c, SkipSpaceAhead(at, true));
    if (!c || *c != '"') return undecided();
    ASSIGN_OR_RETURN(const Position key_end, FindEnd(at, max_record_, false));
    if (!key_end) return undecided();
    const JsonName name = JsonNameOf(window_.text().substr(at + 1, *key_end - at - 2));
    at = *key_end;
    ASSIGN_OR_RETURN(const std::optional<char> colon, SkipSpaceAhead(at, false));
    if (!colon || *colon != ':') return undecided();
    ++at;
    ASSIGN_OR_RETURN(const std::optional<char> value, SkipSpaceAhead(at, false));
    if (!value) return undecided();
    if (name == JsonName::kId && *value != '{' && *value != '[') return ObjectKind::kRecord;
    const bool list = *value == '[';
    if (list && (name == JsonName::kPage || name == JsonName::kServices)) {
      return ObjectKind::kContainer;
    }
    if (name == JsonName::kWrapper && (list || *value == '{')) return ObjectKind::kContainer;
    if (name == JsonName::kServices && *value == '{') return ObjectKind::kContainer;
    any_entity = any_entity || (list && name == JsonName::kEntity);
    only_entities = only_entities && list && name == JsonName::kEntity;
    // "number", "size" and "links" are words of services too; a total is not.
    any_paging = any_paging || name == JsonName::kTotal;
    const std::size_t left = max_record_ - std::min(max_record_, at - position_);
    ASSIGN_OR_RETURN(const Position value_end, FindEnd(at, left, false));
    if (!value_end) return undecided();
    at = *value_end;
  }
  return undecided();
}

}  // namespace waypost::sources
