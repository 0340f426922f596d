#include "index_builder/sources/reference/question_trees.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "engine/core/ascii.h"
#include "engine/core/closed_lists.h"
#include "index_builder/record/safe_text.h"
#include "index_builder/record/term_ref.h"
#include "index_builder/sources/input_members.h"
#include "index_builder/sources/input_stream.h"
#include "index_builder/sources/reference/whole_input.h"
#include "index_builder/sources/toml_table.h"

namespace waypost::sources {
namespace {

constexpr std::size_t kMaxTreeBytes = std::size_t{1} << 20;

constexpr std::array<std::string_view, 4> kTermKeys = {"need", "circumstance", "persona",
                                                       "service_type"};

// The keys that set conditions, with those that stand beside them in a tree or in an answer.
constexpr auto kTreeKeys = std::to_array<std::string_view>(
    {"tree", "label", "description", "question", "need", "circumstance", "persona", "service_type",
     "reach", "day", "access", "accessibility", "free", "from", "to", "age"});
constexpr auto kAnswerKeys = std::to_array<std::string_view>(
    {"id", "label", "need", "circumstance", "persona", "service_type", "reach", "day", "access",
     "accessibility", "free", "from", "to", "age"});

bool IsId(std::string_view id) {
  return !id.empty() && id.size() <= 64 &&
         std::ranges::all_of(id, [](char c) { return IsLower(c) || IsDigit(c) || c == '-'; });
}

// "18:30"; the query layer reads it again.
bool IsClock(std::string_view text) {
  return text.size() == 5 && IsDigit(text[0]) && IsDigit(text[1]) && text[2] == ':' &&
         IsDigit(text[3]) && IsDigit(text[4]) && text <= "24:00" && text[3] <= '5';
}

// "9", "18m", "65-120".
bool IsAge(std::string_view text) {
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.size() <= 3 && std::ranges::all_of(part, IsDigit);
  };
  if (text.ends_with('m')) return digits(text.substr(0, text.size() - 1));
  const std::size_t dash = text.find('-');
  return digits(text.substr(0, dash)) &&
         (dash == std::string_view::npos || digits(text.substr(dash + 1)));
}

bool IsOfClosedList(std::string_view key, std::string_view value) {
  if (key == "reach") return ParseReach(value).has_value();
  if (key == "day") return ParseWeekday(value).has_value();
  if (key == "access") return ParseAccess(value).has_value();
  return ParseAccessibility(value).has_value();
}

class TreeReader {
 public:
  explicit TreeReader(const record::Taxonomy& taxonomy) {
    for (const record::VocabularyTerm& term : taxonomy.terms) {
      known_terms_.emplace(term.vocabulary, term.code);
    }
  }

  absl::StatusOr<QuestionTree> Read(const TomlTable& root) const {
    RETURN_IF_ERROR(root.RefuseOtherKeys(kTreeKeys));
    QuestionTree tree;
    ASSIGN_OR_RETURN(tree.id, Id(root, "tree"));
    ASSIGN_OR_RETURN(tree.label, Line(root, "label"));
    ASSIGN_OR_RETURN(const std::string description, root.String("description"));
    tree.description = record::ToSafeLine(description).text;
    ASSIGN_OR_RETURN(tree.conditions, Conditions(root));
    if (tree.conditions.empty()) return root.Fail("a tree begins with a condition, such as `need`");
    ASSIGN_OR_RETURN(const std::vector<TomlTable> questions, root.Tables("question"));
    if (questions.empty()) return root.Fail("a tree needs a [[question]]");
    for (const TomlTable& question : questions) {
      ASSIGN_OR_RETURN(TreeQuestion read, ReadQuestion(question, tree));
      tree.questions.push_back(std::move(read));
    }
    return tree;
  }

 private:
  static absl::StatusOr<std::string> Id(const TomlTable& table, std::string_view key) {
    ASSIGN_OR_RETURN(std::string id, table.String(key));
    if (IsId(id)) return id;
    return table.Fail(key, "an id is made of a-z, 0-9 and -, at most 64 of them");
  }

  static absl::StatusOr<std::string> Line(const TomlTable& table, std::string_view key) {
    ASSIGN_OR_RETURN(const std::string stated, table.String(key));
    std::string line = record::ToSafeLine(stated).text;
    if (line.empty()) return table.Fail("`" + std::string(key) + "` is missing or empty");
    return line;
  }

  // Questions can only wait for answers of questions above them, so that there is no circle.
  absl::StatusOr<TreeQuestion> ReadQuestion(const TomlTable& table,
                                            const QuestionTree& tree) const {
    RETURN_IF_ERROR(table.RefuseOtherKeys({"id", "text", "after", "answer"}));
    TreeQuestion question;
    ASSIGN_OR_RETURN(question.id, Id(table, "id"));
    if (std::ranges::find(tree.questions, question.id, &TreeQuestion::id) != tree.questions.end()) {
      return table.Fail("id", "another question is called \"" + question.id + "\" too");
    }
    ASSIGN_OR_RETURN(question.text, Line(table, "text"));
    ASSIGN_OR_RETURN(const std::vector<std::string> after, table.Strings("after"));
    for (const std::string& text : after) {
      ASSIGN_OR_RETURN(GivenAnswer given, ReadAfter(table, text, tree));
      question.after.push_back(std::move(given));
    }
    ASSIGN_OR_RETURN(const std::vector<TomlTable> answers, table.Tables("answer"));
    if (answers.size() < 2) return table.Fail("a question needs two answers or more");
    for (const TomlTable& answer : answers) {
      ASSIGN_OR_RETURN(QuestionAnswer read, ReadAnswer(answer, question));
      question.answers.push_back(std::move(read));
    }
    return question;
  }

