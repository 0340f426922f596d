#include "index_builder/validate/envelope.h"

#include <algorithm>
#include <array>

#include "index_builder/sources/json_list_names.h"

namespace waypost::validate {
namespace {

using sources::JsonElement;

enum class Part : std::uint8_t { kTotal, kPages, kNumber, kSize, kFirst, kLast, kEmpty, kList };

struct PartRule {
  Part part;
  std::string_view v1;
  std::string_view v3;
  std::array<std::string_view, 6> others;  // folded names of servers that follow neither
};

constexpr std::array<PartRule, 8> kParts = {{
    {Part::kTotal, "totalElements", "total_items", {"total", "totalcount", "totalresults"}},
    {Part::kPages, "totalPages", "total_pages", {"pages", "pagecount"}},
    {Part::kNumber, "number", "page_number", {"page", "currentpage"}},
    {Part::kSize, "size", "size", {"numberofelements", "pagesize", "perpage"}},
    {Part::kFirst, "first", "first_page", {"isfirst"}},
    {Part::kLast, "last", "last_page", {"islast"}},
    {Part::kEmpty, "empty", "empty", {"isempty"}},
    {Part::kList, "content", "contents", {"items", "data", "results", "services", "records"}},
}};

std::string_view NameOf(const PartRule& rule, Standard standard) {
  return standard == Standard::kV1 ? rule.v1 : rule.v3;
}

bool IsFlag(Part part) {
  return part == Part::kFirst || part == Part::kLast || part == Part::kEmpty;
}

struct FoundPart {
  std::string name;
  JsonElement value;
};

// Under the names of either dialect, of `standard` first, or under one of the others.
std::optional<FoundPart> FindPart(JsonElement page, const PartRule& rule, Standard standard) {
  simdjson::dom::object object;
  if (page.get(object) != simdjson::SUCCESS) return std::nullopt;
  const Standard other = standard == Standard::kV1 ? Standard::kV3 : Standard::kV1;
  JsonElement value;
  for (std::string_view name : {NameOf(rule, standard), NameOf(rule, other)}) {
    if (object.at_key(name).get(value) == simdjson::SUCCESS)
      return FoundPart{std::string(name), value};
  }
  for (const auto& [name, member] : object) {
    const std::string folded = sources::FoldName(name);
    if (folded.empty()) continue;
    if (folded == sources::FoldName(rule.v1) || folded == sources::FoldName(rule.v3) ||
        std::find(rule.others.begin(), rule.others.end(), folded) != rule.others.end()) {
      if (rule.part == Part::kList && !member.is_array()) continue;
      return FoundPart{std::string(name), member};
    }
  }
  return std::nullopt;
}

std::optional<std::int64_t> Count(const std::optional<FoundPart>& part) {
  if (!part) return std::nullopt;
  const std::optional<double> number = sources::JsonNumber(part->value);
  if (!number || *number < -1e15 || *number > 1e15) return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

std::optional<bool> Flag(const std::optional<FoundPart>& part) {
  bool flag = false;
  if (!part || part->value.get(flag) != simdjson::SUCCESS) return std::nullopt;
  return flag;
}

std::optional<Standard> StandardOfNames(JsonElement page) {
  int v1 = 0;
  int v3 = 0;
  for (const PartRule& rule : kParts) {
    if (rule.v1 == rule.v3) continue;
    v1 += sources::JsonMember(page, rule.v1) ? 1 : 0;
    v3 += sources::JsonMember(page, rule.v3) ? 1 : 0;
  }
  if (v1 == v3) return std::nullopt;
  return v1 > v3 ? Standard::kV1 : Standard::kV3;
}

// The findings about one page of the envelope.
class PageFindings {
 public:
  PageFindings(Standard standard, const std::string& address, FindingList& findings)
      : standard_(standard), address_(address), findings_(findings) {}

  std::string_view Name(Part part) const {
    return NameOf(kParts[static_cast<std::size_t>(part)], standard_);
  }

  void Add(FindingKind kind, Part part, std::string_view what) { Add(kind, Name(part), what); }
  void Add(FindingKind kind, std::string_view member, std::string_view what) {
    std::string text(member);
    text += ' ';
    text += what;
    std::string pointer = "/";
    pointer += member;
    findings_.Add(kind, {.page = address_, .record = {}, .pointer = pointer}, text);
  }

  void CheckFlag(Part part, std::optional<bool> stated, bool actual, std::string_view why) {
    if (!stated || *stated == actual) return;
    std::string what = *stated ? "is true, and " : "is false, and ";
    what += why;
    Add(FindingKind::kPageFlag, part, what);
  }

 private:
  const Standard standard_;
  const std::string& address_;
  FindingList& findings_;
};

void CheckNumber(const Envelope& envelope, const AskedPage& asked, PageFindings& page) {
  if (!envelope.number || *envelope.number == asked.number) return;
  std::string what = "is " + std::to_string(*envelope.number);
  what += " on page " + std::to_string(asked.number);
  // Else a server that passes over the number, and always gives page 1, would be told this too.
  const bool counts_from_zero = asked.number == 1 || asked.first_number == 0;
  page.Add(counts_from_zero && *envelope.number == asked.number - 1 ? FindingKind::kPageFromZero
                                                                    : FindingKind::kPageNumber,
           Part::kNumber, what);
}

void CheckSize(const Envelope& envelope, const AskedPage& asked, Standard standard,
               PageFindings& page) {
  const auto rows = static_cast<std::int64_t>(envelope.rows.size());
  if (!envelope.size || *envelope.size == rows) return;
  const bool is_page_size = standard == Standard::kV1 && *envelope.size >= rows &&
                            (*envelope.size == asked.per_page.value_or(*envelope.size));
  if (is_page_size) return;
  std::string what = "is " + std::to_string(*envelope.size);
  what += ", and there are " + std::to_string(rows) + " records";
  page.Add(FindingKind::kPageSize, Part::kSize, what);
}

}  // namespace

Envelope ReadEnvelope(JsonElement page) {
  Envelope envelope;
  simdjson::dom::array list;
  if (page.get(list) == simdjson::SUCCESS) {
    envelope.has_list = envelope.is_bare = true;
    envelope.rows.assign(list.begin(), list.end());
    return envelope;
  }
  envelope.standard = StandardOfNames(page);
  const Standard standard = envelope.standard.value_or(Standard::kV3);
  const auto part = [&](Part which) {
    return FindPart(page, kParts[static_cast<std::size_t>(which)], standard);
  };
  const std::optional<FoundPart> rows = part(Part::kList);
  if (rows && rows->value.get(list) == simdjson::SUCCESS) {
    envelope.has_list = true;
    envelope.list = rows->name;
    envelope.rows.assign(list.begin(), list.end());
  }
  envelope.total = Count(part(Part::kTotal));
  envelope.pages = Count(part(Part::kPages));
  envelope.number = Count(part(Part::kNumber));
  envelope.size = Count(part(Part::kSize));
  envelope.first = Flag(part(Part::kFirst));
  envelope.last = Flag(part(Part::kLast));
  envelope.empty = Flag(part(Part::kEmpty));
  return envelope;
}

std::optional<Standard> StandardOfRecord(JsonElement record) {
  int v1 = 0;
  int v3 = 0;
  for (std::string_view name :
       {"eligibilitys", "service_taxonomys", "fundings", "regular_schedules", "attending_type",
        "attending_access", "deliverable_type", "holiday_schedules", "reviews"}) {
    v1 += sources::JsonMember(record, name) ? 1 : 0;
  }
  for (std::string_view name : {"schedules", "attributes", "funding", "assurer_email", "alert",
                                "last_modified", "minimum_age", "maximum_age"}) {
    v3 += sources::JsonMember(record, name) ? 1 : 0;
  }
  if (v1 == v3) return std::nullopt;
  return v1 > v3 ? Standard::kV1 : Standard::kV3;
}

void CheckEnvelopeFields(JsonElement page, Standard standard, const std::string& address,
                         FindingList& findings) {
  PageFindings told(standard, address, findings);
  for (const PartRule& rule : kParts) {
    const std::string_view name = NameOf(rule, standard);
    const std::optional<FoundPart> found = FindPart(page, rule, standard);
    if (!found) {
      // Many servers of 1.0 have no such flag, and the published schema does not ask for it.
      if (rule.part == Part::kEmpty && standard == Standard::kV1) continue;
      told.Add(FindingKind::kEnvelopeMissing, name, "is not there");
      continue;
    }
    if (found->name != name) {
      told.Add(FindingKind::kEnvelopeName, found->name,
               "is called \"" + std::string(name) + "\" in " + std::string(NameOf(standard)));
    }
    const JsonElement& value = found->value;
    const bool fits = rule.part == Part::kList ? value.is_array()
                      : IsFlag(rule.part)      ? value.is_bool()
                                               : value.is_int64() || value.is_uint64();
    if (!fits) {
      told.Add(FindingKind::kEnvelopeType, found->name,
               rule.part == Part::kList ? "must be a list"
               : IsFlag(rule.part)      ? "must be true or false, without quotes"
                                        : "must be a whole number, without quotes");
    }
  }
}

void CheckEnvelopeValues(const Envelope& envelope, const AskedPage& asked, Standard standard,
                         const std::string& address, FindingList& findings) {
  PageFindings page(standard, address, findings);
  CheckNumber(envelope, asked, page);
  CheckSize(envelope, asked, standard, page);
  page.CheckFlag(Part::kFirst, envelope.first, asked.number == 1,
                 asked.number == 1 ? "this is page 1" : "this is a later page");
  page.CheckFlag(Part::kEmpty, envelope.empty, envelope.rows.empty(),
                 envelope.rows.empty() ? "there are no records" : "there are records");
  if (envelope.pages) {
    // An empty list has one page or none.
    const bool is_last = asked.number >= *envelope.pages;
    page.CheckFlag(Part::kLast, envelope.last, is_last,
                   "there are " + std::to_string(*envelope.pages) + " pages");
  }
}

}  // namespace waypost::validate
