#include "engine/query/suggest.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "engine/query/resolved_query.h"

namespace waypost::query {
namespace {

// Words [first, last) of the dictionary.
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool empty() const { return first == last; }
};

using WordRanges = std::vector<WordRange>;

WordRange WordsWithPrefix(const SuggestionColumns& columns, std::string_view prefix) {
  const auto bound = [&](auto is_before) {
    std::uint32_t low = 0;
    auto high = static_cast<std::uint32_t>(columns.words.size());
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (is_before(columns.words[SuggestionWordId(middle)].substr(0, prefix.size()))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  return {bound([&](std::string_view word) { return word < prefix; }),
          bound([&](std::string_view word) { return word <= prefix; })};
}

// Nobody types more before choosing; each costs a pass over what it begins.
constexpr std::size_t kMostTypedWords = 16;

// How many slips of the fingers a word forgives.
std::size_t SlipsForgiven(std::string_view word) {
  return word.size() >= 8 ? 2 : word.size() >= 4 ? 1 : 0;
}

// The least number of letters to insert, leave out, change or swap so that `typed` becomes a
// beginning of `word`; more than `most` is `most` + 1.
std::size_t SlipsToPrefix(std::string_view typed, std::string_view word, std::size_t most) {
  constexpr std::size_t kLongest = 32;
  if (typed.size() >= kLongest || word.size() + most < typed.size()) return most + 1;
  word = word.substr(0, std::min(typed.size() + most, kLongest - 1));
  // Rows of the distance table: the last two and the one at hand.
  std::array<std::array<std::size_t, kLongest>, 3> rows{};
  for (std::size_t j = 0; j <= word.size(); ++j) rows[0][j] = j;
  std::size_t least_above = 0;
  for (std::size_t i = 1; i <= typed.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= word.size(); ++j) {
      const std::size_t changed = above[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1);
      row[j] = std::min({changed, above[j] + 1, row[j - 1] + 1});
      const bool swapped =
          i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1];
      if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    // A swap reaches two rows back.
    if (least > most && least_above > most) return most + 1;
    least_above = least;
  }
  const auto& last = rows[typed.size() % 3];
  return *std::min_element(last.begin(),
                           last.begin() + static_cast<std::ptrdiff_t>(word.size()) + 1);
}

// The words nearest to a typed one, all that are equally near; people seldom mistype the first
// letter.
WordRanges NearestWords(const SuggestionColumns& columns, std::string_view typed) {
  WordRanges nearest;
  std::size_t most = SlipsForgiven(typed);
  if (most == 0) return nearest;
  const WordRange range = WordsWithPrefix(columns, typed.substr(0, 1));
  for (std::uint32_t word = range.first; word < range.last; ++word) {
    const std::size_t slips = SlipsToPrefix(typed, columns.words[SuggestionWordId(word)], most);
    if (slips > most) continue;
    if (slips < most) nearest.clear();
    most = slips;
    nearest.push_back({word, word + 1});
  }
  return nearest;
}

// A bit for each suggestion.
class SuggestionSet {
 public:
  explicit SuggestionSet(std::size_t size) : bits_((size + 63) / 64) {}

  void Add(SuggestionId id) { bits_[id.index() / 64] |= std::uint64_t{1} << id.index() % 64; }
  bool Has(SuggestionId id) const { return (bits_[id.index() / 64] >> id.index() % 64 & 1U) != 0; }
  void Intersect(const SuggestionSet& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] &= other.bits_[i];
  }

  // Ascending, until `visit` says false.
  template <typename Visit>
  void ForEach(Visit visit) const {
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      for (std::uint64_t bits = bits_[i]; bits != 0; bits &= bits - 1) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(bits));
        if (!visit(SuggestionId::At(i * 64 + bit))) return;
      }
    }
  }

 private:
  std::vector<std::uint64_t> bits_;
};

// The suggestions that have a word of the ranges; in `first` those whose name begins with one.
SuggestionSet Having(const SuggestionColumns& columns, const WordRanges& ranges,
                     SuggestionSet* first) {
  SuggestionSet having(columns.size());
  for (const WordRange& range : ranges) {
    for (std::uint32_t word = range.first; word < range.last; ++word) {
      for (const SuggestionPosting posting : columns.postings[SuggestionWordId(word)]) {
        having.Add(posting.id());
        if (first != nullptr && posting.is_first()) first->Add(posting.id());
      }
    }
  }
  return having;
}

