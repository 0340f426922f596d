#pragma once

// Places: postcodes, and names of the index's gazetteer where they are meant as places.
//
//   PlaceReader reader(index, book);
//   reader.ReadAt(ReadWords(*analyser, "food bank near Bath"), 3)   // near=Bath
//
// A name counts behind a word of place ("in", "near", "live in"), or written as a name, or alone
// between commas. A place whose name is an everyday word ("Reading", "Hope", "Deal") counts only
// behind such a word, and not before "group", "club" and the like. A county, region or nation
// becomes `authority`. A capitalised name behind "in" or "near", or alone at the end, that the
// gazetteer lacks is understood as a place too, and cannot be asked.
//
// O(words of the longest name * log places) a call.

#include <optional>
#include <string>

#include "engine/ask/phrase_book.h"
#include "engine/ask/reading.h"
#include "engine/index/index.h"

namespace waypost::ask {

class PlaceReader {
 public:
  // Both must outlive the reader.
  PlaceReader(const Index& index, const PhraseBook& book) : index_(index), book_(book) {}

  std::optional<Reading> ReadAt(std::string_view text, const Sentence& sentence,
                                std::size_t at) const;

 private:
  struct Cue {
    int strength = 0;       // 0: none
    std::size_t first = 0;  // where it begins
  };
  static Cue CueBefore(const Sentence& sentence, std::size_t at);
  std::optional<Reading> ReadPostcode(std::string_view text, const Sentence& sentence,
                                      std::size_t at) const;
  std::optional<Reading> ReadName(std::string_view text, const Sentence& sentence,
                                  std::size_t at) const;
  std::optional<Reading> ReadArea(std::string_view text, const Sentence& sentence,
                                  std::size_t at) const;
  std::optional<Reading> ReadUnknown(std::string_view text, const Sentence& sentence,
                                     std::size_t at) const;
  std::optional<Reading> ReadTownMeant(const Sentence& sentence, std::size_t at,
                                       const Cue& cue) const;
  std::optional<Reading> ReadUnknownSegment(std::string_view text, const Sentence& sentence,
                                            std::size_t at) const;
  // Words [first, last) are no name by themselves: "Weston" of "Lawrence Weston".
  bool IsPartOfLonger(const Sentence& sentence, std::size_t first, std::size_t last) const;
  // The end of a town's name that begins at `at`; 0 when there is none.
  std::size_t TownBehind(std::string_view text, const Sentence& sentence, std::size_t at) const;
  // Words [name, last) are the name, [first, last) what is read.
  struct NameSpan {
    std::size_t first, name, last;
  };
  Reading Unknown(std::string_view text, const Sentence& sentence, NameSpan span, int more) const;
  bool IsTown(const std::string& folded) const;
  bool IsLargeTown(PlaceKeyOrdinal key) const;
  bool IsEverydayWord(const Word& word) const;
  bool IsNameOfPlace(const std::string& folded) const;

  const Index& index_;
  const PhraseBook& book_;
};

}  // namespace waypost::ask
