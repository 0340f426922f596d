#include "index_builder/prepare/frequent_words.h"

#include "engine/index/word_rows.h"
#include "engine/index/words.h"

namespace waypost::prepare {

void FrequentWords::Add(TermId word, std::span<const DocId> postings,
                        std::span<const std::uint16_t> frequencies, std::size_t documents) {
  if (postings.empty() || postings.size() * kFrequentWordShare < documents) return;
  const WordRows rows = RowsOf(postings, frequencies, documents);
  words_.push_back(word);
  bits_.AddAll(rows.own);
  if (!rows.has_place) return;
  place_words_.push_back(word);
  place_bits_.AddAll(rows.place);
}

absl::Status FrequentWords::Write(ArtefactWriter& writer) const {
  RETURN_IF_ERROR(writer.AddColumn(SectionId::kFrequentWords, words_));
  RETURN_IF_ERROR(bits_.Write(SectionId::kFrequentWordBits, writer));
  RETURN_IF_ERROR(writer.AddColumn(SectionId::kFrequentPlaceWords, place_words_));
  return place_bits_.Write(SectionId::kFrequentPlaceWordBits, writer);
}

}  // namespace waypost::prepare
