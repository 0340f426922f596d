#include "index_builder/validate/page_walk.h"

#include <algorithm>
#include <unordered_set>

#include "index_builder/validate/check_service.h"
#include "index_builder/validate/detail_check.h"
#include "index_builder/validate/envelope.h"
#include "index_builder/validate/feed_reader.h"
#include "index_builder/validate/seen_ids.h"

namespace waypost::validate {
namespace {

using sources::JsonElement;

constexpr std::int64_t kMaxPages = 100'000;
constexpr int kMaxBadPages = 3;  // in a row

enum class Next { kGoOn, kEnd };

class Walk {
 public:
  Walk(const FeedAddress& feed, const ValidationOptions& options, fetch::PoliteClient& client,
       Validation& validation)
      : feed_(feed),
        options_(options),
        client_(client),
        validation_(validation),
        findings_(validation.findings) {}

  absl::StatusOr<WalkedFeed> Run() {
    for (page_ = 1;; ++page_) {
      if (page_ > kMaxPages) {
        AddPage(FindingKind::kEndlessPaging, "", "there are more than 100,000 pages");
        validation_.is_complete = false;
        break;
      }
      ASSIGN_OR_RETURN(const Next next, ReadPage());
      if (next == Next::kEnd) break;
    }
    if (validation_.is_complete) CheckTotals();
    if (validation_.records == 0) AddPage(FindingKind::kEmptyFeed, "", "there are no records");
    walked_.total = first_total_.value_or(static_cast<std::int64_t>(validation_.records));
    return std::move(walked_);
  }

 private:
  void AddPage(FindingKind kind, std::string_view member, std::string_view what) {
    std::string pointer(member);
    if (!pointer.empty()) pointer.insert(0, "/");
    findings_.Add(kind, {.page = url_, .record = {}, .pointer = pointer}, what);
  }

  absl::StatusOr<Next> ReadPage() {
    const fetch::Url url = feed_.list.With(
        {{"page", std::to_string(page_)}, {"per_page", std::to_string(options_.per_page)}});
    url_ = url.Text();
    const absl::StatusOr<fetch::FetchedAnswer> fetched = client_.Get(url);
    if (!fetched.ok()) {
      if (page_ == 1 || fetched.status().code() == absl::StatusCode::kInternal) {
        return fetched.status();
      }
      AddPage(FindingKind::kNotAnswered, "", MessageOf(fetched.status()));
      return AfterBadPage();
    }
    const auto document = ReadAnswer(url, *fetched, findings_);
    const Envelope envelope = document ? ReadEnvelope(document->root()) : Envelope{};
    if (!envelope.has_list) {
      if (page_ == 1) return Unavailable(url_ + ": is no page of services; see its answer");
      if (document) AddPage(FindingKind::kEnvelopeMissing, "", "there is no list of records");
      return AfterBadPage();
    }
    bad_pages_ = 0;
    ++validation_.pages;
    CheckEnvelope(document->root(), envelope);
    const std::size_t before = ids_.size();
    RETURN_IF_ERROR(CheckRows(envelope));
    if (options_.progress) {
      options_.progress("Reading pages", static_cast<std::uint64_t>(page_),
                        static_cast<std::uint64_t>(std::max<std::int64_t>(stated_pages_, 0)));
    }
    return AfterPage(envelope, ids_.size() > before);
  }

  Next AfterBadPage() {
    validation_.is_complete = false;
    ++bad_pages_;
    return bad_pages_ >= kMaxBadPages || page_ >= stated_pages_ ? Next::kEnd : Next::kGoOn;
  }

