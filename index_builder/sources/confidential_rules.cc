#include "index_builder/sources/confidential_rules.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <optional>

#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_number.h"
#include "index_builder/record/term_ref.h"

namespace waypost::sources {
namespace {

// Feeds may nest as deep as they like: the iterative parser does not recurse, and the document
// frees its memory pool at once.
constexpr unsigned kParse = rapidjson::kParseIterativeFlag | rapidjson::kParseStopWhenDoneFlag;

// What cannot be read means yes, as record::ConfidentialValue has it.
bool SaysYes(const rapidjson::Value& value) {
  if (value.IsBool()) return value.GetBool();
  if (value.IsNumber()) return value.GetDouble() != 0;
  if (value.IsNull()) return false;
  if (!value.IsString()) return true;
  const std::string_view text(value.GetString(), value.GetStringLength());
  return !record::Trim(text).empty() && record::ReadBool(text).value_or(true);
}

bool FlagIsSet(const std::string& extras, const std::string& flag) {
  if (flag.empty() || extras.empty()) return false;
  rapidjson::Document document;
  document.Parse<kParse>(extras.data(), extras.size());
  if (document.HasParseError() || !document.IsObject()) return false;
  const auto member = document.FindMember(flag.c_str());
  return member != document.MemberEnd() && SaysYes(member->value);
}

}  // namespace

bool ConfidentialRules::Holds(const record::Service& service) const {
  if (all || service.confidential) return true;
  if (std::find(ids.begin(), ids.end(), service.id) != ids.end()) return true;
  for (const record::TermRef& term : service.terms) {
    const bool listed = std::any_of(terms.begin(), terms.end(), [&](const record::TermRef& rule) {
      return rule.vocabulary == term.vocabulary && rule.code == term.code;
    });
    if (listed) return true;
  }
  return FlagIsSet(service.extras, flag);
}

absl::StatusOr<ConfidentialRules> ReadConfidentialRules(const TomlTable& source) {
  ConfidentialRules rules;
  if (!source.IsTable("confidential")) {
    ASSIGN_OR_RETURN(const std::optional<bool> all, source.Bool("confidential"));
    rules.all = all.value_or(false);
    return rules;
  }
  ASSIGN_OR_RETURN(const std::optional<TomlTable> table, source.Table("confidential"));
  RETURN_IF_ERROR(table->RefuseOtherKeys({"all", "ids", "service_types", "flag", "refuges"}));
  ASSIGN_OR_RETURN(const std::optional<bool> all, table->Bool("all"));
  ASSIGN_OR_RETURN(rules.ids, table->Strings("ids"));
  ASSIGN_OR_RETURN(rules.flag, table->String("flag"));
  ASSIGN_OR_RETURN(const std::optional<bool> refuges, table->Bool("refuges"));
  rules.all = all.value_or(false);
  rules.refuges = refuges.value_or(true);
  ASSIGN_OR_RETURN(const std::vector<std::string> types, table->Strings("service_types"));
  for (const std::string& type : types) {
    const std::optional<record::TermRef> term = record::ParseCanonicalTermId(type);
    if (!term || term->vocabulary.empty()) {
      return table->Fail("service_types", "\"" + type + "\" is no term id; one looks like " +
                                              "\"esdServiceType:1714\"");
    }
    rules.terms.push_back(*term);
  }
  return rules;
}

}  // namespace waypost::sources
