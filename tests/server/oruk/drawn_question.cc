#include "tests/server/oruk/drawn_question.h"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/query/parse_query.h"
#include "engine/taxonomy/vocabularies.h"
#include "tests/support/random_seed.h"

namespace waypost::server {
namespace {

constexpr std::array<const char*, 7> kDays = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::array<const char*, 3> kStatuses = {"inactive", "active,inactive",
                                                  "temporarily+closed"};

constexpr std::array<const char*, 4> kDistricts = {"S1", "S6", "S10", "S35"};

std::string Clock(int hour, int minute) {
  return (hour < 10 ? "0" : "") + std::to_string(hour) + ":" + (minute < 10 ? "0" : "") +
         std::to_string(minute);
}

std::string Escaped(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool is_plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_plain) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte >> 4U];
      out += kHex[byte & 0xFU];
    }
  }
  return out;
}

// The first whole word of plain letters, at least three, from a place in `text` on.
std::string WordIn(std::string_view text, std::size_t from) {
  std::string word;
  const std::size_t space = from == 0 ? 0 : text.find(' ', from);
  for (const char c : text.substr(std::min(space, text.size()))) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (is_letter) {
      word += c;
    } else if (word.size() >= 3) {
      return word;
    } else {
      word.clear();
    }
  }
  return word.size() >= 3 ? word : "";
}

}  // namespace

int QuestionDraw::Within(int low, int high) {
  return static_cast<int>(testing::RandomWithin(random_, low, high));
}

QuestionDraw::Condition QuestionDraw::Words() {
  const auto service = ServiceOrdinal(
      static_cast<std::uint32_t>(Within(0, static_cast<int>(index_.services().size()) - 1)));
  std::string words = WordIn(index_.services().name[service], OneIn(2) ? 0U : 6U);
  if (words.empty()) return {};
  return {"&q=" + words, "&text=" + words, "&search=" + words};
}

// "12" of /api/search is until the thirteenth birthday; numbers of the dialects are plain.
QuestionDraw::Condition QuestionDraw::Ages() {
  const int least = Within(0, 80);
  const int most = least + Within(0, 9);
  const std::string asked =
      "&minimum_age=" + std::to_string(least) + "&maximum_age=" + std::to_string(most) + ".999999";
  return {"&age=" + std::to_string(least) + "-" + std::to_string(most), asked, asked};
}

QuestionDraw::Condition QuestionDraw::OpenAges() {
  const std::string least = std::to_string(Within(0, 70));
  return {"&age=" + least + "-120", "&minimum_age=" + least + "&maximum_age=120.999999",
          "&minimum_age=" + least + "&maximum_age=120.999999"};
}

QuestionDraw::Condition QuestionDraw::Times() {
  const int from = Within(6, 19);
  const std::string start = Clock(from, OneIn(2) ? 0 : 30);
  const std::string end = Clock(from + Within(1, 4), 45);
  const std::string day =
      OneIn(2) ? std::string("&day=") + kDays[static_cast<std::size_t>(Within(0, 6))] : "";
  const std::string asked = day + "&start_time=" + start + "&end_time=" + end;
  return {day + "&from=" + start + "&to=" + end + "&time_match=within", asked, asked};
}

QuestionDraw::Condition QuestionDraw::ClientTimes() {
  const int from = Within(6, 19);
  const std::string start = Clock(from, 0);
  const std::string end = Clock(from + Within(1, 4), 0);
  const std::string asked = "&startTime=" + start + "&endTime=" + end;
  return {"&from=" + start + "&to=" + end + "&time_match=overlap", asked, asked};
}

QuestionDraw::Condition QuestionDraw::Days() {
  const auto first = static_cast<std::size_t>(Within(0, 6));
  std::string days = std::string("&day=") + kDays[first];
  if (OneIn(2)) days += std::string(",") + kDays[(first + 2) % 7];
  return {days + "&time_match=within", days, days};
}

std::string QuestionDraw::TermOf(std::span<const std::string_view> vocabularies) {
  const Taxonomy& taxonomy = index_.taxonomy();
  std::vector<TaxonomyTermId> terms;
  for (std::size_t i = 0; i < taxonomy.size(); ++i) {
    const TaxonomyTermId term = TaxonomyTermId::At(i);
    const std::string_view name = taxonomy.vocabulary_name(taxonomy.vocabulary(term));
    if (std::ranges::find(vocabularies, name) != vocabularies.end()) terms.push_back(term);
  }
  if (terms.empty()) return "";
  const int drawn = Within(0, static_cast<int>(terms.size()) - 1);
  return Escaped(taxonomy.id_text(terms[static_cast<std::size_t>(drawn)]));
}

QuestionDraw::Condition QuestionDraw::Needs() {
  const bool is_need = OneIn(2);
  std::string text = is_need ? "&need=" : "&circumstance=";
  const std::string term =
      TermOf(is_need ? std::span<const std::string_view>(kNeedVocabularies)
                     : std::span<const std::string_view>(kCircumstanceVocabularies));
  if (term.empty()) return {};
  text += term;
  return {text, text, text};
}

