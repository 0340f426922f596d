#include "engine/index/word_rows.h"
#include "engine/index/words.h"
#include "index_builder/sections/prepared.h"

namespace waypost::sections {

absl::Status WriteFrequentWords(std::span<const std::uint64_t> posting_offsets,
                                std::span<const DocId> postings,
                                std::span<const std::uint16_t> frequencies, std::size_t documents,
                                ArtefactWriter& writer) {
  using S = SectionId;
  std::vector<TermId> words, place_words;
  std::vector<std::uint64_t> bits, place_bits;
  for (std::size_t i = 0; i + 1 < posting_offsets.size(); ++i) {
    const std::size_t first = posting_offsets[i];
    const std::size_t count = posting_offsets[i + 1] - first;
    if (count == 0 || count * kFrequentWordShare < documents) continue;
    const WordRows rows =
        RowsOf(postings.subspan(first, count), frequencies.subspan(first, count), documents);
    words.push_back(TermId::At(i));
    bits.insert(bits.end(), rows.own.begin(), rows.own.end());
    if (!rows.has_place) continue;
    place_words.push_back(TermId::At(i));
    place_bits.insert(place_bits.end(), rows.place.begin(), rows.place.end());
  }
  RETURN_IF_ERROR(writer.AddColumn(S::kFrequentWords, words));
  RETURN_IF_ERROR(writer.AddColumn(S::kFrequentWordBits, bits));
  RETURN_IF_ERROR(writer.AddColumn(S::kFrequentPlaceWords, place_words));
  return writer.AddColumn(S::kFrequentPlaceWordBits, place_bits);
}

}  // namespace waypost::sections