  void CheckEnvelope(JsonElement page, const Envelope& envelope) {
    const Standard standard = feed_.standard;
    if (envelope.is_bare) {
      AddPage(FindingKind::kNoEnvelope, "", "the list stands alone");
      return;
    }
    CheckEnvelopeFields(page, standard, url_, findings_);
    CheckEnvelopeValues(
        envelope, {.number = page_, .per_page = options_.per_page, .first_number = first_number_},
        standard, url_, findings_);
    if (page_ == 1) {
      first_rows_ = envelope.rows.size();
      first_total_ = envelope.total;
      first_number_ = envelope.number;
      stated_pages_ = envelope.pages.value_or(0);
      CheckPageSize(envelope);
    } else if (envelope.total && first_total_ && *envelope.total != *first_total_) {
      AddPage(FindingKind::kTotalChanges, "",
              "the total is " + std::to_string(*envelope.total) + ", on page 1 it was " +
                  std::to_string(*first_total_));
    }
  }

  void CheckPageSize(const Envelope& envelope) {
    const auto rows = static_cast<std::int64_t>(first_rows_);
    const bool there_are_more = envelope.pages.value_or(1) > 1 || envelope.last == false;
    if (rows > options_.per_page || (rows < options_.per_page && there_are_more)) {
      AddPage(FindingKind::kPerPageIgnored, "",
              std::to_string(options_.per_page) + " records were asked for, " +
                  std::to_string(rows) + " came");
    }
    if (!envelope.total || !envelope.pages || rows == 0) return;
    const std::int64_t wanted =
        there_are_more ? (*envelope.total + rows - 1) / rows : std::int64_t{1};
    if (there_are_more ? *envelope.pages != wanted : *envelope.total > rows) {
      AddPage(FindingKind::kPageCount, "",
              std::to_string(*envelope.pages) + " pages of " + std::to_string(rows) +
                  " records do not make " + std::to_string(*envelope.total));
    }
  }

  // What the pages behind this one are expected to be.
  Next AfterPage(const Envelope& envelope, bool has_new) {
    if (envelope.is_bare) return Next::kEnd;
    const bool states_end = envelope.pages || envelope.last;
    const bool is_last = envelope.pages ? page_ >= *envelope.pages : envelope.last.value_or(false);
    if (is_last && !envelope.rows.empty()) return LookBehindLast();
    if (is_last) return Next::kEnd;
    if (envelope.rows.empty()) {
      if (!states_end) return Next::kEnd;
      AddPage(FindingKind::kEmptyPage, "",
              "there are no records, and this is not said to be the last page");
      return ++empty_pages_ >= kMaxBadPages ? Next::kEnd : Next::kGoOn;
    }
    if (!has_new) {
      AddPage(FindingKind::kEndlessPaging, "", "every record of this page was on an earlier one");
      validation_.is_complete = false;
      return Next::kEnd;
    }
    if (states_end && envelope.rows.size() != first_rows_) {
      AddPage(FindingKind::kShortPage, "",
              std::to_string(envelope.rows.size()) + " records, on page 1 there were " +
                  std::to_string(first_rows_));
    }
    return Next::kGoOn;
  }

  // Off-by-one totals hide the very last page.
  Next LookBehindLast() {
    const fetch::Url url = feed_.list.With(
        {{"page", std::to_string(page_ + 1)}, {"per_page", std::to_string(options_.per_page)}});
    const absl::StatusOr<fetch::FetchedAnswer> fetched = client_.Get(url);
    FindingList unheard;  // any answer without records will do
    const auto document = fetched.ok() ? ReadAnswer(url, *fetched, unheard) : std::nullopt;
    if (!document) return Next::kEnd;
    for (const JsonElement& row : ReadEnvelope(document->root()).rows) {
      const std::string id = sources::JsonText(row, "id");
      if (id.empty() || ids_.contains(id)) continue;
      url_ = url.Text();
      AddPage(FindingKind::kPageCount, "", "behind the last page there are more records");
      return Next::kEnd;
    }
    return Next::kEnd;
  }

  void CheckTotals() {
    if (!first_total_ || *first_total_ == static_cast<std::int64_t>(validation_.records)) return;
    findings_.Add(FindingKind::kTotalWrong,
                  {.page = feed_.list.Text(), .record = {}, .pointer = {}},
                  "the total is " + std::to_string(*first_total_) + ", and " +
                      std::to_string(validation_.records) + " records came");
  }