QuestionDraw::Condition QuestionDraw::Types() {
  std::string text;
  for (int i = 0; i < (OneIn(3) ? 2 : 1); ++i) {
    const std::string term = TermOf(kServiceTypeVocabularies);
    if (term.empty()) return {};
    text += "&service_type=" + term;
  }
  return {text, text, text};
}

QuestionDraw::Condition QuestionDraw::Term() {
  const std::string term = TermOf(kServiceTypeVocabularies);
  if (term.empty()) return {};
  return {"&taxonomy_term=" + term, "&taxonomy_id=" + term, "&taxonomy_term_id=" + term};
}

// Of any term of a list: of a root, or below one.
QuestionDraw::Condition QuestionDraw::WholeTaxonomy() {
  const Taxonomy& taxonomy = index_.taxonomy();
  const auto drawn = static_cast<std::size_t>(Within(0, static_cast<int>(taxonomy.size()) - 1));
  const VocabularyId vocabulary = taxonomy.vocabulary(TaxonomyTermId::At(drawn));
  std::string api;
  std::size_t roots = 0;
  for (const TaxonomyTermId term : taxonomy.TermsOf(vocabulary)) {
    if (!taxonomy.parent(term).is_none()) continue;
    api += "&taxonomy_term=" + Escaped(taxonomy.id_text(term));
    ++roots;
  }
  if (roots == 0 || roots > query::kMaxValues) return {};
  return {api, std::nullopt, "&taxonomy_id=" + Escaped(taxonomy.vocabulary_name(vocabulary))};
}

QuestionDraw::Condition QuestionDraw::Organization() {
  const auto& ids = index_.organisations().public_id;
  if (ids.size() == 0) return {};
  const auto drawn = static_cast<std::size_t>(Within(0, static_cast<int>(ids.size()) - 1));
  const std::string id = FormatUuid(ids[OrganisationOrdinal::At(drawn)]);
  return {"&organization=" + id, std::nullopt, "&organization_id=" + id};
}

QuestionDraw::Condition QuestionDraw::Modified() {
  const std::string date = std::to_string(Within(2024, 2026)) + "-0" +
                           std::to_string(Within(1, 9)) + "-1" + std::to_string(Within(0, 9));
  return {"&modified_after=" + date, std::nullopt, "&modified_after=" + date};
}

QuestionDraw::Condition QuestionDraw::Status() {
  const std::string text =
      std::string("&status=") + kStatuses[static_cast<std::size_t>(Within(0, 2))];
  return {text, text, text};
}

std::string QuestionDraw::Postcode() {
  const auto keys = index_.postcodes().key.values();
  // The sample has no file of postcodes, and knows where sectors and districts are.
  if (keys.empty()) return kDistricts[static_cast<std::size_t>(Within(0, 3))];
  std::uint64_t key = keys[static_cast<std::size_t>(Within(0, static_cast<int>(keys.size()) - 1))];
  std::string text;
  for (int byte = 0; byte < 8; ++byte, key <<= 8U) {
    const char c = static_cast<char>(key >> 56U);
    if (c != '\0') text += c;
  }
  return text;
}

void QuestionDraw::AddPlace(DrawnQuestion& question) {
  const std::string postcode = Postcode();
  question.has_place = true;
  if (OneIn(2)) {
    const std::string covered = "&coverage=" + postcode;
    question.api += "&near=" + postcode;
    *question.v1 += covered;
    *question.v3 += covered;
    return;
  }
  const std::string metres = std::to_string(Within(200, 40'000));
  const std::string asked = "&postcode=" + postcode + "&proximity=" + metres;
  question.api_visits = question.api + "&reach=visits";
  question.api += "&near=" + postcode + "&within=" + metres + "&area=ignore";
  *question.v1 += asked;
  *question.v3 += asked;
}

DrawnQuestion QuestionDraw::Question() {
  using Draw = Condition (QuestionDraw::*)();
  // At most one of each row: two of them would name the same parameters.
  const std::array<std::vector<Draw>, 8> kinds = {
      {{&QuestionDraw::Words},
       {&QuestionDraw::Ages, &QuestionDraw::OpenAges},
       {&QuestionDraw::Times, &QuestionDraw::ClientTimes, &QuestionDraw::Days},
       {&QuestionDraw::Needs},
       {&QuestionDraw::Types},
       {&QuestionDraw::Term, &QuestionDraw::WholeTaxonomy},
       {&QuestionDraw::Organization, &QuestionDraw::Modified},
       {&QuestionDraw::Status}}};
  DrawnQuestion question;
  for (const std::vector<Draw>& kind : kinds) {
    if (!OneIn(4)) continue;
    const int drawn = Within(0, static_cast<int>(kind.size()) - 1);
    const Condition one = (this->*kind[static_cast<std::size_t>(drawn)])();
    if (one.api.empty()) continue;
    question.api += one.api;
    question.v1 = question.v1 && one.v1 ? std::optional(*question.v1 + *one.v1) : std::nullopt;
    question.v3 = question.v3 && one.v3 ? std::optional(*question.v3 + *one.v3) : std::nullopt;
  }
  if (question.v1 && question.v3 && OneIn(3)) AddPlace(question);
  return question;
}

}  // namespace waypost::server
