#include "index_builder/main/validation_report.h"

#include <algorithm>
#include <array>
#include <vector>

#include "index_builder/sections/json_writer.h"

namespace waypost::builder {
namespace {

using validate::Facet;
using validate::Finding;
using validate::FindingList;
using validate::FindingRule;
using validate::Severity;
using validate::Validation;

constexpr std::size_t kPlacesShown = 3;
constexpr std::array<Severity, 3> kSeverities = {Severity::kError, Severity::kWarning,
                                                 Severity::kNote};

// "1 page", "2,345 pages".
std::string Counted(std::uint64_t count, std::string_view what) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  text += ' ';
  text += what;
  if (count != 1) text += 's';
  return text;
}

std::string PlaceText(const Finding& finding) {
  std::string text = finding.place.page;
  if (!finding.place.record.empty()) text += ", id " + finding.place.record;
  if (!finding.place.pointer.empty()) text += ", " + finding.place.pointer;
  return text;
}

// The fields that a fault stands in, the commonest first.
std::vector<std::pair<std::string, FindingList::Pattern>> FieldsByCount(
    const FindingList::Group& group) {
  std::vector<std::pair<std::string, FindingList::Pattern>> fields(group.patterns.begin(),
                                                                   group.patterns.end());
  std::stable_sort(fields.begin(), fields.end(),
                   [](const auto& a, const auto& b) { return a.second.count > b.second.count; });
  return fields;
}

void AppendLine(const Finding& finding, std::string& text) {
  text += "      " + finding.what;
  text += "\n        " + PlaceText(finding);
  text += '\n';
}

void AppendPlaces(const FindingList::Group& group, std::string& text) {
  const auto fields = FieldsByCount(group);
  if (fields.size() == 1) {
    const std::size_t shown = std::min(group.kept.size(), kPlacesShown);
    for (std::size_t i = 0; i < shown; ++i) AppendLine(group.kept[i], text);
    if (group.count > shown) text += "      and " + std::to_string(group.count - shown) + " more\n";
    return;
  }
  for (std::size_t i = 0; i < std::min(fields.size(), kPlacesShown); ++i) {
    const auto& [field, pattern] = fields[i];
    text += "      " + Counted(pattern.count, "time") + " in ";
    text += (field.empty() ? std::string("the page or record") : field) + ", first:\n";
    AppendLine(pattern.first, text);
  }
  if (fields.size() > kPlacesShown) {
    text += "      and in " + Counted(fields.size() - kPlacesShown, "other field");
    text += '\n';
  }
}

void AppendFindings(const Validation& validation, Severity severity, std::string& text) {
  const std::uint64_t count = validation.findings.Count(severity, validation.standard);
  if (count == 0) return;
  text += '\n';
  text += Counted(count, NameOf(severity));
  text += '\n';
  for (const FindingRule& rule : validate::AllFindingRules()) {
    const FindingList::Group& group = validation.findings.group(rule.kind);
    if (group.count == 0 || SeverityOf(rule.kind, validation.standard) != severity) continue;
    text += "\n  ";
    text += rule.code;
    text += " (" + std::to_string(group.count) + "): ";
    text += rule.meaning;
    text += '\n';
    AppendPlaces(group, text);
    text += "      Fix: ";
    text += rule.fix;
    text += '\n';
  }
}

void AppendSelfTests(const Validation& validation, std::string& text) {
  if (validation.is_file) {
    text += "\nSelf-tests: none, a file has no filters to ask\n";
    return;
  }
  if (!validation.self_tests) return;
  text += "\nSelf-tests: is each record found by its own facts?\n";
  text += "              records      found  not found   untested\n";
  for (Facet facet : validate::kFacets) {
    const auto& outcome = (*validation.self_tests)[static_cast<std::size_t>(facet)];
    std::string row = "  ";
    row += NameOf(facet);
    row.resize(10, ' ');
    for (std::uint64_t number :
         {outcome.records, outcome.found, outcome.not_found, outcome.untested}) {
      const std::string digits = std::to_string(number);
      row.append(digits.size() < 11 ? 11 - digits.size() : 1, ' ');
      row += digits;
    }
    if (!outcome.why.empty()) row += "   " + outcome.why;
    text += row + '\n';
  }
}

std::string Summary(const Validation& validation) {
  std::string text = validation.target + "\n  Open Referral UK ";
  text += NameOf(validation.standard);
  text += ": ";
  if (validation.pages > 0) text += Counted(validation.pages, "page") + ", ";
  text += Counted(validation.records, "record") + ", of which ";
  text += std::to_string(validation.full_records) + " with all their parts\n";
  if (!validation.is_file) {
    text += "  " + Counted(validation.traffic.requests, "request");
    if (validation.traffic.kept > 0) {
      text += ", " + Counted(validation.traffic.kept, "answer") + " of an earlier run";
    }
    text += '\n';
  }
  if (!validation.is_complete)
    text += "  Not all pages could be read: the counts are of the rest\n";
  return text;
}

void WriteSelfTests(const Validation& validation, sections::JsonWriter& json) {
  if (!validation.self_tests) return;
  json.StartObject("self_tests");
  for (Facet facet : validate::kFacets) {
    const auto& outcome = (*validation.self_tests)[static_cast<std::size_t>(facet)];
    json.StartObject(NameOf(facet));
    json.Whole("records", static_cast<std::int64_t>(outcome.records));
    json.Whole("found", static_cast<std::int64_t>(outcome.found));
    json.Whole("not_found", static_cast<std::int64_t>(outcome.not_found));
    json.Whole("untested", static_cast<std::int64_t>(outcome.untested));
    json.Text("why", outcome.why);
    json.EndObject();
  }
  json.EndObject();
}

void WriteFinding(const FindingRule& rule, const Validation& validation,
                  sections::JsonWriter& json) {
  const FindingList::Group& group = validation.findings.group(rule.kind);
  json.StartObject();
  json.Text("code", rule.code);
  json.Text("severity", NameOf(SeverityOf(rule.kind, validation.standard)));
  json.Whole("count", static_cast<std::int64_t>(group.count));
  json.Text("meaning", rule.meaning);
  json.Text("fix", rule.fix);
  json.StartArray("fields");
  for (const auto& [field, pattern] : FieldsByCount(group)) {
    if (field.empty()) continue;
    json.StartObject();
    json.Text("field", field);
    json.Whole("count", static_cast<std::int64_t>(pattern.count));
    json.EndObject();
  }
  json.EndArray();
  json.StartArray("places");
  for (const Finding& finding : group.kept) {
    json.StartObject();
    json.Text("page", finding.place.page);
    json.Text("record", finding.place.record);
    json.Text("pointer", finding.place.pointer);
    json.Text("what", finding.what);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

void WriteCounts(const Validation& validation, sections::JsonWriter& json) {
  json.StartObject("counts");
  json.Whole("pages", static_cast<std::int64_t>(validation.pages));
  json.Whole("records", static_cast<std::int64_t>(validation.records));
  json.Whole("full_records", static_cast<std::int64_t>(validation.full_records));
  for (Severity severity : kSeverities) {
    json.Whole(std::string(NameOf(severity)) + "s",
               static_cast<std::int64_t>(validation.findings.Count(severity, validation.standard)));
  }
  json.EndObject();
}

}  // namespace

std::string TextReport(const Validation& validation) {
  std::string text = Summary(validation);
  for (Severity severity : kSeverities) AppendFindings(validation, severity, text);
  AppendSelfTests(validation, text);
  text += '\n';
  for (Severity severity : kSeverities) {
    text += Counted(validation.findings.Count(severity, validation.standard), NameOf(severity));
    text += severity == Severity::kNote ? "\n" : ", ";
  }
  return text;
}

std::string JsonReport(const Validation& validation) {
  sections::JsonWriter json;
  json.StartObject();
  json.Text("target", validation.target);
  json.Text("standard", NameOf(validation.standard));
  json.Bool("complete", validation.is_complete);
  json.Bool("file", validation.is_file);
  WriteCounts(validation, json);
  if (!validation.is_file) {
    json.StartObject("traffic");
    json.Whole("requests", static_cast<std::int64_t>(validation.traffic.requests));
    json.Whole("kept", static_cast<std::int64_t>(validation.traffic.kept));
    json.Whole("slow_downs", static_cast<std::int64_t>(validation.traffic.slow_downs));
    json.Whole("waited_ms", validation.traffic.waited.count());
    json.EndObject();
  }
  WriteSelfTests(validation, json);
  json.StartArray("findings");
  for (Severity severity : kSeverities) {
    for (const FindingRule& rule : validate::AllFindingRules()) {
      if (SeverityOf(rule.kind, validation.standard) == severity &&
          validation.findings.group(rule.kind).count > 0) {
        WriteFinding(rule, validation, json);
      }
    }
  }
  json.EndArray();
  json.EndObject();
  return json.Take() + "\n";
}

}  // namespace waypost::builder
