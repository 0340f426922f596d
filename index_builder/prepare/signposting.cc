#include "index_builder/prepare/signposting.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "index_builder/prepare/facts.h"
#include "index_builder/record/folded_words.h"

namespace waypost::prepare {
namespace {

using record::Service;

// A name begins so.
constexpr std::array<std::string_view, 6> kBeginnings = {
    " find a ", " find an ", " find local ", " find your ", " search for ", " where to find "};

// A name has one of these.
constexpr std::array<std::string_view, 9> kInNames = {
    " directories ", " directory ",       " finder ",
    " signposting ", " a z of ",          " list of ",
    " guide to ",    " useful websites ", " information about services "};

// The first words of a description have one of these. "Advice and signposting" is what many do
// besides, so the word alone says nothing here.
constexpr std::array<std::string_view, 12> kInDescriptions = {
    " directory of ", " directory for ",     " directory listing ", " online directory ",
    " list of all ",  " online list ",       " searchable ",        " database of ",
    " search tool ",  " find your nearest ", " signposts you to ",  " links to websites "};

constexpr std::size_t kFirstWords = 30;

template <std::size_t kCount>
bool HasAny(const std::string& text, const std::array<std::string_view, kCount>& phrases) {
  return std::ranges::any_of(
      phrases, [&](std::string_view phrase) { return text.find(phrase) != std::string::npos; });
}

// Between spaces, so that phrases are whole words.
std::string SpacedWords(std::string_view text) { return " " + record::FoldWords(text) + " "; }

std::string FirstWords(const std::string& spaced) {
  std::size_t end = 0;
  for (std::size_t words = 0; words < kFirstWords && end != std::string::npos; ++words) {
    end = spaced.find(' ', end + 1);
  }
  return end == std::string::npos ? spaced : spaced.substr(0, end + 1);
}

bool CallsItselfSo(const Service& service) {
  const std::string name = SpacedWords(service.name);
  const bool begins_so = std::ranges::any_of(
      kBeginnings, [&](std::string_view beginning) { return name.starts_with(beginning); });
  return begins_so || HasAny(name, kInNames) ||
         HasAny(FirstWords(SpacedWords(service.description)), kInDescriptions);
}

bool StatesWhatToComeTo(const Service& service) {
  const EnumSet<RichnessPart> stated = RichnessPartsOf(service);
  return stated.Has(RichnessPart::kSessions) || stated.Has(RichnessPart::kCost) ||
         stated.Has(RichnessPart::kAccess) || !service.ages.empty() ||
         service.attending.Has(Attending::kVenue) || service.attending.Has(Attending::kHomeVisit);
}

}  // namespace

bool OnlySignposts(const Service& service) {
  return !StatesWhatToComeTo(service) && CallsItselfSo(service);
}

}  // namespace waypost::prepare
