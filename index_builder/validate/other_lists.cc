#include "index_builder/validate/other_lists.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "index_builder/validate/envelope.h"
#include "index_builder/validate/feed_reader.h"

namespace waypost::validate {
namespace {

using sources::JsonElement;

struct OtherList {
  std::string_view name;
  std::span<const std::string_view> required;  // of its rows
};

constexpr std::array<std::string_view, 1> kPlaceMembers = {"id"};
constexpr std::array<std::string_view, 2> kTermMembersOf1 = {"id", "name"};
constexpr std::array<std::string_view, 3> kTermMembers = {"id", "name", "description"};

constexpr std::array kListsOf3 = {OtherList{"taxonomies", kTermMembers},
                                  OtherList{"taxonomy_terms", kTermMembers},
                                  OtherList{"service_at_locations", kPlaceMembers}};
constexpr std::array kListsOf1 = {OtherList{"taxonomies", kTermMembersOf1}};

std::span<const OtherList> ListsOf(Standard standard) {
  if (standard == Standard::kV3) return kListsOf3;
  return kListsOf1;
}

// The first, the middle and the last of so many, each once, from `first` on.
std::set<std::int64_t> Spread(std::int64_t first, std::int64_t count) {
  if (count <= 0) return {};
  return {first, first + count / 2, first + count - 1};
}

class ListCheck {
 public:
  ListCheck(const OtherList& list, const FeedAddress& feed, std::int64_t per_page,
            fetch::PoliteClient& client, FindingList& findings)
      : list_(list),
        url_(feed.list.Parent().Below(list.name)),
        standard_(feed.standard),
        per_page_(per_page),
        client_(client),
        findings_(findings) {}

  absl::Status Run() {
    ASSIGN_OR_RETURN(const std::int64_t pages, ReadPage(1));
    for (std::int64_t page : Spread(1, pages)) {
      if (page > 1) RETURN_IF_ERROR(ReadPage(page).status());
    }
    for (std::int64_t i : Spread(0, static_cast<std::int64_t>(ids_.size()))) {
      RETURN_IF_ERROR(ReadRow(ids_[static_cast<std::size_t>(i)]));
    }
    return absl::OkStatus();
  }

 private:
  // What stands at an address, with what is wrong about the answer in `told`; nullopt for nothing
  // that can be read.
  absl::StatusOr<std::optional<sources::JsonDocument>> Read(const fetch::Url& url,
                                                            FindingList& told) {
    const absl::StatusOr<fetch::FetchedAnswer> fetched = client_.Get(url);
    if (fetched.ok()) return ReadAnswer(url, *fetched, told);
    if (fetched.status().code() == absl::StatusCode::kInternal) return fetched.status();
    told.Add(FindingKind::kNotAnswered, {.page = url.Text(), .record = {}, .pointer = {}},
             MessageOf(fetched.status()));
    return std::optional<sources::JsonDocument>();
  }

  // How many pages there are; 0 where none could be read.
  absl::StatusOr<std::int64_t> ReadPage(std::int64_t number) {
    const fetch::Url url =
        url_.With({{"page", std::to_string(number)}, {"per_page", std::to_string(per_page_)}});
    FindingList told;
    ASSIGN_OR_RETURN(const auto document, Read(url, told));
    const Envelope envelope = document ? ReadEnvelope(document->root()) : Envelope{};
    if (!envelope.has_list) {
      if (document) {
        told.Add(FindingKind::kEnvelopeMissing, {.page = url.Text(), .record = {}, .pointer = {}},
                 "there is no list of records");
      }
      TellAs(FindingKind::kOtherListMissing, told);
      return 0;
    }
    if (envelope.is_bare) {
      told.Add(FindingKind::kNoEnvelope, {.page = url.Text(), .record = {}, .pointer = {}},
               "the list stands alone");
    } else {
      CheckEnvelopeFields(document->root(), standard_, url.Text(), told);
      CheckEnvelopeValues(envelope,
                          {.number = number, .per_page = per_page_, .first_number = first_number_},
                          standard_, url.Text(), told);
      if (number == 1) first_number_ = envelope.number;
    }
    CheckRows(envelope, url, number == 1, told);
    TellAs(FindingKind::kOtherListPage, told);
    return envelope.is_bare ? std::int64_t{1} : envelope.pages.value_or(1);
  }

  void CheckRows(const Envelope& envelope, const fetch::Url& url, bool is_first,
                 FindingList& told) {
    for (std::size_t i = 0; i < envelope.rows.size(); ++i) {
      const JsonElement row = envelope.rows[i];
      const std::string pointer = "/" + envelope.list + "/" + std::to_string(i);
      const Place place{.page = url.Text(), .record = {}, .pointer = pointer};
      if (!row.is_object()) {
        told.Add(FindingKind::kNotAnObject, place, "a record is no object");
        continue;
      }
      for (std::string_view member : list_.required) {
        if (!sources::JsonText(row, member).empty()) continue;
        told.Add(FindingKind::kMissingField, place, std::string(member) + " is not there");
      }
      const std::string id = sources::JsonText(row, "id");
      if (is_first && !id.empty()) ids_.push_back(id);
    }
  }

  absl::Status ReadRow(const std::string& id) {
    const fetch::Url url = url_.Below(id);
    FindingList told;
    ASSIGN_OR_RETURN(const auto document, Read(url, told));
    if (document && sources::JsonText(document->root(), "id") != id) {
      told.Add(FindingKind::kOtherDetail, {.page = url.Text(), .record = id, .pointer = "/id"},
               "the answer is not the row with the id " + Quoted(id));
    }
    TellAs(document ? FindingKind::kOtherListPage : FindingKind::kOtherListDetail, told);
    return absl::OkStatus();
  }

  // What would be an error or a warning of the services is one of `kind` here.
  void TellAs(FindingKind kind, const FindingList& told) {
    for (const FindingRule& rule : AllFindingRules()) {
      if (SeverityOf(rule.kind, standard_) == Severity::kNote) continue;
      for (const Finding& finding : told.group(rule.kind).kept) {
        findings_.Add(kind, finding.place, std::string(rule.code) + ": " + finding.what);
      }
    }
  }

  const OtherList& list_;
  const fetch::Url url_;
  const Standard standard_;
  const std::int64_t per_page_;
  fetch::PoliteClient& client_;
  FindingList& findings_;
  std::vector<std::string> ids_;  // of the first page
  std::optional<std::int64_t> first_number_;
};

}  // namespace

absl::Status CheckOtherLists(const FeedAddress& feed, std::int64_t per_page,
                             fetch::PoliteClient& client, FindingList& findings) {
  for (const OtherList& list : ListsOf(feed.standard)) {
    RETURN_IF_ERROR(ListCheck(list, feed, per_page, client, findings).Run());
  }
  return absl::OkStatus();
}

}  // namespace waypost::validate
