#include "index_builder/validate/question.h"

#include "index_builder/validate/envelope.h"
#include "index_builder/validate/feed_reader.h"

namespace waypost::validate {
namespace {

constexpr std::int64_t kMaxPagesOfAnswer = 10'000;

std::string IdOfRow(sources::JsonElement row, bool of_places) {
  if (!of_places) return sources::JsonText(row, "id");
  std::string id = sources::JsonText(row, "service_id");
  const auto service = sources::JsonMember(row, "service");
  if (id.empty() && service) id = sources::JsonText(*service, "id");
  return id;
}

bool IsLast(const Envelope& envelope, std::int64_t page) {
  if (envelope.is_bare || envelope.rows.empty()) return true;
  if (envelope.pages) return page >= *envelope.pages;
  return envelope.last.value_or(false);
}

}  // namespace

absl::StatusOr<QuestionAnswer> Ask(const Question& question, std::set<std::string> ids,
                                   std::int64_t per_page, fetch::PoliteClient& client,
                                   RequestBudget& budget) {
  QuestionAnswer answer{.missing = std::move(ids)};
  std::string first_of_page;
  for (std::int64_t page = 1; page <= kMaxPagesOfAnswer; ++page) {
    if (!budget.Take()) return answer;
    fetch::Parameters parameters = question.parameters;
    parameters.emplace_back("page", std::to_string(page));
    parameters.emplace_back("per_page", std::to_string(per_page));
    const fetch::Url url = question.list.With(parameters);
    const absl::StatusOr<fetch::FetchedAnswer> fetched = client.Get(url);
    if (!fetched.ok() && fetched.status().code() == absl::StatusCode::kInternal) {
      return fetched.status();
    }
    answer.status = fetched.ok() ? fetched->answer.status : 0;
    FindingList unheard;  // what is wrong with answers as such was told of the list
    const auto document = fetched.ok() ? ReadAnswer(url, *fetched, unheard) : std::nullopt;
    const Envelope envelope = document ? ReadEnvelope(document->root()) : Envelope{};
    if (!envelope.has_list) {
      answer.is_refused = true;
      return answer;
    }
    if (page == 1) {
      answer.total = envelope.total.value_or(static_cast<std::int64_t>(envelope.rows.size()));
    }
    for (const sources::JsonElement& row : envelope.rows) {
      answer.missing.erase(IdOfRow(row, question.of_places));
    }
    const std::string first =
        envelope.rows.empty() ? "" : sources::JsonText(envelope.rows.front(), "id");
    // A server that passes over the page number would be asked for ever.
    const bool repeats = page > 1 && first == first_of_page;
    first_of_page = first;
    if (answer.missing.empty() || repeats || IsLast(envelope, page)) {
      answer.is_complete = true;
      return answer;
    }
  }
  return answer;
}

}  // namespace waypost::validate
