#include "engine/query/ask_questions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "engine/query/request_error.h"
#include "engine/query/search.h"

namespace waypost::query {
namespace {

// Parameters by name: what is set later replaces what was set before.
using Conditions = std::map<std::string, std::vector<std::string>, std::less<>>;

void Set(const std::vector<QuestionCondition>& conditions, Conditions& all) {
  for (const QuestionCondition& condition : conditions) all[condition.name].clear();
  for (const QuestionCondition& condition : conditions) {
    all[condition.name].push_back(condition.value);
  }
}

absl::StatusOr<Query> QueryOf(const Conditions& conditions) {
  std::vector<Parameter> parameters;
  for (const auto& [name, values] : conditions) {
    for (const std::string& value : values) parameters.push_back({name, value});
  }
  return ParseQuery(parameters);
}

absl::Status UnknownAnswer(const GivenAnswer& given, std::string_view what) {
  return RequestError({.code = "unknown_answer",
                       .parameter = "answer",
                       .detail = "answer=" + given.question.substr(0, 80) + ":" +
                                 given.answer.substr(0, 80) + ": " + std::string(what)});
}

// The answers of one person, found in the tree.
class Answers {
 public:
  static absl::StatusOr<Answers> Find(const QuestionTree& tree,
                                      std::span<const GivenAnswer> given) {
    Answers answers;
    for (const GivenAnswer& one : given) {
      const auto question = std::ranges::find(tree.questions, one.question, &TreeQuestion::id);
      if (question == tree.questions.end()) {
        return UnknownAnswer(one, "the tree has no such question");
      }
      const auto answer = std::ranges::find(question->answers, one.answer, &QuestionAnswer::id);
      if (answer == question->answers.end() && one.answer != kAnyAnswer) {
        return UnknownAnswer(one, "the question has no such answer");
      }
      const QuestionAnswer* found = answer == question->answers.end() ? nullptr : &*answer;
      if (!answers.given_.emplace(&*question, found).second) {
        return UnknownAnswer(one, "the question has another answer already");
      }
    }
    for (const auto& [question, answer] : answers.given_) {
      if (!answers.MayAsk(*question)) {
        return UnknownAnswer(
            {question->id, answer == nullptr ? std::string(kAnyAnswer) : answer->id},
            "this question comes after answers that were not given");
      }
    }
    return answers;
  }

  bool Has(const TreeQuestion& question) const { return given_.contains(&question); }

  // Whether the answers that it waits for were given.
  bool MayAsk(const TreeQuestion& question) const {
    if (question.after.empty()) return true;
    return std::ranges::any_of(question.after, [&](const GivenAnswer& after) {
      return std::ranges::any_of(given_, [&](const auto& given) {
        return given.first->id == after.question && given.second != nullptr &&
               given.second->id == after.answer;
      });
    });
  }

  Answers With(const TreeQuestion& question, const QuestionAnswer& answer) const {
    Answers more = *this;
    more.given_[&question] = &answer;
    return more;
  }

  // What they ask for after `conditions`: in the order of the tree, whatever the order in which
  // they were given.
  Conditions Asked(const QuestionTree& tree, Conditions conditions) const {
    for (const TreeQuestion& question : tree.questions) {
      const auto found = given_.find(&question);
      if (found != given_.end() && found->second != nullptr) {
        Set(found->second->conditions, conditions);
      }
    }
    return conditions;
  }

 private:
  std::map<const TreeQuestion*, const QuestionAnswer*> given_;  // nullptr: any
};

class Asker {
 public:
  Asker(const Index& index, LocalMinute now, const text::Synonyms* synonyms)
      : index_(index), now_(now), synonyms_(synonyms) {}

  absl::StatusOr<OfferedAnswer> Count(const Conditions& conditions,
                                      const QuestionAnswer* answer) const {
    ASSIGN_OR_RETURN(const Query query, QueryOf(conditions));
    ASSIGN_OR_RETURN(const Result result, Search(index_, ForTotal(query), now_, synonyms_));
    return OfferedAnswer{answer, result.total, result.total_certain};
  }

  // The answers that find something; none when all of them find all that there is.
  absl::StatusOr<std::vector<OfferedAnswer>> Offer(const QuestionTree& tree, const Answers& given,
                                                   const Conditions& conditions,
                                                   const TreeQuestion& question,
                                                   std::uint64_t total) const {
    std::vector<OfferedAnswer> offered;
    bool narrows = false;
    for (const QuestionAnswer& answer : question.answers) {
      const absl::StatusOr<OfferedAnswer> counted =
          Count(given.With(question, answer).Asked(tree, conditions), &answer);
      // What cannot be asked beside the person's own conditions is not offered.
      if (!counted.ok() && RequestErrorOf(counted.status())) continue;
      ASSIGN_OR_RETURN(const OfferedAnswer one, counted);
      narrows = narrows || (one.total > 0 && one.total < total);
      if (one.total > 0) offered.push_back(one);
    }
    if (!narrows) offered.clear();
    return offered;
  }

 private:
  const Index& index_;
  LocalMinute now_;
  const text::Synonyms* synonyms_;
};

// How much there is to read after an answer, were every service found wanted equally.
double LeftToRead(const std::vector<OfferedAnswer>& answers) {
  double found = 0;
  double read = 0;
  for (const OfferedAnswer& answer : answers) {
    const auto total = static_cast<double>(answer.total);
    found += total;
    read += total * total;
  }
  return read / found;
}

}  // namespace

absl::StatusOr<NextQuestion> AskNext(const Index& index, const QuestionTree& tree,
                                     std::span<const GivenAnswer> given,
                                     std::span<const Parameter> asked, LocalMinute now,
                                     const text::Synonyms* synonyms) {
  ASSIGN_OR_RETURN(const Answers answers, Answers::Find(tree, given));
  Conditions conditions;
  Set(tree.conditions, conditions);
  for (const Parameter& parameter : asked) conditions[parameter.name].clear();
  for (const Parameter& parameter : asked) conditions[parameter.name].push_back(parameter.value);
  const Conditions so_far = answers.Asked(tree, conditions);
  NextQuestion next;
  ASSIGN_OR_RETURN(next.query, QueryOf(so_far));
  next.query.page = 1;
  const Asker asker(index, now, synonyms);
  ASSIGN_OR_RETURN(const OfferedAnswer all, asker.Count(so_far, nullptr));
  next.total = all.total;
  next.total_certain = all.total_certain;
  if (next.total <= kShortEnough) return next;
  double least = 0;
  for (const TreeQuestion& question : tree.questions) {
    if (answers.Has(question) || !answers.MayAsk(question)) continue;
    ASSIGN_OR_RETURN(std::vector<OfferedAnswer> offered,
                     asker.Offer(tree, answers, conditions, question, next.total));
    if (offered.empty()) continue;
    const double left = LeftToRead(offered);
    if (next.question != nullptr && left >= least) continue;
    least = left;
    next.question = &question;
    next.answers = std::move(offered);
  }
  if (next.question != nullptr) next.answers.push_back(all);
  return next;
}

}  // namespace waypost::query
