#include "index_builder/prepare/confidential.h"

#include <algorithm>

#include "engine/core/ascii.h"
#include "engine/format/public_id.h"
#include "engine/geo/postcode.h"

namespace waypost::prepare {
namespace {

using record::Service;

constexpr std::string_view kWithheld = "[withheld]";
// Shorter lines ("Flat 2", "1") would take words out that tell nothing.
constexpr std::size_t kShortestLine = 7;

bool IsWordByte(char c) {
  return IsLetter(c) || IsDigit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// `text` is lower case.
bool HasWord(const std::string& text, const std::string& word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !IsWordByte(text[at - 1])) && (end == text.size() || !IsWordByte(text[end]))) {
      return true;
    }
  }
  return false;
}

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::string Replace(const std::string& text, std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
  std::string out;
  std::size_t at = 0;
  for (Span span : spans) {
    if (span.end <= at) continue;
    if (span.begin >= at) out.append(text, at, span.begin - at).append(kWithheld);
    at = span.end;
  }
  return out.append(text, at);
}

std::vector<Span> WordsOf(const std::string& text) {
  std::vector<Span> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && (IsLetter(text[end]) || IsDigit(text[end]))) ++end;
    if (end > at) words.push_back({at, end});
    at = end + 1;
  }
  return words;
}

bool IsUnit(std::string_view text) {
  const std::optional<Postcode> postcode = Postcode::Parse(text);
  return postcode && postcode->level() == PostcodeLevel::kUnit;
}

// "S11 8AB" and "S118AB", also over several blanks or a hyphen.
void AddPostcodes(const std::string& text, std::vector<Span>& spans) {
  const std::vector<Span> words = WordsOf(text);
  constexpr std::size_t kLongest = 8, kWidestGap = 3;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = text.substr(words[i].begin, words[i].end - words[i].begin);
    if (word.size() <= kLongest && IsUnit(word)) spans.push_back(words[i]);
    if (i + 1 == words.size() || words[i + 1].begin - words[i].end > kWidestGap) continue;
    const std::string next = text.substr(words[i + 1].begin, words[i + 1].end - words[i + 1].begin);
    if (next.size() == 3 && word.size() <= 4 &&
        IsUnit(std::string(word).append(" ").append(next))) {
      spans.push_back({words[i].begin, words[i + 1].end});
    }
  }
}

// What tells where the places of `service` are, in words. A place that is called as the service or
// its organisation is says nothing by its name.
std::vector<std::string> TellingLines(const Service& service) {
  std::vector<std::string> lines;
  const auto add = [&](const std::string& line) {
    if (line.size() >= kShortestLine) lines.push_back(LowerCase(line));
  };
  for (const record::ServiceAtLocation& at : service.locations) {
    for (const std::string& line : at.location.address.lines) add(line);
    const std::string& name = at.location.name;
    const bool is_known =
        name == service.name || (service.organisation && name == service.organisation->name);
    if (!is_known) add(name);
  }
  return lines;
}

void WithholdAll(std::initializer_list<std::string*> texts, const std::vector<std::string>& lines) {
  for (std::string* text : texts) *text = Withhold(*text, lines);
}

void WithholdPhones(std::vector<record::Phone>& phones, const std::vector<std::string>& lines) {
  for (record::Phone& phone : phones) WithholdAll({&phone.description}, lines);
}

void WithholdFreeText(Service& service, const std::vector<std::string>& lines) {
  WithholdAll(
      {&service.name, &service.alternate_name, &service.description, &service.fees,
       &service.accreditations, &service.licenses, &service.alert, &service.application_process,
       &service.eligibility_description, &service.interpretation_services, &service.wait_time},
      lines);
  if (service.organisation) {
    WithholdAll({&service.organisation->name, &service.organisation->alternate_name,
                 &service.organisation->description},
                lines);
  }
  for (record::Eligibility& eligibility : service.eligibilities) {
    WithholdAll({&eligibility.text}, lines);
  }
  for (record::CostOption& cost : service.cost_options) {
    WithholdAll({&cost.option, &cost.amount_description}, lines);
  }
  for (record::Contact& contact : service.contacts) {
    WithholdAll({&contact.name, &contact.title, &contact.department}, lines);
    WithholdPhones(contact.phones, lines);
  }
  WithholdPhones(service.phones, lines);
  for (record::Schedule& row : service.schedules) {
    WithholdAll({&row.description, &row.notes, &row.as_published}, lines);
  }
  for (record::Review& review : service.reviews) {
    WithholdAll({&review.title, &review.description}, lines);
  }
  for (std::string& funding : service.fundings) WithholdAll({&funding}, lines);
}

