#include "index_builder/sources/reference/question_trees.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "engine/core/ascii.h"
#include "engine/core/closed_lists.h"
#include "engine/taxonomy/vocabularies.h"
#include "index_builder/record/safe_text.h"
#include "index_builder/record/term_ref.h"
#include "index_builder/sources/input_members.h"
#include "index_builder/sources/input_stream.h"
#include "index_builder/sources/reference/whole_input.h"
#include "index_builder/sources/toml_table.h"

namespace waypost::sources {
namespace {

constexpr std::size_t kMaxTreeBytes = std::size_t{1} << 20;

// The keys that name terms, each of its vocabularies.
struct TermKind {
  std::string_view key;
  std::span<const std::string_view> vocabularies;
};
constexpr std::array<TermKind, 4> kTermKinds = {{{"need", kNeedVocabularies},
                                                 {"circumstance", kCircumstanceVocabularies},
                                                 {"persona", kPersonaVocabularies},
                                                 {"service_type", kServiceTypeVocabularies}}};

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

// "18:30"; what the query layer refuses would make the whole tree an error.
bool IsClock(std::string_view text) {
  return text.size() == 5 && IsDigit(text[0]) && IsDigit(text[1]) && text[2] == ':' &&
         IsDigit(text[3]) && IsDigit(text[4]) && text <= "24:00" && text[3] <= '5';
}

bool IsBeginning(std::string_view text) { return IsClock(text) && text != "24:00"; }

constexpr int kOldest = 150;  // in years

// Whole numbers of up to four digits.
std::optional<int> WholeOf(std::string_view text) {
  if (text.empty() || text.size() > 4 || !std::ranges::all_of(text, IsDigit)) return std::nullopt;
  int number = 0;
  for (char digit : text) number = number * 10 + (digit - '0');
  return number;
}

// "9", "18m", "65-120".
bool IsAge(std::string_view text) {
  if (text.ends_with('m')) {
    const std::optional<int> months = WholeOf(text.substr(0, text.size() - 1));
    return months && *months <= kOldest * 12;
  }
  const std::size_t dash = text.find('-');
  const std::optional<int> first = WholeOf(text.substr(0, dash));
  const std::optional<int> last =
      dash == std::string_view::npos ? first : WholeOf(text.substr(dash + 1));
  return first && last && *first <= *last && *last <= kOldest;
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
      parent_of_.emplace(Key(term.vocabulary, term.code), term.parent);
    }
    for (const record::TermRef& term : taxonomy.removed) {
      removed_terms_.emplace(term.vocabulary, term.code);
      removes_types_ = removes_types_ || IsOf(kServiceTypeVocabularies, term.vocabulary);
    }
    // Personas after what they map to.
    for (const bool of_personas : {false, true}) {
      for (const record::TermMapping& mapping : taxonomy.mappings) {
        const Key from(mapping.from.vocabulary, mapping.from.code);
        const Key to(mapping.to.vocabulary, mapping.to.code);
        if (IsOf(kPersonaVocabularies, from.first) != of_personas) continue;
        if (!of_personas || mapped_terms_.contains(to)) NoteMapped(from);
      }
    }
  }

  static absl::StatusOr<std::string> IdOf(const TomlTable& root) { return Id(root, "tree"); }

