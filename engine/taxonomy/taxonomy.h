#pragma once

// The taxonomies of an index: vocabularies of terms with hierarchy, the service types that needs
// and circumstances map to, and the needs and circumstances of personas. Views of columns; valid
// while the index lives; safe from any thread.
//
// Ids run in depth-first order inside each vocabulary, so a term and all its descendants are the
// ids [term, subtree_end(term)), and "is a descendant of" is two comparisons.
//
//   if (auto term = taxonomy.Find("esdServiceTypes:242")) ... taxonomy.label(*term)

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/ids.h"
#include "engine/core/lines.h"
#include "engine/format/column.h"
#include "engine/format/jagged_column.h"

namespace waypost {

struct VocabularyIdTag;
using VocabularyId = StrongId<VocabularyIdTag, std::uint16_t>;
struct TermKeyTag;
using TermKeyOrdinal = StrongId<TermKeyTag, std::uint32_t>;

// Flags of a term.
inline constexpr std::uint8_t kSensitiveTerm = 1;
inline constexpr char kSayingMark = '~';

// The columns that a Taxonomy reads; filled by engine/index.
struct TaxonomyColumns {
  TextColumn<VocabularyId> vocabulary_names;
  Column<TaxonomyTermId, VocabularyId> vocabulary;
  Column<TaxonomyTermId, TaxonomyTermId> parent;  // None() for a root
  Column<TaxonomyTermId, TaxonomyTermId> subtree_end;
  TextColumn<TaxonomyTermId> id_text;  // canonical: "esdServiceType:242"
  TextColumn<TaxonomyTermId> label;
  TextColumn<TaxonomyTermId> description;
  TextColumn<TaxonomyTermId> synonyms;  // one a line
  // One a line; without rows in a file that was built before there were any.
  // A saying begins with kSayingMark.
  TextColumn<TaxonomyTermId> phrases;
  // Its own, and what is handed down to it.
  Column<TaxonomyTermId, std::uint8_t> flags;
  TextColumn<TaxonomyTermId> crisis;
  // need or circumstance -> service types, persona -> needs and circumstances
  JaggedColumn<TaxonomyTermId, TaxonomyTermId> mapped;
  TextColumn<TermKeyOrdinal> keys;  // every accepted spelling, ascending
  Column<TermKeyOrdinal, TaxonomyTermId> key_terms;
};

class Taxonomy {
 public:
  Taxonomy() = default;
  explicit Taxonomy(const TaxonomyColumns& columns) : columns_(columns) {}

  std::size_t size() const { return columns_.parent.size(); }
  VocabularyId vocabulary(TaxonomyTermId term) const { return columns_.vocabulary[term]; }
  TaxonomyTermId parent(TaxonomyTermId term) const { return columns_.parent[term]; }
  std::string_view id_text(TaxonomyTermId term) const { return columns_.id_text[term]; }
  std::string_view label(TaxonomyTermId term) const { return columns_.label[term]; }
  std::string_view description(TaxonomyTermId term) const { return columns_.description[term]; }
  // Everyday words for it.
  std::vector<std::string_view> SynonymsOf(TaxonomyTermId term) const {
    return LinesOf(columns_.synonyms[term]);
  }
  // What people say when they mean it ("i get confused"); for reading sentences, not for showing.
  std::vector<std::string_view> PhrasesOf(TaxonomyTermId term) const {
    return MarkedLines(term, false);
  }
  // In which words people say it, one saying each; to be weighed together, not to be looked for.
  std::vector<std::string_view> SayingsOf(TaxonomyTermId term) const {
    return MarkedLines(term, true);
  }
  // True when a search for it should leave no trace, neither in an address nor behind "back":
  // whoever looks over a shoulder may be the danger. What is below a sensitive term is sensitive.
  bool IsSensitive(TaxonomyTermId term) const {
    return (columns_.flags[term] & kSensitiveTerm) != 0;
  }
  // One or two sentences to show above its results, where minutes count ("In danger, call 999.");
  // its nearest ancestor's where it has none of its own, "" where none has.
  std::string_view CrisisOf(TaxonomyTermId term) const { return columns_.crisis[term]; }
  std::span<const TaxonomyTermId> mapped(TaxonomyTermId term) const {
    return columns_.mapped[term];
  }
  std::string_view vocabulary_name(VocabularyId id) const { return columns_.vocabulary_names[id]; }
  TaxonomyTermId subtree_end(TaxonomyTermId term) const { return columns_.subtree_end[term]; }

  // True when `term` is `ancestor` or below it.
  bool IsWithin(TaxonomyTermId term, TaxonomyTermId ancestor) const {
    return ancestor <= term && term < columns_.subtree_end[ancestor];
  }

  // The vocabulary of that name; nullopt when no term of the index belongs to it. O(vocabularies).
  std::optional<VocabularyId> FindVocabulary(std::string_view name) const;

  // The term meant by `text`, in any accepted spelling ("esdServiceType:242",
  // "esdServiceTypes:242", a URI), case-blind; of any vocabulary. O(log keys).
  std::optional<TaxonomyTermId> Find(std::string_view text) const;

  // The same with a vocabulary that a bare code belongs to: Find("242", "esdServiceTypes"). Only
  // terms of `vocabularies` are found.
  std::optional<TaxonomyTermId> FindIn(std::string_view text,
                                       std::span<const std::string_view> vocabularies) const;

  // The service types that serve a need, a circumstance or a persona, or what is below it:
  // ascending, each once. O(what they map to).
  std::vector<TaxonomyTermId> TypesServing(TaxonomyTermId term) const;

  // The terms of a vocabulary, in order of id: each before those below it. O(terms).
  std::vector<TaxonomyTermId> TermsOf(VocabularyId vocabulary) const;

  // Canonical ids of the terms of the vocabularies, in order of id; for "did you mean".
  std::vector<std::string_view> IdTexts(std::span<const std::string_view> vocabularies) const;

 private:
  // A persona maps to needs, which map to types (vocabularies.h, MayMap).
  static constexpr int kMostMappings = 2;

  void AddServing(TaxonomyTermId asked, int mappings_left,
                  std::vector<TaxonomyTermId>& types) const;
  std::vector<std::string_view> MarkedLines(TaxonomyTermId term, bool is_saying) const;
  std::optional<TaxonomyTermId> FindKey(std::string_view key) const;

  TaxonomyColumns columns_;
};

// The form in which spellings are compared: ASCII lower case, no white space at the ends. The
// builder writes keys in it.
std::string TermKey(std::string_view text);

}  // namespace waypost