// The district is found by the postcode, else it is the one nearest to the point.
std::string DistrictOf(const record::Location& location, const record::Gazetteer& gazetteer,
                       const PostcodeFinder& finder) {
  const std::optional<Postcode> postcode = Postcode::Parse(location.address.postcode);
  if (postcode && postcode->level() != PostcodeLevel::kArea &&
      finder.FindDistrict(postcode->text())) {
    return postcode->DistrictText();
  }
  if (!location.position || gazetteer.districts.empty()) return {};
  return std::min_element(gazetteer.districts.begin(), gazetteer.districts.end(),
                          [&](const record::PostcodeGroup& a, const record::PostcodeGroup& b) {
                            return HaversineDistance(a.point, *location.position) <
                                   HaversineDistance(b.point, *location.position);
                          })
      ->text;
}

record::Location HiddenLocation(const record::Location& location, const std::string& district,
                                const PostcodeFinder& finder) {
  record::Location hidden;
  hidden.type = location.type;
  hidden.masked = true;
  hidden.hidden_district = district;
  if (const std::optional<PostcodePoint> found = finder.FindDistrict(district)) {
    hidden.position = found->point;
    hidden.precision = record::PointPrecision::kDistrict;
  }
  for (const record::AccessibilityStatement& statement : location.accessibility) {
    if (statement.feature) {
      hidden.accessibility.push_back(
          {.feature = statement.feature, .fact = statement.fact, .text = {}, .url = {}});
    }
  }
  return hidden;
}

}  // namespace

RefugeKinds::RefugeKinds(const record::Taxonomy& taxonomy, std::vector<std::string> words)
    : words_(std::move(words)) {
  for (const record::VocabularyTerm& term : taxonomy.terms) {
    if (IsNamed(term.label)) terms_.emplace(term.vocabulary, term.code);
  }
}

bool RefugeKinds::IsNamed(const std::string& text) const {
  const std::string lower = LowerCase(text);
  return std::any_of(words_.begin(), words_.end(),
                     [&](const std::string& word) { return HasWord(lower, word); });
}

bool RefugeKinds::Hold(const Service& service) const {
  if (IsNamed(service.name)) return true;
  return std::any_of(service.terms.begin(), service.terms.end(), [&](const record::TermRef& term) {
    return IsNamed(term.label) || terms_.contains({term.vocabulary, term.code});
  });
}

std::string Withhold(const std::string& text, const std::vector<std::string>& lines) {
  std::vector<Span> spans;
  AddPostcodes(text, spans);
  const std::string lower = LowerCase(text);
  for (const std::string& line : lines) {
    for (std::size_t at = lower.find(line); at != std::string::npos;
         at = lower.find(line, at + line.size())) {
      spans.push_back({at, at + line.size()});
    }
  }
  return spans.empty() ? text : Replace(text, std::move(spans));
}

void HidePlaces(Service& service, const record::Gazetteer& gazetteer,
                const PostcodeFinder& finder) {
  const std::vector<std::string> lines = TellingLines(service);
  WithholdFreeText(service, lines);
  if (Withhold(service.id, lines) != service.id) service.id = service.public_id;
  std::size_t number = 0;
  for (record::ServiceAtLocation& at : service.locations) {
    at.location = HiddenLocation(at.location, DistrictOf(at.location, gazetteer, finder), finder);
    // The publisher's id of a location may be its postcode, and one derived from that can be tried
    // out.
    at.location.id = FormatUuid(
        PublicId(service.source, "location", service.public_id + " " + std::to_string(number++)));
    at.id.clear();
    at.description.clear();
    at.phones.clear();
    at.contacts.clear();
    for (record::Schedule& row : at.schedules) {
      row.id.clear();
      WithholdAll({&row.description, &row.notes, &row.as_published}, lines);
    }
  }
  for (record::ServiceArea& area : service.areas) {
    area.id.clear();
    area.extent.clear();
    area.name = Withhold(area.name, lines);
  }
  service.extras.clear();
  service.part_extras.clear();
}

}  // namespace waypost::prepare
