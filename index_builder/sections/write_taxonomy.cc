#include "index_builder/sections/prepared.h"

namespace waypost::sections {
namespace {

// The documents of each term or of a descendant.
JaggedRows<DocId> PostingsOf(const Prepared& prepared) {
  std::vector<std::vector<DocId>> lists(prepared.taxonomy.size());
  for (std::uint32_t i = 0; i < prepared.order.documents.size(); ++i) {
    for (const record::TermRef& term : prepared.order.documents[i].service->terms) {
      if (term.code.empty()) continue;
      for (TaxonomyTermId up : prepared.taxonomy.WithAncestors(prepared.taxonomy.Find(term))) {
        std::vector<DocId>& list = lists[up.index()];
        if (list.empty() || list.back() != DocId(i)) list.push_back(DocId(i));
      }
    }
  }
  JaggedRows<DocId> rows;
  for (const std::vector<DocId>& list : lists) rows.AddRow(list);
  return rows;
}

}  // namespace

absl::Status WriteTaxonomy(const Prepared& prepared, ArtefactWriter& writer) {
  using S = SectionId;
  const prepare::TaxonomyTable& t = prepared.taxonomy;
  RETURN_IF_ERROR(
      writer.AddJagged(S::kVocabularyNameOffsets, S::kVocabularyNames, t.vocabulary_names()));
  RETURN_IF_ERROR(writer.AddColumn(S::kTermVocabulary, t.vocabularies()));
  RETURN_IF_ERROR(writer.AddColumn(S::kTermParent, t.parents()));
  RETURN_IF_ERROR(writer.AddColumn(S::kTermSubtreeEnd, t.subtree_ends()));
  RETURN_IF_ERROR(writer.AddJagged(S::kTermIdTextOffsets, S::kTermIdTexts, t.id_texts()));
  RETURN_IF_ERROR(writer.AddJagged(S::kTermLabelOffsets, S::kTermLabels, t.labels()));
  RETURN_IF_ERROR(writer.AddJagged(S::kTermMappedOffsets, S::kTermMapped, t.mapped()));
  RETURN_IF_ERROR(writer.AddJagged(S::kTermPostingOffsets, S::kTermPostings, PostingsOf(prepared)));
  RETURN_IF_ERROR(writer.AddJagged(S::kTermKeyOffsets, S::kTermKeys, t.keys()));
  return writer.AddColumn(S::kTermKeyTerms, t.key_terms());
}

}  // namespace waypost::sections
