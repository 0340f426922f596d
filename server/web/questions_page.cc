#include "server/web/questions_page.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/query/ask_questions.h"
#include "engine/query/format_query.h"
#include "engine/query/request_error.h"
#include "server/response/page_text.h"
#include "server/web/asked_search.h"
#include "server/web/form_error.h"
#include "server/web/page_data.h"
#include "server/web/page_links.h"
#include "server/web/render_page.h"
#include "server/web/sensitivity.h"

namespace waypost::server {
namespace {

using query::NextQuestion;
using query::Parameter;

constexpr std::string_view kPath = "/questions/";
// Which question a form was sent from: without an answer to it, that has to be said.
constexpr std::string_view kSentQuestion = "sent";

struct Answers {
  std::vector<GivenAnswer> given;
  // The person's own parameters: the place. What else a link has is passed over, as by searches.
  std::vector<Parameter> asked;
};

Answers ReadAnswers(const AskedPage& page) {
  Answers answers{.given = {}, .asked = KnownConditions(page)};
  for (const Parameter& field : page.fields) {
    const std::size_t colon = field.value.find(':');
    if (field.name == "answer" && colon != std::string::npos) {
      answers.given.push_back({field.value.substr(0, colon), field.value.substr(colon + 1)});
    }
  }
  return answers;
}

// Whether one of its answers asks for something that must leave no trace: then none may, for who
// sees the address of the question sees which answer was given.
bool IsSensitive(const Site& site, const QuestionTree& tree) {
  const auto is_sensitive = [&](const std::vector<QuestionCondition>& conditions) {
    std::vector<Parameter> parameters;
    for (const auto& [name, value] : conditions) parameters.push_back({name, value});
    const auto query = query::ParseQuery(parameters);
    return query.ok() && SensitivityOf(site, *query).is_sensitive;
  };
  if (is_sensitive(tree.conditions)) return true;
  return std::ranges::any_of(tree.questions, [&](const TreeQuestion& question) {
    return std::ranges::any_of(question.answers, [&](const QuestionAnswer& answer) {
      return is_sensitive(answer.conditions);
    });
  });
}

std::string LabelOf(const QuestionTree& tree, const GivenAnswer& given) {
  if (given.answer == kAnyAnswer) return std::string(kAnyLabel);
  for (const TreeQuestion& question : tree.questions) {
    if (question.id != given.question) continue;
    const auto found = std::ranges::find(question.answers, given.answer, &QuestionAnswer::id);
    if (found != question.answers.end()) return found->label;
  }
  return given.answer;
}

void AddAnswers(const InterfaceText& text, const NextQuestion& next, PageData& content) {
  std::vector<PageData> options;
  if (next.question != nullptr) {
    Set(content, "question", next.question->text);
    for (const query::OfferedAnswer& offered : next.answers) {
      const bool is_any = offered.answer == nullptr;
      const std::string_view id = is_any ? kAnyAnswer : std::string_view(offered.answer->id);
      std::string value = next.question->id + ":";
      PageData option;
      Set(option, "value", value.append(id));
      Set(option, "id", "answer-" + std::to_string(options.size()));
      Set(option, "label", is_any ? kAnyLabel : std::string_view(offered.answer->label));
      Set(option, "count", text.Counted("services", offered.total));
      options.push_back(std::move(option));
    }
  } else {
    Set(content, "question", "");
  }
  SetList(content, "options", std::move(options));
}

void AddGiven(const QuestionTree& tree, const Answers& answers, PageData& content) {
  std::vector<PageData> given;
  for (const GivenAnswer& answer : answers.given) {
    PageData item;
    Set(item, "label", LabelOf(tree, answer));
    given.push_back(std::move(item));
  }
  SetList(content, "given", std::move(given));
}

// All that was said so far, for the next form.
std::vector<Parameter> SoFar(const Answers& answers) {
  std::vector<Parameter> fields;
  for (const Parameter& asked : answers.asked) {
    if (asked.name != "near") fields.push_back(asked);
  }
  for (const GivenAnswer& answer : answers.given) {
    fields.push_back({"answer", answer.question + ":" + answer.answer});
  }
  return fields;
}

}  // namespace

HttpResponse QuestionsPage::List(const AskedPage& asked) const {
  const PageLinks links(asked, false);
  std::vector<PageData> trees;
  for (const QuestionTree& tree : site.index().question_trees()) {
    PageData item;
    Set(item, "address", links.Address(std::string(kPath) + tree.id));
    Set(item, "label", tree.label);
    Set(item, "hint", tree.description);
    trees.push_back(std::move(item));
  }
  PageData content;
  SetList(content, "trees", std::move(trees));
  Page page{.name = "questions",
            .title = std::string(asked.text()("questions.title")),
            .content = std::move(content),
            .address = "/questions"};
  return RenderPage(site, asked, std::move(page));
}

HttpResponse QuestionsPage::operator()(const AskedPage& asked, std::string_view id) const {
  const auto& trees = site.index().question_trees();
  const auto tree = std::ranges::find(trees, id, &QuestionTree::id);
  if (tree == trees.end()) return NotFoundPage(site, asked);
  const InterfaceText& text = asked.text();
  Answers answers = ReadAnswers(asked);
  const auto synonyms = site.serving.synonyms.current();
  const auto ask = [&] {
    return query::AskNext(site.index(), *tree, answers.given, answers.asked, site.serving.Now(),
                          &synonyms->synonyms);
  };
  absl::StatusOr<NextQuestion> next = ask();
  const absl::Status error = next.status();
  if (!next.ok()) {
    if (!query::RequestErrorOf(error)) return FailurePage(site, asked, error);
    // A place that cannot be read is told, and the question stands as it was.
    answers.asked.clear();
    next = ask();
    if (!next.ok()) return NotFoundPage(site, asked);
  }
  const bool is_sensitive = IsSensitive(site, *tree);
  const PageLinks links(asked, is_sensitive);
  PageData content;
  Set(content, "title", tree->label);
  Set(content, "near", asked.Field("near"));
  Set(content, "near_error", error.ok() ? std::string() : FormErrorOf(text, error).message);
  const bool is_unanswered =
      next->question != nullptr && asked.Field(kSentQuestion) == next->question->id;
  Set(content, "answer_error", is_unanswered ? text("questions.choose") : std::string_view());
  Set(content, "has_error", is_unanswered || !error.ok());
  Set(content, "sent", next->question != nullptr ? next->question->id : std::string());
  Set(content, "is_post", is_sensitive);
  Set(content, "action", std::string(kPath) + tree->id);
  Set(content, "restart_address", links.Address(std::string(kPath) + tree->id));
  content.set("fields", links.Fields(SoFar(answers)));
  AddGiven(*tree, answers, content);
  AddAnswers(text, *next, content);
  const std::string found = text.Counted("services", next->total);
  content.set("results", links.Search(next->query, text("questions.show", {{"services", found}})));
  Page page{.name = "question",
            .title = next->question != nullptr ? next->question->text : tree->label,
            .content = std::move(content),
            .status = error.ok() && !is_unanswered ? 200 : 400,
            .keeping = PageKeeping::kPrivate,
            .is_sensitive = is_sensitive,
            .address = std::string(kPath) + tree->id};
  return RenderPage(site, asked, std::move(page));
}

}  // namespace waypost::server
