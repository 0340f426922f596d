#include "engine/taxonomy/question_tree.h"

#include <algorithm>
#include <initializer_list>

namespace waypost {
namespace {

void AddLine(std::string& text, std::initializer_list<std::string_view> fields) {
  bool first = true;
  for (std::string_view field : fields) {
    if (!first) text += '\t';
    text += field;
    first = false;
  }
  text += '\n';
}

void AddConditions(std::string& text, const std::vector<QuestionCondition>& conditions) {
  for (const QuestionCondition& condition : conditions) {
    AddLine(text, {"if", condition.name, condition.value});
  }
}

std::vector<std::string> FieldsOf(std::string_view line) {
  std::vector<std::string> fields;
  for (;;) {
    const std::size_t end = line.find('\t');
    fields.emplace_back(line.substr(0, end));
    if (end == std::string_view::npos) return fields;
    line.remove_prefix(end + 1);
  }
}

class Reader {
 public:
  // False for a line that cannot stand here.
  bool Add(std::string_view line) {
    const std::vector<std::string> fields = FieldsOf(line);
    const std::string& kind = fields.front();
    if (kind == "tree" && fields.size() == 4) {
      trees_.push_back({fields[1], fields[2], fields[3], {}, {}});
      conditions_ = &trees_.back().conditions;
      return true;
    }
    if (trees_.empty() || fields.size() != 3) return false;
    std::vector<TreeQuestion>& questions = trees_.back().questions;
    if (kind == "if" && conditions_ != nullptr) {
      conditions_->push_back({fields[1], fields[2]});
    } else if (kind == "question") {
      questions.push_back({fields[1], fields[2], {}, {}});
      conditions_ = nullptr;
    } else if (kind == "after" && !questions.empty()) {
      questions.back().after.push_back({fields[1], fields[2]});
    } else if (kind == "answer" && !questions.empty()) {
      questions.back().answers.push_back({fields[1], fields[2], {}});
      conditions_ = &questions.back().answers.back().conditions;
    } else {
      return false;
    }
    return true;
  }

  std::vector<QuestionTree> Take() && { return std::move(trees_); }

 private:
  std::vector<QuestionTree> trees_;
  std::vector<QuestionCondition>* conditions_ = nullptr;  // of what stands above
};

}  // namespace

std::string FormatQuestionTrees(const std::vector<QuestionTree>& trees) {
  std::string text;
  for (const QuestionTree& tree : trees) {
    AddLine(text, {"tree", tree.id, tree.label, tree.description});
    AddConditions(text, tree.conditions);
    for (const TreeQuestion& question : tree.questions) {
      AddLine(text, {"question", question.id, question.text});
      for (const GivenAnswer& after : question.after) {
        AddLine(text, {"after", after.question, after.answer});
      }
      for (const QuestionAnswer& answer : question.answers) {
        AddLine(text, {"answer", answer.id, answer.label});
        AddConditions(text, answer.conditions);
      }
    }
  }
  return text;
}

absl::StatusOr<std::vector<QuestionTree>> ParseQuestionTrees(std::string_view text) {
  Reader reader;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (!reader.Add(line)) {
      return DataLoss("a line of the question trees is no such line: " +
                      std::string(line.substr(0, 80)));
    }
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return std::move(reader).Take();
}

}  // namespace waypost
