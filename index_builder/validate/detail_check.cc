#include "index_builder/validate/detail_check.h"

#include "index_builder/validate/feed_reader.h"

namespace waypost::validate {
namespace {

using sources::JsonElement;

constexpr std::string_view kNobody = "00000000-0000-4000-8000-000000000000";

}  // namespace

absl::StatusOr<std::optional<sources::JsonDocument>> ReadDetail(const fetch::Url& list,
                                                                const std::string& id,
                                                                fetch::PoliteClient& client,
                                                                FindingList& findings) {
  const fetch::Url url = list.Below(id);
  const Place place{.page = url.Text(), .record = id, .pointer = {}};
  const absl::StatusOr<fetch::FetchedAnswer> fetched = client.Get(url);
  if (!fetched.ok() && fetched.status().code() == absl::StatusCode::kInternal) {
    return fetched.status();
  }
  std::optional<sources::JsonDocument> none;
  if (!fetched.ok() || fetched->answer.status != 200) {
    findings.Add(FindingKind::kDetailMissing, place,
                 fetched.ok() ? "status " + std::to_string(fetched->answer.status)
                              : MessageOf(fetched.status()));
    return none;
  }
  std::optional<sources::JsonDocument> document = ReadAnswer(url, *fetched, findings);
  if (!document) return none;
  if (!document->root().is_object()) {
    findings.Add(FindingKind::kDetailMissing, place, "the answer is no service");
    return none;
  }
  const std::string found = sources::JsonText(document->root(), "id");
  if (found != id) {
    findings.Add(FindingKind::kOtherDetail, place, "the id of the answer is " + Quoted(found));
    return none;
  }
  return document;
}

void CompareWithRow(JsonElement row, JsonElement detail, RecordCheck& check) {
  simdjson::dom::object object;
  if (row.get(object) != simdjson::SUCCESS) return;
  for (const auto& [name, value] : object) {
    if (value.is_object() || value.is_array()) continue;
    const std::string in_row = sources::JsonText(value);
    const std::string in_detail = sources::JsonText(detail, name);
    if (in_row == in_detail) continue;
    std::string what(name);
    what += " is " + Quoted(in_row);
    what += " in the list and " + Quoted(in_detail);
    what += " in the full record";
    check.Add(FindingKind::kDetailDiffers, PointerTo("", name), what);
  }
}

absl::Status CheckUnknownId(const fetch::Url& list, fetch::PoliteClient& client,
                            FindingList& findings) {
  const fetch::Url url = list.Below(kNobody);
  const absl::StatusOr<fetch::FetchedAnswer> fetched = client.Get(url);
  if (!fetched.ok()) {
    return fetched.status().code() == absl::StatusCode::kInternal ? fetched.status()
                                                                  : absl::OkStatus();
  }
  if (fetched->answer.status == 200) {
    findings.Add(FindingKind::kUnknownId, {.page = url.Text(), .record = {}, .pointer = {}},
                 "status 200, beginning with " +
                     Quoted(std::string_view(fetched->answer.body).substr(0, 40)));
  }
  return absl::OkStatus();
}

}  // namespace waypost::validate
