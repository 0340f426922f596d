#include "index_builder/validate/feed_reader.h"

#include "engine/core/ascii.h"
#include "index_builder/record/safe_text.h"
#include "index_builder/record/utf8.h"

namespace waypost::validate {
namespace {

constexpr std::chrono::milliseconds kSlow{5000};

void CheckHeaders(const fetch::HttpAnswer& answer, const Place& place, FindingList& findings) {
  const std::string type = LowerCase(answer.Header("content-type"));
  if (!type.starts_with("application/json") && type.find("+json") == std::string::npos) {
    findings.Add(FindingKind::kContentType, place,
                 type.empty() ? "there is no Content-Type" : "Content-Type is " + Quoted(type));
  }
  if (answer.Header("access-control-allow-origin") != "*") {
    findings.Add(FindingKind::kNoCors, place, "there is no Access-Control-Allow-Origin: *");
  }
}

}  // namespace

std::optional<sources::JsonDocument> ReadJson(std::string_view text, const Place& place,
                                              FindingList& findings) {
  std::string repaired;
  if (!record::IsUtf8(text)) {
    findings.Add(FindingKind::kNotUtf8, place, "some bytes are not UTF-8");
    bool was_broken = false;
    repaired = record::RepairUtf8(text, &was_broken);
    text = repaired;
  }
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  absl::StatusOr<sources::JsonDocument> document = sources::JsonDocument::Parse("", text);
  if (document.ok()) return *std::move(document);
  // ": line 3: not JSON: why; what to do with a file"
  std::string why = MessageOf(document.status());
  why = why.substr(0, why.rfind(';'));
  if (why.starts_with(": ")) why.erase(0, 2);
  findings.Add(FindingKind::kNotJson, place,
               why + ", beginning with " + Quoted(text.substr(0, 60)));
  return std::nullopt;
}

std::optional<sources::JsonDocument> ReadAnswer(const fetch::Url& asked,
                                                const fetch::FetchedAnswer& fetched,
                                                FindingList& findings) {
  const Place place{.page = asked.Text(), .record = {}, .pointer = {}};
  if (fetched.url != asked) {
    findings.Add(FindingKind::kRedirected, place, "it leads to " + fetched.url.Text());
  }
  if (fetched.took > kSlow) {
    findings.Add(FindingKind::kSlow, place,
                 "it took " + std::to_string(fetched.took.count()) + " ms");
  }
  const fetch::HttpAnswer& answer = fetched.answer;
  if (answer.status != 200) {
    findings.Add(FindingKind::kNotAnswered, place, "status " + std::to_string(answer.status));
    return std::nullopt;
  }
  CheckHeaders(answer, place, findings);
  if (answer.too_large) {
    findings.Add(FindingKind::kTooLarge, place,
                 "more than " + std::to_string(answer.body.size() >> 20U) + " MB");
    return std::nullopt;
  }
  return ReadJson(answer.body, place, findings);
}

}  // namespace waypost::validate
