#include "engine/format/public_id.h"
#include "engine/text/vocabulary.h"
#include "index_builder/sections/prepared.h"

namespace waypost::sections {
namespace {

// Names the content of the vocabulary: equal words, equal name.
text::VocabularyId NameOfWords(const std::vector<text::VocabularyWord>& words) {
  std::string all;
  for (const text::VocabularyWord& word : words) {
    all += word.word + "\t" + std::to_string(word.frequency) + "\n";
  }
  return PublicId("waypost", "vocabulary", all);
}

}  // namespace

absl::Status WriteWords(const Prepared& prepared, const prepare::WordIndex& w,
                        ArtefactWriter& writer) {
  using S = SectionId;
  std::vector<std::uint32_t> lengths;
  lengths.reserve(prepared.order.size());
  for (const ServiceOrdinal service : prepared.order.services) {
    lengths.push_back(w.lengths[service.index()]);
  }
  RETURN_IF_ERROR(writer.AddColumn(S::kDocTextLength, lengths));
  RETURN_IF_ERROR(writer.AddJagged(S::kWordOffsets, S::kWords, w.words));
  RETURN_IF_ERROR(writer.AddColumn(S::kWordServiceCounts, w.service_counts));
  RETURN_IF_ERROR(writer.AddColumn(S::kWordPostingOffsets, w.posting_offsets));
  RETURN_IF_ERROR(w.postings.Write(S::kWordPostings, writer));
  RETURN_IF_ERROR(w.frequencies.Write(S::kWordFrequencies, writer));
  RETURN_IF_ERROR(writer.AddColumn(S::kWordGreatestFrequencies, w.greatest_frequencies));
  RETURN_IF_ERROR(w.frequent.Write(writer));
  RETURN_IF_ERROR(writer.AddColumn(S::kWordCodes, w.codes));
  RETURN_IF_ERROR(w.service_texts.Write(S::kServiceTextOffsets, S::kServiceTexts, writer));
  RETURN_IF_ERROR(w.location_texts.Write(S::kLocationTextOffsets, S::kLocationTexts, writer));
  if (w.vocabulary.empty()) return writer.AddSection(S::kWordVocabulary, 1, {});
  ASSIGN_OR_RETURN(const std::string blob,
                   text::BuildVocabularyBlob(w.vocabulary, NameOfWords(w.vocabulary)));
  return writer.AddSection(S::kWordVocabulary, 1,
                           std::as_bytes(std::span(blob.data(), blob.size())));
}

}  // namespace waypost::sections
