#include "index_builder/validate/self_tests.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace waypost::validate {
namespace {

FindingKind NotFoundKind(Facet facet) {
  switch (facet) {
    case Facet::kName:
      return FindingKind::kNotFoundByName;
    case Facet::kAge:
      return FindingKind::kNotFoundByAge;
    case Facet::kPostcode:
      return FindingKind::kNotFoundByPostcode;
    case Facet::kTerm:
      return FindingKind::kNotFoundByTerm;
    case Facet::kHours:
      return FindingKind::kNotFoundByHours;
  }
  return FindingKind::kNotFoundByName;
}

// One question and the services that share it.
struct SharedQuestion {
  Question question;
  std::vector<const RecordFacts*> records;
};

// Orders them so that any beginning is spread over the whole feed: multiples of the golden ratio,
// without their whole parts, fill an interval evenly.
void SpreadEvenly(std::vector<SharedQuestion>& questions) {
  constexpr double kGoldenRatio = 0.6180339887498949;
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const double at = static_cast<double>(i) * kGoldenRatio;
    order.emplace_back(at - std::floor(at), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<SharedQuestion> spread(questions.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    spread[i] = std::move(questions[order[i].second]);
  }
  questions = std::move(spread);
}

class SelfTestRun {
 public:
  SelfTestRun(const std::vector<RecordFacts>& records, const fetch::Url& list, std::int64_t total,
              const SelfTestOptions& options, fetch::PoliteClient& client, FindingList& findings)
      : records_(records),
        list_(list),
        total_(total),
        options_(options),
        client_(client),
        findings_(findings),
        budget_(options.most_requests) {}

  absl::StatusOr<SelfTestOutcome> Run() {
    std::array<std::vector<SharedQuestion>, kFacets.size()> questions;
    std::uint64_t all = 0;
    for (Facet facet : kFacets) {
      ASSIGN_OR_RETURN(const std::optional<Question> base, FindFilter(facet));
      if (!base) continue;
      auto& of_facet = questions[Index(facet)];
      of_facet = QuestionsOf(facet, *base);
      SpreadEvenly(of_facet);
      all += of_facet.size();
    }
    std::uint64_t done = 0;
    for (std::size_t round = 0; done < all; ++round) {
      for (Facet facet : kFacets) {
        if (round >= questions[Index(facet)].size()) continue;
        RETURN_IF_ERROR(Test(facet, questions[Index(facet)][round]));
        ++done;
        if (options_.progress) options_.progress(done, all);
      }
    }
    return outcome_;
  }

 private:
  static std::size_t Index(Facet facet) { return static_cast<std::size_t>(facet); }
  FacetOutcome& OutcomeOf(Facet facet) { return outcome_[Index(facet)]; }

  std::vector<const RecordFacts*> RecordsWith(Facet facet) const {
    std::vector<const RecordFacts*> with;
    for (const RecordFacts& record : records_) {
      if (!record.id.empty() && OwnQuestion(facet, record, options_.standard)) {
        with.push_back(&record);
      }
    }
    return with;
  }

  absl::StatusOr<QuestionAnswer> AskFor(const Question& question, std::set<std::string> ids) {
    return Ask(question, std::move(ids), options_.per_page, client_, budget_);
  }

  // Whether the control question gets everything for an answer. nullopt when that cannot be told.
  absl::StatusOr<std::optional<bool>> IsPassedOver(const Question& control, std::int64_t all) {
    // Nothing is looked for, so one page is read.
    ASSIGN_OR_RETURN(const QuestionAnswer answer, AskFor(control, {}));
    if (answer.is_refused || !answer.total) return std::optional<bool>();
    return std::optional<bool>(*answer.total >= all && all > 0);
  }

  // Where the filter of a facet is asked; nullopt, with the reason in the outcome, when nowhere.
  absl::StatusOr<std::optional<Question>> FindFilter(Facet facet) {
    const std::vector<const RecordFacts*> with = RecordsWith(facet);
    FacetOutcome& outcome = OutcomeOf(facet);
    outcome.records = with.size();
    outcome.untested = with.size();
    if (with.empty()) {
      outcome.why = "no record that was read has it";
      return std::optional<Question>();
    }
    Question question{.list = list_};
    std::optional<fetch::Parameters> control;
    for (std::size_t i = 0; i < with.size() && !control; ++i) {
      control = ControlQuestion(facet, *with[i], options_.standard);
    }
    if (!control) return std::optional<Question>(question);
    question.parameters = *control;
    ASSIGN_OR_RETURN(const std::optional<bool> passed_over, IsPassedOver(question, total_));
    if (!passed_over.value_or(false)) return std::optional<Question>(question);
    if (facet == Facet::kPostcode && options_.standard == Standard::kV3) {
      return FindPlaces(*control);
    }
    return TellPassedOver(facet, question);
  }

  std::optional<Question> TellPassedOver(Facet facet, const Question& control) {
    const bool demanded = IsDemanded(facet, options_.standard);
    OutcomeOf(facet).why = demanded ? "the server passes the filter over"
                           : facet == Facet::kPostcode
                               ? "the 3.0 standard has no such parameter"
                               : "only the UK profile has the parameter, and the server does not";
    const fetch::Url url = control.list.With(control.parameters);
    findings_.Add(demanded ? FindingKind::kFilterIgnored : FindingKind::kFilterAbsent,
                  {.page = url.Text(), .record = {}, .pointer = {}},
                  "the filter by " + std::string(NameOf(facet)) +
                      " changes nothing: all services are in the answer");
    return std::nullopt;
  }

  // 3.0 asks for places elsewhere.
  absl::StatusOr<std::optional<Question>> FindPlaces(const fetch::Parameters& control) {
    Question question{
        .list = list_.Parent().Below("service_at_locations"), .parameters = {}, .of_places = true};
    ASSIGN_OR_RETURN(const QuestionAnswer all, AskFor(question, {}));
    if (!all.is_refused && all.total) {
      question.parameters = control;
      ASSIGN_OR_RETURN(const std::optional<bool> passed_over, IsPassedOver(question, *all.total));
      if (!passed_over.value_or(false)) return std::optional<Question>(question);
    }
    return TellPassedOver(Facet::kPostcode, {.list = list_, .parameters = control});
  }

  std::vector<SharedQuestion> QuestionsOf(Facet facet, const Question& base) const {
    std::map<fetch::Parameters, std::size_t> known;
    std::vector<SharedQuestion> questions;
    for (const RecordFacts* record : RecordsWith(facet)) {
      fetch::Parameters parameters = *OwnQuestion(facet, *record, options_.standard);
      const auto [found, is_new] = known.try_emplace(parameters, questions.size());
      if (is_new) {
        Question question = base;
        question.parameters = std::move(parameters);
        questions.push_back({.question = std::move(question), .records = {}});
      }
      questions[found->second].records.push_back(record);
    }
    return questions;
  }

  absl::Status Test(Facet facet, const SharedQuestion& shared) {
    std::set<std::string> ids;
    for (const RecordFacts* record : shared.records) ids.insert(record->id);
    ASSIGN_OR_RETURN(const QuestionAnswer answer, AskFor(shared.question, ids));
    FacetOutcome& outcome = OutcomeOf(facet);
    if (answer.is_refused) {
      TellRefused(facet, shared, answer);
      return absl::OkStatus();
    }
    for (const RecordFacts* record : shared.records) {
      const bool is_missing = answer.missing.contains(record->id);
      if (is_missing && !answer.is_complete) continue;  // there were not enough requests to tell
      --outcome.untested;
      if (!is_missing) {
        ++outcome.found;
        continue;
      }
      ++outcome.not_found;
      RETURN_IF_ERROR(TellMissing(facet, *record, shared.question, answer));
    }
    return absl::OkStatus();
  }

  // A postcode that does not exist is the record's fault, and a reason to say so.
  void TellRefused(Facet facet, const SharedQuestion& shared, const QuestionAnswer& answer) {
    const bool is_unknown =
        facet == Facet::kPostcode && answer.status >= 400 && answer.status < 500;
    findings_.Add(is_unknown ? FindingKind::kPostcodeNotKnown : FindingKind::kQuestionRefused,
                  {.page = shared.question.list.With(shared.question.parameters).Text(),
                   .record = shared.records.front()->id,
                   .pointer = {}},
                  answer.status == 200 ? std::string("the answer is no page of services")
                  : answer.status == 0 ? std::string("there was no answer")
                                       : "status " + std::to_string(answer.status));
  }

  absl::Status TellMissing(Facet facet, const RecordFacts& record, const Question& question,
                           const QuestionAnswer& answer) {
    FindingKind kind = NotFoundKind(facet);
    if (facet == Facet::kPostcode) {
      Question wide = question;
      wide.parameters = *OwnQuestion(facet, record, options_.standard, kWideProximity);
      ASSIGN_OR_RETURN(const QuestionAnswer second, AskFor(wide, {record.id}));
      if (second.missing.empty()) kind = FindingKind::kFoundFarther;
    }
    std::string what = Quoted(record.name);
    what += " is not among the " + std::to_string(answer.total.value_or(0)) + " services found";
    findings_.Add(kind,
                  {.page = question.list.With(question.parameters).Text(),
                   .record = record.id,
                   .pointer = {}},
                  what);
    return absl::OkStatus();
  }

  const std::vector<RecordFacts>& records_;
  const fetch::Url& list_;
  const std::int64_t total_;
  const SelfTestOptions& options_;
  fetch::PoliteClient& client_;
  FindingList& findings_;
  RequestBudget budget_;
  SelfTestOutcome outcome_;
};

}  // namespace

absl::StatusOr<SelfTestOutcome> RunSelfTests(const std::vector<RecordFacts>& records,
                                             const fetch::Url& list, std::int64_t total,
                                             const SelfTestOptions& options,
                                             fetch::PoliteClient& client, FindingList& findings) {
  return SelfTestRun(records, list, total, options, client, findings).Run();
}

}  // namespace waypost::validate