std::string LabelOf(const Index& index, SuggestionKind kind, std::uint32_t subject) {
  switch (kind) {
    case SuggestionKind::kNeed:
    case SuggestionKind::kCircumstance:
    case SuggestionKind::kServiceType:
      return std::string(index.taxonomy().label(TaxonomyTermId(subject)));
    case SuggestionKind::kPlace:
      return FullName(index, PlaceOrdinal(subject));
    case SuggestionKind::kOrganisation:
      return std::string(index.organisations().name[OrganisationOrdinal(subject)]);
    case SuggestionKind::kService:
    case SuggestionKind::kServiceName:
      return std::string(index.services().name[ServiceOrdinal(subject)]);
  }
  return {};
}

// Takes suggestions in order of preference, at first only a share of each kind.
class Picker {
 public:
  Picker(const Index& index, const SuggestOptions& options)
      : index_(index),
        limit_(options.limit),
        kinds_(options.kinds),
        share_(std::max<std::size_t>(1, (options.limit + 2) / 3)) {}

  void Offer(SuggestionId id) {
    const SuggestionKind kind = index_.suggestions().kind[id];
    if (!kinds_.empty() && !kinds_.Has(kind)) return;
    const std::uint32_t subject = index_.suggestions().subject[id];
    if (IsTaken(kind, subject)) return;
    // A name of several services counts as one of theirs.
    const bool is_service = kind == SuggestionKind::kServiceName;
    std::size_t& taken =
        taken_[static_cast<std::size_t>(is_service ? SuggestionKind::kService : kind)];
    auto& to = taken < share_ ? items_ : others_;
    if (to.size() >= limit_) return;
    ++taken;
    to.push_back({kind, subject, LabelOf(index_, kind, subject)});
  }

  // No more can enter.
  bool IsFull() const { return items_.size() >= limit_; }

  std::vector<Suggestion> Take() {
    for (Suggestion& other : others_) {
      if (items_.size() < limit_) items_.push_back(std::move(other));
    }
    return std::move(items_);
  }

 private:
  // A subject is suggested once, whichever of its names was typed.
  bool IsTaken(SuggestionKind kind, std::uint32_t subject) const {
    const auto is_it = [&](const Suggestion& item) {
      return item.kind == kind && item.subject == subject;
    };
    return std::ranges::any_of(items_, is_it) || std::ranges::any_of(others_, is_it);
  }

  const Index& index_;
  std::size_t limit_;
  EnumSet<SuggestionKind> kinds_;
  std::size_t share_;
  std::array<std::size_t, kSuggestionKindCount> taken_{};
  std::vector<Suggestion> items_;
  std::vector<Suggestion> others_;
};

std::vector<std::string> TypedWords(text::Analyser& analyser, std::string_view text) {
  std::vector<std::string> words;
  analyser.ForEachToken(text, [&](const text::Token& token) { words.emplace_back(token.word); });
  return words;
}

}  // namespace

absl::StatusOr<Suggestions> Suggest(const Index& index, std::string_view text,
                                    const SuggestOptions& options) {
  const SuggestionColumns& columns = index.suggestions();
  Suggestions found;
  ASSIGN_OR_RETURN(auto analyser, index.analysers().Borrow());
  const std::vector<std::string> typed = TypedWords(*analyser, text);
  if (typed.empty() || typed.size() > kMostTypedWords || columns.size() == 0) return found;
  SuggestionSet first(columns.size());
  std::optional<SuggestionSet> having;
  for (const std::string& word : typed) {
    WordRanges ranges = {WordsWithPrefix(columns, word)};
    if (ranges.front().empty()) {
      ranges = NearestWords(columns, word);
      found.corrected = true;
    }
    SuggestionSet of_word = Having(columns, ranges, &word == &typed.front() ? &first : nullptr);
    if (having) {
      having->Intersect(of_word);
    } else {
      having = std::move(of_word);
    }
  }
  Picker picker(index, options);
  SuggestionSet begins = *having;
  begins.Intersect(first);
  begins.ForEach([&](SuggestionId id) {
    picker.Offer(id);
    return !picker.IsFull();
  });
  having->ForEach([&](SuggestionId id) {
    if (!begins.Has(id)) picker.Offer(id);
    return !picker.IsFull();
  });
  found.items = picker.Take();
  if (found.items.empty()) found.corrected = false;
  return found;
}

}  // namespace waypost::query
