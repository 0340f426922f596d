#include <algorithm>
#include <string>
#include <vector>

#include "engine/query/ask_questions.h"
#include "engine/query/format_query.h"
#include "server/handlers/api.h"
#include "server/request/parameters.h"
#include "server/request/questions_request.h"
#include "server/response/answer_text.h"
#include "server/response/caching.h"
#include "server/response/json_text.h"
#include "server/response/page_text.h"
#include "server/response/problem.h"

namespace waypost::server {
namespace {

using query::NextQuestion;
using query::Parameter;

constexpr std::string_view kQuestionsPath = "/api/questions/";

void WriteTree(const QuestionTree& tree, JsonText& json) {
  json.Text("id", tree.id).Text("label", tree.label).Text("description", tree.description);
}

// The address that asks on with one answer more.
std::string LinkWith(const QuestionTree& tree, const QuestionsRequest& asked,
                     std::string_view question, std::string_view answer) {
  std::vector<Parameter> parameters;
  for (const GivenAnswer& given : asked.given) {
    parameters.push_back({"answer", given.question + ":" + given.answer});
  }
  parameters.push_back({"answer", std::string(question) + ":" + std::string(answer)});
  parameters.insert(parameters.end(), asked.parameters.begin(), asked.parameters.end());
  return std::string(kQuestionsPath) + tree.id + QueryString(parameters);
}

// The answers so far, in the order given.
void WriteGiven(const QuestionTree& tree, const QuestionsRequest& asked, JsonText& json) {
  json.StartArray("answered");
  for (const GivenAnswer& given : asked.given) {
    const auto question = std::ranges::find(tree.questions, given.question, &TreeQuestion::id);
    const auto answer = std::ranges::find(question->answers, given.answer, &QuestionAnswer::id);
    json.StartObject()
        .Text("question", given.question)
        .Text("text", question->text)
        .Text("answer", given.answer)
        .Text("label",
              answer == question->answers.end() ? kAnyLabel : std::string_view(answer->label))
        .EndObject();
  }
  json.EndArray();
}

void WriteQuestion(const QuestionTree& tree, const QuestionsRequest& asked,
                   const NextQuestion& next, JsonText& json) {
  if (next.question == nullptr) {
    json.Null("question");
    return;
  }
  json.StartObject("question").Text("id", next.question->id).Text("text", next.question->text);
  json.StartArray("answers");
  for (const query::OfferedAnswer& offered : next.answers) {
    const bool is_any = offered.answer == nullptr;
    const std::string_view id = is_any ? kAnyAnswer : offered.answer->id;
    json.StartObject()
        .Text("id", id)
        .Text("label", is_any ? kAnyLabel : std::string_view(offered.answer->label))
        .Whole("total", static_cast<std::int64_t>(offered.total))
        .Whole("total_certain", static_cast<std::int64_t>(offered.total_certain))
        .Text("href", LinkWith(tree, asked, next.question->id, id))
        .EndObject();
  }
  json.EndArray().EndObject();
}

}  // namespace

HttpResponse QuestionsHandler::List(const HttpRequest& request) const {
  const absl::Status known = CheckParameters(request, {});
  if (!known.ok()) return ProblemOf(known);
  const Index& index = *serving.index;
  JsonText json;
  json.StartObject().StartArray("items");
  for (const QuestionTree& tree : index.question_trees()) {
    json.StartObject();
    WriteTree(tree, json);
    json.Text("href", std::string(kQuestionsPath) + tree.id).EndObject();
  }
  json.EndArray();
  json.Text("build", BuildText(index)).Text("built_at", FormatIsoDate(index.as_of())).EndObject();
  HttpResponse response{.body = std::move(json).Take()};
  MayBeKept(index, {}, response);
  return response;
}

HttpResponse QuestionsHandler::operator()(const HttpRequest& request, std::string_view id) const {
  const Index& index = *serving.index;
  const auto tree = std::ranges::find(index.question_trees(), id, &QuestionTree::id);
  if (tree == index.question_trees().end()) {
    return Problem(404, "unknown_questions",
                   "there are no such questions; /api/questions lists those that there are");
  }
  const absl::StatusOr<QuestionsRequest> asked = ReadQuestionsRequest(request);
  if (!asked.ok()) return ProblemOf(asked.status());
  const auto synonyms = serving.synonyms.current();
  const Moment now = serving.clock.Now();
  const LocalMinute minute = ToLocal(now, serving.zone);
  const absl::StatusOr<NextQuestion> next =
      query::AskNext(index, *tree, asked->given, asked->parameters, minute, &synonyms->synonyms);
  if (!next.ok()) return ProblemOf(next.status());
  JsonText json;
  json.StartObject().StartObject("tree");
  WriteTree(*tree, json);
  json.EndObject();
  WriteGiven(*tree, *asked, json);
  json.Whole("total", static_cast<std::int64_t>(next->total))
      .Whole("total_certain", static_cast<std::int64_t>(next->total_certain));
  WriteQuestion(*tree, *asked, *next, json);
  json.Text("search", "/api/search" + QueryString(query::FormatQuery(next->query)));
  json.Text("build", BuildText(index)).Text("built_at", FormatIsoDate(index.as_of())).EndObject();
  HttpResponse response{.body = std::move(json).Take()};
  MayBeKept(index,
            {.at = minute,
             .seconds = SecondsLeftOfMinute(now),
             .is_private = next->query.near.has_value(),
             .synonyms = synonyms->version},
            response);
  return response;
}

}  // namespace waypost::server
