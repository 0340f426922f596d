#include "index_builder/validate/feed_address.h"

#include <utility>

#include "engine/core/ascii.h"
#include "index_builder/validate/envelope.h"
#include "index_builder/validate/feed_reader.h"
#include "index_builder/validate/value_format.h"

namespace waypost::validate {
namespace {

using fetch::Url;

// What stands at an address.
struct Seen {
  Url asked;
  Url url;  // after redirects
  int status = 0;
  std::string content_type;
  std::optional<sources::JsonDocument> document;  // with status 200 only
  std::string fault;  // why there is no document where the answer says that it is JSON

  bool IsPage() const { return document && ReadEnvelope(document->root()).has_list; }
  bool IsRoot() const {
    return document && (sources::JsonMember(document->root(), "version") ||
                        sources::JsonMember(document->root(), "openapi_url"));
  }
  bool IsService() const {
    return document && sources::JsonMember(document->root(), "id") &&
           sources::JsonMember(document->root(), "name");
  }
  std::string Told() const {
    std::string told = asked.Text();
    told += " answers with status " + std::to_string(status);
    if (!content_type.empty()) told += " and " + Quoted(content_type);
    if (!fault.empty()) told += ", but " + fault;
    return told;
  }
};

// What kept an answer that is meant to be JSON from being read.
std::string FaultOf(const fetch::HttpAnswer& answer, const FindingList& findings) {
  const std::size_t begin = answer.body.find_first_not_of(" \t\r\n");
  const char first = begin == std::string::npos ? ' ' : answer.body[begin];
  const bool is_meant = first == '{' || first == '[' ||
                        LowerCase(answer.Header("content-type")).find("json") != std::string::npos;
  std::string fault;
  for (FindingKind kind : {FindingKind::kTooLarge, FindingKind::kNotUtf8, FindingKind::kNotJson}) {
    for (const Finding& finding : findings.group(kind).kept) {
      if (!is_meant) continue;
      fault += (fault.empty() ? "" : ", ") + std::string(RuleOf(kind).code) + ": " + finding.what;
    }
  }
  return fault;
}

absl::StatusOr<Seen> LookAt(const Url& url, fetch::PoliteClient& client) {
  ASSIGN_OR_RETURN(const fetch::FetchedAnswer fetched, client.Get(url));
  FindingList unheard;  // the walk asks again and tells
  Seen seen{.asked = url,
            .url = fetched.url,
            .status = fetched.answer.status,
            .content_type = std::string(fetched.answer.Header("content-type")),
            .document = ReadAnswer(url, fetched, unheard),
            .fault = {}};
  if (!seen.document) seen.fault = FaultOf(fetched.answer, unheard);
  return seen;
}

std::optional<Standard> StandardOf(const Seen& page) {
  const Envelope envelope = ReadEnvelope(page.document->root());
  if (envelope.standard) return envelope.standard;
  for (const sources::JsonElement& row : envelope.rows) {
    if (const auto standard = StandardOfRecord(row)) return standard;
  }
  return std::nullopt;
}

// "HSDS-UK-3.0", "3.0" and "V3" are 3; nullopt for what names neither.
std::optional<Standard> StandardOfVersion(std::string_view version) {
  const std::size_t digit = version.find_first_of("0123456789");
  if (digit == std::string_view::npos) return std::nullopt;
  if (version[digit] == '3') return Standard::kV3;
  if (version[digit] == '1') return Standard::kV1;
  return std::nullopt;
}

void CheckRoot(const Seen& root, Standard standard, FindingList& findings) {
  const Place place{.page = root.asked.Text(), .record = {}, .pointer = {}};
  const auto add = [&](FindingKind kind, std::string_view member, std::string_view what) {
    std::string pointer = "/";
    pointer += member;
    findings.Add(kind, {.page = place.page, .record = {}, .pointer = pointer}, what);
  };
  const sources::JsonElement document = root.document->root();
  const std::string version = sources::JsonText(document, "version");
  if (version.empty()) add(FindingKind::kRootIncomplete, "version", "there is no version");
  const std::optional<Standard> stated = StandardOfVersion(version);
  if (stated && *stated != standard) {
    add(FindingKind::kOtherVersion, "version",
        "version is " + Quoted(version) + ", and the pages are of " +
            std::string(NameOf(standard)));
  }
  for (std::string_view member : {"profile", "openapi_url"}) {
    const std::string value = sources::JsonText(document, member);
    if (value.empty() || !IsUri(value)) {
      std::string what(member);
      what += value.empty() ? " is not there" : " is " + Quoted(value);
      add(FindingKind::kRootIncomplete, member, what);
    }
  }
}

void TellRedirect(const Seen& page, FindingList& findings) {
  if (page.asked == page.url) return;
  findings.Add(FindingKind::kRedirected, {.page = page.asked.Text(), .record = {}, .pointer = {}},
               "it leads to " + page.url.Text());
}

absl::Status CheckRootOf3(const Url& root, FindingList& findings, fetch::PoliteClient& client) {
  const absl::StatusOr<Seen> seen = LookAt(root, client);
  if (seen.ok() && seen->IsRoot()) {
    TellRedirect(*seen, findings);
    CheckRoot(*seen, Standard::kV3, findings);
    return absl::OkStatus();
  }
  if (!seen.ok() && seen.status().code() == absl::StatusCode::kInternal) return seen.status();
  findings.Add(FindingKind::kNoRoot, {.page = root.Text(), .record = {}, .pointer = {}},
               seen.ok() ? seen->Told() : MessageOf(seen.status()));
  return absl::OkStatus();
}

// Pages are asked for where the list leads, so that no page takes two requests.
Url ListUrl(const Seen& page) { return page.url.Without({"page", "per_page"}); }

}  // namespace

absl::StatusOr<FeedAddress> FindFeed(const Url& url, std::optional<Standard> given,
                                     fetch::PoliteClient& client, FindingList& findings) {
  ASSIGN_OR_RETURN(Seen first, LookAt(url, client));
  const bool is_root = first.IsRoot();
  if (!first.IsPage() && !is_root && first.IsService()) {
    const auto looks = StandardOfRecord(first.document->root());
    return FeedAddress{.standard = given.value_or(looks.value_or(Standard::kV3)),
                       .list = first.asked,
                       .is_single = true};
  }
  std::optional<Seen> page;
  if (first.IsPage()) {
    page = std::move(first);
  } else {
    // A redirect of the root says where its services are too.
    ASSIGN_OR_RETURN(page, LookAt(first.url.Below("services"), client));
  }
  if (!page->IsPage()) {
    std::string what = "neither a list of services nor the root of a feed: ";
    what += (is_root ? "" : first.Told() + ", ") + page->Told();
    const bool is_broken = !first.fault.empty() || !page->fault.empty();
    what += is_broken ? "; mend the answer" : "; give the address of the feed's /services";
    return Unavailable(what);
  }
  TellRedirect(*page, findings);
  const Standard standard =
      given.value_or(StandardOf(*page).value_or(is_root ? Standard::kV3 : Standard::kV1));
  FeedAddress feed{.standard = standard, .list = ListUrl(*page)};
  if (is_root) {
    TellRedirect(first, findings);
    CheckRoot(first, standard, findings);
  } else if (standard == Standard::kV3) {
    RETURN_IF_ERROR(CheckRootOf3(feed.list.Parent(), findings, client));
  }
  return feed;
}

}  // namespace waypost::validate
