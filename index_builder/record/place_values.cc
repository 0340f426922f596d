#include "index_builder/record/place_values.h"

#include <cmath>
#include <utility>

#include "engine/geo/postcode.h"
#include "index_builder/record/field_values.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_words.h"

namespace waypost::record {
namespace {

bool HasTwoDecimals(double degrees) {
  return std::abs(degrees * 100 - std::round(degrees * 100)) < 1e-6;
}

}  // namespace

LocationType LocationTypeValue(const FieldReport& report, std::string_view value) {
  const std::string word = FoldWords(value);
  if (word == "physical") return LocationType::kPhysical;
  if (word == "postal") return LocationType::kPostal;
  if (word == "virtual" || word == "online") return LocationType::kVirtual;
  if (!word.empty()) {
    report.Report(ProblemKind::kUnknownWord, "location", "location_type", value, "left out");
  }
  return LocationType::kNotStated;
}

std::string AddressLine(const FieldReport& report, std::string_view field, std::string_view value) {
  const std::string line = TextLine(report, "address", field, value);
  const std::size_t begin = line.find_first_not_of(" ,");
  if (begin == std::string::npos) return "";
  return line.substr(begin, line.find_last_not_of(" ,") - begin + 1);
}

std::string PostcodeValue(const FieldReport& report, std::string_view value) {
  std::string text = TextLine(report, "address", "postal_code", value);
  const std::optional<Postcode> postcode = Postcode::Parse(text);
  return postcode ? postcode->text() : text;
}

bool LooksMasked(const Address& address, const std::optional<LatLng>& position) {
  const std::optional<Postcode> postcode = Postcode::Parse(address.postcode);
  return postcode && postcode->level() == PostcodeLevel::kDistrict && position &&
         HasTwoDecimals(position->lat_degrees()) && HasTwoDecimals(position->lon_degrees());
}

void AddAccessibility(const FieldReport& report, std::string_view text, std::string_view details,
                      std::string_view url, std::vector<AccessibilityStatement>& statements) {
  const std::string line = TextLine(report, "accessibility", "accessibility", text);
  const std::string more = TextLine(report, "accessibility", "details", details);
  const std::string address = UrlValue(report, "accessibility", "url", url);
  for (AccessibilityStatement& statement : ReadAccessibilityText(line)) {
    if (!more.empty() && more != statement.text) {
      statement.text += statement.text.empty() ? more : " (" + more + ")";
    }
    statement.url = address;
    statements.push_back(std::move(statement));
  }
}

}  // namespace waypost::record
