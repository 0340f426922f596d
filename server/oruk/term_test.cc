#include "server/oruk/term_test.h"

#include <algorithm>

#include "engine/text/fold.h"
#include "server/oruk/term_json.h"

namespace waypost::oruk {

NameTest::NameTest(const std::string& asked)
    : folded_(text::FoldForLookup(asked)), is_nothing_(!asked.empty() && folded_.empty()) {}

bool NameTest::operator()(std::string_view name) const {
  if (is_nothing_) return false;
  return folded_.empty() || text::FoldForLookup(name).find(folded_) != std::string::npos;
}

absl::StatusOr<TermTest> TermTest::Read(const Index& index, const Catalogue& catalogue,
                                        const Asked& asked, const Names& names) {
  TermTest test(index.taxonomy(), NameTest(asked.First(names.text)));
  ASSIGN_OR_RETURN(test.roots_only_, asked.Flag(names.roots));
  if (const std::string vocabulary = asked.First(names.vocabulary); !vocabulary.empty()) {
    test.vocabulary_ = catalogue.FindVocabulary(vocabulary);
    test.is_nothing_ = !test.vocabulary_;
  }
  if (const std::string parent = asked.First("parent_id"); !parent.empty()) {
    test.parent_ = catalogue.FindTerm(parent);
    test.is_nothing_ = test.is_nothing_ || !test.parent_;
  }
  return test;
}

absl::StatusOr<TermTest> TermTest::ReadV3(const Index& index, const Catalogue& catalogue,
                                          const Asked& asked) {
  return Read(index, catalogue, asked,
              {.text = "search", .vocabulary = "taxonomy_id", .roots = "top_only"});
}

absl::StatusOr<TermTest> TermTest::ReadV1(const Index& index, const Catalogue& catalogue,
                                          const Asked& asked) {
  ASSIGN_OR_RETURN(TermTest test,
                   Read(index, catalogue, asked,
                        {.text = "text", .vocabulary = "vocabulary", .roots = "root_only"}));
  RETURN_IF_ERROR(test.ReadMapped(catalogue, asked, "needs"));
  RETURN_IF_ERROR(test.ReadMapped(catalogue, asked, "circumstances"));
  return test;
}

absl::Status TermTest::ReadMapped(const Catalogue& catalogue, const Asked& asked,
                                  std::string_view name) {
  ASSIGN_OR_RETURN(const std::vector<std::string> texts, asked.List(name));
  if (texts.empty()) return absl::OkStatus();
  std::vector<TaxonomyTermId> types;
  for (const std::string& text : texts) {
    const std::optional<TaxonomyTermId> term = catalogue.FindTerm(text);
    if (!term) continue;
    const std::vector<TaxonomyTermId> more = taxonomy_->TypesServing(*term);
    types.insert(types.end(), more.begin(), more.end());
  }
  served_.push_back(std::move(types));
  return absl::OkStatus();
}

bool TermTest::operator()(TaxonomyTermId term) const {
  if (is_nothing_) return false;
  if (vocabulary_ && taxonomy_->vocabulary(term) != *vocabulary_) return false;
  if (parent_ && taxonomy_->parent(term) != *parent_) return false;
  if (roots_only_ && !taxonomy_->parent(term).is_none()) return false;
  for (const auto& types : served_) {
    if (std::ranges::find(types, term) == types.end()) return false;
  }
  return name_(TermName(*taxonomy_, term));
}

std::vector<TaxonomyTermId> TermTest::Passing() const {
  std::vector<TaxonomyTermId> terms;
  for (std::size_t i = 0; i < taxonomy_->size(); ++i) {
    if ((*this)(TaxonomyTermId::At(i))) terms.push_back(TaxonomyTermId::At(i));
  }
  return terms;
}

}  // namespace waypost::oruk