  absl::StatusOr<QuestionTree> Read(const TomlTable& root) {
    RETURN_IF_ERROR(root.RefuseOtherKeys(kTreeKeys));
    QuestionTree tree;
    ASSIGN_OR_RETURN(tree.id, IdOf(root));
    ASSIGN_OR_RETURN(tree.label, Line(root, "label"));
    ASSIGN_OR_RETURN(const std::string description, root.String("description"));
    tree.description = record::ToSafeLine(description).text;
    ASSIGN_OR_RETURN(tree.conditions, Conditions(root));
    if (tree.conditions.empty() && !NamesTerms(root)) {
      return root.Fail("a tree begins with a condition, such as `need`");
    }
    ASSIGN_OR_RETURN(const std::vector<TomlTable> questions, root.Tables("question"));
    if (questions.empty()) return root.Fail("a tree needs a [[question]]");
    for (const TomlTable& question : questions) {
      ASSIGN_OR_RETURN(TreeQuestion read, ReadQuestion(question, tree));
      tree.questions.push_back(std::move(read));
    }
    RemoveAnswersWithoutTerms(tree);
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
  absl::StatusOr<TreeQuestion> ReadQuestion(const TomlTable& table, const QuestionTree& tree) {
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

  absl::StatusOr<QuestionAnswer> ReadAnswer(const TomlTable& table, const TreeQuestion& question) {
    RETURN_IF_ERROR(table.RefuseOtherKeys(kAnswerKeys));
    QuestionAnswer answer;
    ASSIGN_OR_RETURN(answer.id, Id(table, "id"));
    const bool is_used = std::ranges::find(question.answers, answer.id, &QuestionAnswer::id) !=
                         question.answers.end();
    if (is_used || answer.id == kAnyAnswer) {
      return table.Fail("id", "\"" + answer.id + "\" is another answer already");
    }
    ASSIGN_OR_RETURN(answer.label, Line(table, "label"));
    ASSIGN_OR_RETURN(answer.conditions, Conditions(table));
    if (answer.conditions.empty() && NamesTerms(table)) gone_.push_back({question.id, answer.id});
    return answer;
  }

  static bool NamesTerms(const TomlTable& table) {
    return std::ranges::any_of(kTermKinds,
                               [&](const TermKind& kind) { return table.Has(kind.key); });
  }

  // Answers of which all terms were removed go, and with them the questions that wait for them
  // alone, and those that have no two answers left.
  void RemoveAnswersWithoutTerms(QuestionTree& tree) {
    const auto is_gone = [&](const GivenAnswer& answer) {
      return std::ranges::find(gone_, answer) != gone_.end();
    };
    std::erase_if(tree.questions, [&](TreeQuestion& question) {
      const bool waits = !question.after.empty();
      std::erase_if(question.after, is_gone);
      std::vector<QuestionAnswer> left;
      for (QuestionAnswer& answer : question.answers) {
        if (!is_gone({question.id, answer.id})) left.push_back(answer);
      }
      const bool goes = (waits && question.after.empty()) || left.size() < 2;
      // Nobody can give its answers any more.
      if (goes) {
        for (const QuestionAnswer& answer : question.answers) {
          gone_.push_back({question.id, answer.id});
        }
      }
      question.answers = std::move(left);
      return goes;
    });
  }

  absl::StatusOr<std::vector<QuestionCondition>> Conditions(const TomlTable& table) const {
    std::vector<QuestionCondition> conditions;
    for (const TermKind& kind : kTermKinds) {
      ASSIGN_OR_RETURN(const std::vector<std::string> ids, table.Strings(kind.key));
      for (const std::string& id : ids) {
        ASSIGN_OR_RETURN(const bool is_there, CheckTerm(table, kind, id));
        if (is_there) conditions.push_back({std::string(kind.key), id});
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
    RETURN_IF_ERROR(AddText(table, "from", IsBeginning, "a time such as 18:00", conditions));
    RETURN_IF_ERROR(AddText(table, "to", IsClock, "a time such as 22:00", conditions));
    RETURN_IF_ERROR(CheckWindow(table, conditions));
    RETURN_IF_ERROR(AddText(table, "age", IsAge, "years such as 9 or 65-120", conditions));
    return conditions;
  }

  static absl::Status CheckWindow(const TomlTable& table,
                                  const std::vector<QuestionCondition>& conditions) {
    const auto value = [&](std::string_view name, std::string_view otherwise) {
      const auto found = std::ranges::find(conditions, name, &QuestionCondition::name);
      return found == conditions.end() ? otherwise : std::string_view(found->value);
    };
    const bool is_asked = table.Has("from") || table.Has("to");
    if (!is_asked || value("from", "00:00") != value("to", "24:00")) return absl::OkStatus();
    return table.Fail("to", "`from` and `to` are the same minute");
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

  using Key = std::pair<std::string, std::string>;  // vocabulary, code

  // A need is met by what it or a need below it maps to.
  void NoteMapped(Key term) {
    for (auto known = parent_of_.find(term); known != parent_of_.end();
         known = parent_of_.find(term)) {
      if (!mapped_terms_.insert(term).second || known->second.empty()) return;
      term.second = known->second;
    }
  }

  // False for a term that this place has removed: then the condition goes with it.
  absl::StatusOr<bool> CheckTerm(const TomlTable& table, const TermKind& kind,
                                 const std::string& id) const {
    const auto wrong = [&](std::string_view what) {
      return table.Fail(kind.key, "\"" + id + "\" " + std::string(what));
    };
    const std::optional<record::TermRef> ref = record::ParseCanonicalTermId(id);
    const Key term = ref ? Key(ref->vocabulary, ref->code) : Key();
    if (removed_terms_.contains(term)) return false;
    if (!parent_of_.contains(term)) {
      return wrong("is in no taxonomy; write it like waypostNeeds:debt");
    }
    if (!IsOf(kind.vocabularies, term.first)) {
      return wrong("is no " + std::string(kind.key) + "; see data/questions/README.md");
    }
    const bool is_type = IsOf(kServiceTypeVocabularies, term.first);
    if (!is_type && !mapped_terms_.contains(term)) {
      // What served it may be among the types that were removed.
      if (removes_types_) return false;
      return wrong("maps to no service type, so it would find nothing");
    }
    return true;
  }

  std::map<Key, std::string> parent_of_;  // by term; "" for a root
  std::set<Key> mapped_terms_;            // that map to something, themselves or below
  std::set<Key> removed_terms_;
  bool removes_types_ = false;
  std::vector<GivenAnswer> gone_;  // answers of which nothing is left
};

// Only a file that counts is looked into: what is replaced may be wrong here by now.
absl::Status AddTree(InputStream& stream, const record::Taxonomy& taxonomy,
                     std::map<std::string, QuestionTree>& trees) {
  ASSIGN_OR_RETURN(const std::string text, ReadWholeInput(stream, kMaxTreeBytes));
  ASSIGN_OR_RETURN(const TomlFile file, TomlFile::Parse(stream.name(), text));
  ASSIGN_OR_RETURN(std::string id, TreeReader::IdOf(file.root()));
  if (trees.contains(id)) return absl::OkStatus();
  ASSIGN_OR_RETURN(QuestionTree tree, TreeReader(taxonomy).Read(file.root()));
  trees.emplace(std::move(id), std::move(tree));
  return absl::OkStatus();
}

absl::Status ReadPath(const std::string& path, const record::Taxonomy& taxonomy,
                      std::map<std::string, QuestionTree>& trees) {
  ASSIGN_OR_RETURN(const InputKind kind, KindOfInput(path));
  if (kind == InputKind::kFile) {
    ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::Open(path));
    return AddTree(*stream, taxonomy, trees);
  }
  ASSIGN_OR_RETURN(const std::vector<std::string> members, ListMembers(path));
  for (const std::string& member : members) {
    if (!member.ends_with(".toml")) continue;
    ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::OpenMember(path, member));
    RETURN_IF_ERROR(AddTree(*stream, taxonomy, trees));
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
  for (auto& [id, tree] : trees) {
    // Where it began is not asked for in this place any more.
    const bool is_left = !tree.conditions.empty() && !tree.questions.empty();
    if (is_left) ordered.push_back(std::move(tree));
  }
  return ordered;
}

}  // namespace waypost::sources
