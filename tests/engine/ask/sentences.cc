#include "tests/engine/ask/sentences.h"

#include <gtest/gtest.h>

#include "tests/support/memory_index.h"
#include "tests/support/small_directory.h"

namespace waypost::ask {
namespace {

record::VocabularyTerm Term(const std::string& vocabulary, const std::string& code,
                            std::vector<std::string> synonyms, std::vector<std::string> phrases) {
  record::VocabularyTerm term;
  term.vocabulary = vocabulary;
  term.code = code;
  term.label = code;
  term.synonyms = std::move(synonyms);
  term.phrases = std::move(phrases);
  return term;
}

record::Directory Land() {
  record::Service service = testing::ServiceAt("choir", 51.5, -2.5);
  service.description = "A choir of Chess players";
  record::Directory directory = testing::SmallDirectory({service});
  auto& terms = directory.taxonomy.terms;
  terms.push_back(
      Term("waypostNeeds", "debt", {"arrears"}, {"snowed under by bills", "owes money"}));
  terms.back().sayings = {"bailiffs at the door", "letters from bailiffs", "red letters"};
  terms.push_back(Term("waypostNeeds", "memory", {"dementia"}, {"keeps forgetting", "no memory"}));
  terms.back().sayings = {"muddled again", "so muddled", "muddled and wandering"};
  terms.push_back(Term("waypostNeeds", "housing", {"landlord"}, {}));
  terms.push_back(Term("waypostCircumstances", "bereft", {"widow"}, {}));
  terms.push_back(Term("waypostCircumstances", "unserved", {"purple"}, {}));
  for (const std::string code : {"debt", "memory", "housing"}) {
    directory.taxonomy.mappings.push_back(
        {{"waypostNeeds", code, ""}, {"esdServiceTypes", "2", ""}});
  }
  directory.taxonomy.mappings.push_back(
      {{"waypostCircumstances", "bereft", ""}, {"esdServiceTypes", "2", ""}});
  return directory;
}

std::string CodeOf(const std::string& value) {
  return value.starts_with("waypost") ? value.substr(value.find(':') + 1) : value;
}

}  // namespace

const Date kToday = testing::DayOf2026(11, 21);

std::shared_ptr<const Index> SmallIndex() {
  static const auto index = IndexOf(Land());
  EXPECT_TRUE(index.ok()) << index.status();
  return *index;
}

Sentence WordsOf(std::string_view text) {
  auto analyser = SmallIndex()->analysers().Borrow();
  EXPECT_TRUE(analyser.ok());
  return ReadWords(**analyser, text);
}

std::string TextOf(const std::optional<Reading>& reading) {
  if (!reading) return "none";
  std::string text;
  for (const Meaning& meaning : reading->meanings) {
    if (!text.empty()) text += ' ';
    text += std::string(ParameterOf(meaning.kind)) + "=" + meaning.value;
  }
  return text;
}

std::string ReadAs(std::string_view text) {
  static const auto book = PhraseBook::Build(*SmallIndex());
  const auto reading = ReadSentence(*SmallIndex(), *book, text, {.today = kToday});
  if (!reading.ok()) return MessageOf(reading.status());
  std::string read;
  for (const ReadPart& part : reading->parts) {
    if (!read.empty()) read += ' ';
    read += part.parameter + "=" + CodeOf(part.value) + (part.is_asked ? "" : "*");
  }
  for (const std::string& left : reading->not_understood) read += " | left: " + left;
  return read;
}

}  // namespace waypost::ask