  static absl::StatusOr<GivenAnswer> ReadAfter(const TomlTable& table, const std::string& text,
                                               const QuestionTree& tree) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) {
      return table.Fail("after", "\"" + text + "\": question=answer was due");
    }
    GivenAnswer given{text.substr(0, equals), text.substr(equals + 1)};
    const auto question = std::ranges::find(tree.questions, given.question, &TreeQuestion::id);
    const bool is_known = question != tree.questions.end() &&
                          std::ranges::find(question->answers, given.answer, &QuestionAnswer::id) !=
                              question->answers.end();
    if (!is_known) return table.Fail("after", "no question above has the answer " + text);
    return given;
  }

  absl::StatusOr<QuestionAnswer> ReadAnswer(const TomlTable& table,
                                            const TreeQuestion& question) const {
    RETURN_IF_ERROR(table.RefuseOtherKeys(kAnswerKeys));
    QuestionAnswer answer;
    ASSIGN_OR_RETURN(answer.id, Id(table, "id"));
    const bool is_used = std::ranges::find(question.answers, answer.id, &QuestionAnswer::id) !=
                         question.answers.end();
    if (is_used || answer.id == "any") {
      return table.Fail("id", "\"" + answer.id + "\" is another answer already");
    }
    ASSIGN_OR_RETURN(answer.label, Line(table, "label"));
    ASSIGN_OR_RETURN(answer.conditions, Conditions(table));
    return answer;
  }

  absl::StatusOr<std::vector<QuestionCondition>> Conditions(const TomlTable& table) const {
    std::vector<QuestionCondition> conditions;
    for (std::string_view key : kTermKeys) {
      ASSIGN_OR_RETURN(const std::vector<std::string> ids, table.Strings(key));
      for (const std::string& id : ids) {
        RETURN_IF_ERROR(CheckTerm(table, key, id));
        conditions.push_back({std::string(key), id});
      }
    }
    for (std::string_view key : {"reach", "day", "access", "accessibility"}) {
      ASSIGN_OR_RETURN(const std::vector<std::string> values, table.Strings(key));
      for (const std::string& value : values) {
        if (!IsOfClosedList(key, value)) {
          return table.Fail(key, "\"" + value + "\" is no value of this list");
        }
        conditions.push_back({std::string(key), value});
      }
    }
    ASSIGN_OR_RETURN(const std::optional<bool> free, table.Bool("free"));
    if (free && !*free) return table.Fail("free", "true, or leave it out");
    if (free) conditions.push_back({"free", "yes"});
    RETURN_IF_ERROR(AddText(table, "from", IsClock, "a time such as 18:00", conditions));
    RETURN_IF_ERROR(AddText(table, "to", IsClock, "a time such as 22:00", conditions));
    RETURN_IF_ERROR(AddText(table, "age", IsAge, "years such as 9 or 65-120", conditions));
    return conditions;
  }

  static absl::Status AddText(const TomlTable& table, std::string_view key,
                              bool (*is_it)(std::string_view), std::string_view wanted,
                              std::vector<QuestionCondition>& conditions) {
    if (!table.Has(key)) return absl::OkStatus();
    ASSIGN_OR_RETURN(std::string value, table.String(key));
    if (!is_it(value))
      return table.Fail(key, "\"" + value + "\": " + std::string(wanted) + " was due");
    conditions.push_back({std::string(key), std::move(value)});
    return absl::OkStatus();
  }

  absl::Status CheckTerm(const TomlTable& table, std::string_view key,
                         const std::string& id) const {
    const std::optional<record::TermRef> ref = record::ParseCanonicalTermId(id);
    if (ref && known_terms_.contains({ref->vocabulary, ref->code})) return absl::OkStatus();
    return table.Fail(key, "\"" + id + "\" is in no taxonomy; write it like waypostNeeds:debt");
  }

  std::set<std::pair<std::string, std::string>> known_terms_;
};

absl::Status ReadPath(const std::string& path, const record::Taxonomy& taxonomy,
                      std::map<std::string, QuestionTree>& trees) {
  const auto add = [&](std::unique_ptr<InputStream> stream) -> absl::Status {
    ASSIGN_OR_RETURN(const std::string text, ReadWholeInput(*stream, kMaxTreeBytes));
    ASSIGN_OR_RETURN(QuestionTree tree, ReadQuestionTree(stream->name(), text, taxonomy));
    std::string id = tree.id;
    trees.try_emplace(std::move(id), std::move(tree));
    return absl::OkStatus();
  };
  ASSIGN_OR_RETURN(const InputKind kind, KindOfInput(path));
  if (kind == InputKind::kFile) {
    ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::Open(path));
    return add(std::move(stream));
  }
  ASSIGN_OR_RETURN(const std::vector<std::string> members, ListMembers(path));
  for (const std::string& member : members) {
    if (!member.ends_with(".toml")) continue;
    ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::OpenMember(path, member));
    RETURN_IF_ERROR(add(std::move(stream)));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<QuestionTree> ReadQuestionTree(const std::string& name, std::string_view text,
                                              const record::Taxonomy& taxonomy) {
  ASSIGN_OR_RETURN(const TomlFile file, TomlFile::Parse(name, text));
  return TreeReader(taxonomy).Read(file.root());
}

absl::StatusOr<std::vector<QuestionTree>> LoadQuestionTrees(const std::vector<std::string>& paths,
                                                            const record::Taxonomy& taxonomy) {
  std::map<std::string, QuestionTree> trees;
  for (const std::string& path : paths) RETURN_IF_ERROR(ReadPath(path, taxonomy, trees));
  std::vector<QuestionTree> ordered;
  for (auto& [id, tree] : trees) ordered.push_back(std::move(tree));
  return ordered;
}

}  // namespace waypost::sources
