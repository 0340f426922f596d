#pragma once

// Which terms a list of terms is asked for, in either dialect.
//
//   ASSIGN_OR_RETURN(const TermTest test, TermTest::ReadV3(index, catalogue, asked));
//   if (test(term)) ...

#include <optional>
#include <string>
#include <vector>

#include "server/oruk/asked.h"
#include "server/oruk/catalogue.h"

namespace waypost::oruk {

// Names that hold what was asked for, without regard to case and accents.
class NameTest {
 public:
  explicit NameTest(const std::string& asked);
  bool operator()(std::string_view name) const;

 private:
  std::string folded_;
  bool is_nothing_ = false;  // something that no name holds
};

class TermTest {
 public:
  // `search`, `taxonomy_id`, `parent_id`, `top_only`.
  static absl::StatusOr<TermTest> ReadV3(const Index& index, const Catalogue& catalogue,
                                         const Asked& asked);
  // `text`, `vocabulary`, `parent_id`, `root_only`; `needs` and `circumstances`: filters together,
  // values of one apart.
  static absl::StatusOr<TermTest> ReadV1(const Index& index, const Catalogue& catalogue,
                                         const Asked& asked);

  bool operator()(TaxonomyTermId term) const;
  // All that pass, in order. O(terms).
  std::vector<TaxonomyTermId> Passing() const;

 private:
  struct Names {
    std::string_view text, vocabulary, roots;
  };

  TermTest(const Taxonomy& taxonomy, NameTest name)
      : taxonomy_(&taxonomy), name_(std::move(name)) {}

  static absl::StatusOr<TermTest> Read(const Index& index, const Catalogue& catalogue,
                                       const Asked& asked, const Names& names);
  absl::Status ReadMapped(const Catalogue& catalogue, const Asked& asked, std::string_view name);

  const Taxonomy* taxonomy_;
  NameTest name_;
  bool roots_only_ = false;
  std::optional<VocabularyId> vocabulary_;
  std::optional<TaxonomyTermId> parent_;
  std::vector<std::vector<TaxonomyTermId>> served_;  // the types of each mapped parameter
  bool is_nothing_ = false;
};

}  // namespace waypost::oruk
