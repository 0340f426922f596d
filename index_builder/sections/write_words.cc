#include <algorithm>
#include <array>

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

// Of the postings of each word.
std::vector<std::uint16_t> GreatestFrequencies(const prepare::WordIndex& words) {
  std::vector<std::uint16_t> greatest;
  for (std::size_t i = 0; i + 1 < words.posting_offsets.size(); ++i) {
    const auto first = words.frequencies.begin();
    const auto begin = first + static_cast<std::ptrdiff_t>(words.posting_offsets[i]);
    const auto end = first + static_cast<std::ptrdiff_t>(words.posting_offsets[i + 1]);
    greatest.push_back(begin == end ? std::uint16_t{0} : *std::max_element(begin, end));
  }
  return greatest;
}

}  // namespace

absl::Status WriteWords(const Prepared& prepared, const prepare::WordIndex& w,
                        ArtefactWriter& writer) {
  using S = SectionId;
  std::vector<std::uint32_t> lengths;
  for (const prepare::Document& document : prepared.order.documents) {
    lengths.push_back(w.lengths[document.ordinal.index()]);
  }
  RETURN_IF_ERROR(writer.AddColumn(S::kDocTextLength, lengths));
  RETURN_IF_ERROR(writer.AddJagged(S::kWordOffsets, S::kWords, w.words));
  RETURN_IF_ERROR(writer.AddColumn(S::kWordServiceCounts, w.service_counts));
  RETURN_IF_ERROR(writer.AddColumn(S::kWordPostingOffsets, w.posting_offsets));
  RETURN_IF_ERROR(writer.AddColumn(S::kWordPostings, w.postings));
  RETURN_IF_ERROR(writer.AddColumn(S::kWordFrequencies, w.frequencies));
  RETURN_IF_ERROR(writer.AddColumn(S::kWordGreatestFrequencies, GreatestFrequencies(w)));
  RETURN_IF_ERROR(
      WriteFrequentWords(w.posting_offsets, w.postings, w.frequencies, lengths.size(), writer));
  if (w.vocabulary.empty()) return writer.AddSection(S::kWordVocabulary, 1, {});
  ASSIGN_OR_RETURN(const std::string blob,
                   text::BuildVocabularyBlob(w.vocabulary, NameOfWords(w.vocabulary)));
  return writer.AddSection(S::kWordVocabulary, 1,
                           std::as_bytes(std::span(blob.data(), blob.size())));
}

}  // namespace waypost::sections