  absl::Status CheckRows(const Envelope& envelope) {
    std::unordered_set<std::string> of_page;
    std::string list = "/" + envelope.list;
    if (envelope.is_bare) list.clear();
    for (std::size_t i = 0; i < envelope.rows.size(); ++i) {
      const std::uint64_t number = validation_.records++;
      const JsonElement row = envelope.rows[i];
      if (!row.is_object()) {
        findings_.Add(FindingKind::kNotAnObject,
                      {.page = url_, .record = {}, .pointer = PointerTo(list, i)},
                      "a record is no object");
        continue;
      }
      const std::string id = sources::JsonText(row, "id");
      CheckRepeat(id, of_page);
      RETURN_IF_ERROR(CheckRow(row, id, number));
    }
    return absl::OkStatus();
  }

  void CheckRepeat(const std::string& id, std::unordered_set<std::string>& of_page) {
    if (id.empty()) return;
    const bool is_new = ids_.insert(id).second;
    const bool is_new_here = of_page.insert(id).second;
    if (is_new) return;
    findings_.Add(
        is_new_here ? FindingKind::kOnTwoPages : FindingKind::kRepeatedId,
        {.page = url_, .record = id, .pointer = {}},
        is_new_here ? "the record was on an earlier page too" : "the id is on this page twice");
  }

  absl::Status CheckRow(JsonElement row, const std::string& id, std::uint64_t number) {
    RecordCheck check(findings_, feed_.standard, options_.today, url_, id);
    const bool is_full = IsFullRecord(row, feed_.standard);
    CheckService(row, is_full ? RecordForm::kFull : RecordForm::kRow, check);
    parts_.AddParts(row, check);
    RecordFacts facts = FactsOf(row, feed_.standard);
    bool was_full = is_full;
    if (!id.empty() && IsInSample(number)) {
      ASSIGN_OR_RETURN(const auto detail, ReadDetail(feed_.list, id, client_, findings_));
      if (detail) {
        check.set_page(feed_.list.Below(id).Text());
        CompareWithRow(row, detail->root(), check);
        CheckService(detail->root(), RecordForm::kFull, check);
        parts_.AddParts(detail->root(), check);
        facts = FactsOf(detail->root(), feed_.standard);
        was_full = true;
      }
    }
    if (was_full) ++validation_.full_records;
    if (!id.empty()) walked_.facts.push_back(std::move(facts));
    return absl::OkStatus();
  }

  // The records of a sample are spread over the feed.
  bool IsInSample(std::uint64_t number) const {
    if (!options_.details) return true;
    const std::uint64_t wanted = *options_.details;
    const auto all =
        static_cast<std::uint64_t>(std::max<std::int64_t>(first_total_.value_or(0), 0));
    if (all <= wanted || number >= all || all > (1ULL << 40U)) return number < wanted;
    return (number + 1) * wanted / all != number * wanted / all;
  }

  const FeedAddress& feed_;
  const ValidationOptions& options_;
  fetch::PoliteClient& client_;
  Validation& validation_;
  FindingList& findings_;

  WalkedFeed walked_;
  SeenIds parts_;
  std::unordered_set<std::string> ids_;
  std::string url_;
  std::int64_t page_ = 1;
  std::int64_t stated_pages_ = 0;
  std::optional<std::int64_t> first_total_, first_number_;
  std::size_t first_rows_ = 0;
  int bad_pages_ = 0;
  int empty_pages_ = 0;
};

}  // namespace

absl::StatusOr<WalkedFeed> WalkPages(const FeedAddress& feed, const ValidationOptions& options,
                                     fetch::PoliteClient& client, Validation& validation) {
  return Walk(feed, options, client, validation).Run();
}

}  // namespace waypost::validate
