#include "index_builder/sections/prepared.h"

namespace waypost::sections {

absl::Status WriteTaxonomy(const Prepared& prepared, const PostingsOfTerms& postings,
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
  RETURN_IF_ERROR(
      writer.AddJagged(S::kTermDescriptionOffsets, S::kTermDescriptions, t.descriptions()));
  RETURN_IF_ERROR(writer.AddJagged(S::kTermSynonymOffsets, S::kTermSynonyms, t.synonyms()));
  RETURN_IF_ERROR(writer.AddJagged(S::kTermPhraseOffsets, S::kTermPhrases, t.phrases()));
  RETURN_IF_ERROR(writer.AddColumn(S::kTermFlags, t.flags()));
  RETURN_IF_ERROR(writer.AddJagged(S::kTermCrisisOffsets, S::kTermCrises, t.crises()));
  RETURN_IF_ERROR(writer.AddJagged(S::kTermMappedOffsets, S::kTermMapped, t.mapped()));
  RETURN_IF_ERROR(postings.own.Write(S::kTermPostingOffsets, S::kTermPostings, writer));
  RETURN_IF_ERROR(
      postings.inferred.Write(S::kTermInferredPostingOffsets, S::kTermInferredPostings, writer));
  RETURN_IF_ERROR(writer.AddJagged(S::kTermKeyOffsets, S::kTermKeys, t.keys()));
  RETURN_IF_ERROR(writer.AddColumn(S::kTermKeyTerms, t.key_terms()));
  const std::string questions = FormatQuestionTrees(prepared.directory.question_trees);
  return writer.AddSection(S::kQuestionTrees, 1,
                           std::as_bytes(std::span(questions.data(), questions.size())));
}

}  // namespace waypost::sections
