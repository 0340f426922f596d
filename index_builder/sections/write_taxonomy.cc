#include "index_builder/sections/prepared.h"

namespace waypost::sections {

absl::Status WriteTaxonomy(const Prepared& prepared, const TermPostings& postings,
                           ArtefactWriter& writer) {
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
  RETURN_IF_ERROR(postings.Write(writer));
  RETURN_IF_ERROR(writer.AddJagged(S::kTermKeyOffsets, S::kTermKeys, t.keys()));
  return writer.AddColumn(S::kTermKeyTerms, t.key_terms());
}

}  // namespace waypost::sections
