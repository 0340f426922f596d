// Xapian alone as a search box: BM25 with its own constants over stemmed words, of which those of
// the name count five times, and any word of the question will do.
//
//   xapian_ranker SERVICES QUESTIONS
//
// A line of SERVICES is: corpus, name, organisation, description. One of QUESTIONS: corpus, text.
// Prints a line for each question: the numbers of its ten best services, best first, where the
// first line of SERVICES is number 0. Each corpus is a database of its own, so that a word is as
// rare as it is there.

#include <xapian.h>

#include <cstddef>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "engine/text/stop_words.h"

namespace waypost::bench {
namespace {

constexpr Xapian::termcount kNameWeight = 5;
constexpr Xapian::doccount kBest = 10;

std::vector<std::string> Columns(const std::string& line) {
  std::vector<std::string> columns;
  std::size_t begin = 0;
  for (std::size_t end = line.find('\t'); end != std::string::npos; end = line.find('\t', begin)) {
    columns.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  columns.push_back(line.substr(begin));
  return columns;
}

// The words that Waypost drops from a question.
class EnglishStopWords : public Xapian::Stopper {
 public:
  bool operator()(const std::string& word) const override {
    std::string folded = word;
    std::erase(folded, '\'');
    return text::IsEnglishStopWord(folded);
  }
};

Xapian::TermGenerator StemmedWords() {
  Xapian::TermGenerator words;
  words.set_stemmer(Xapian::Stem("en"));
  words.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
  return words;
}

Xapian::Document DocumentOf(const std::vector<std::string>& service) {
  Xapian::Document document;
  Xapian::TermGenerator words = StemmedWords();
  words.set_document(document);
  words.index_text_without_positions(service.at(1), kNameWeight);
  words.index_text_without_positions(service.at(2));
  words.index_text_without_positions(service.at(3));
  return document;
}

// Words are cut from a question as from a service: Xapian's own parser would make "drop-in" a
// phrase.
Xapian::Query AnyWordOf(const std::string& question) {
  const EnglishStopWords stop_words;
  Xapian::Document document;
  Xapian::TermGenerator words = StemmedWords();
  words.set_stopper(&stop_words);
  words.set_stopper_strategy(Xapian::TermGenerator::STOP_ALL);
  words.set_document(document);
  words.index_text_without_positions(question);
  std::vector<Xapian::Query> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    terms.emplace_back(*term, term.get_wdf());
  }
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

struct Corpus {
  Xapian::WritableDatabase database{std::string(), Xapian::DB_BACKEND_INMEMORY};
  std::vector<std::size_t> numbers;  // of the documents, the first of which is 1
};

std::map<std::string, Corpus> ReadServices(const char* path) {
  std::map<std::string, Corpus> corpora;
  std::ifstream file(path);
  std::size_t number = 0;
  for (std::string line; std::getline(file, line); ++number) {
    const std::vector<std::string> service = Columns(line);
    Corpus& corpus = corpora[service.at(0)];
    corpus.database.add_document(DocumentOf(service));
    corpus.numbers.push_back(number);
  }
  return corpora;
}

void PrintBest(const Corpus& corpus, const std::string& question) {
  Xapian::Enquire enquire(corpus.database);
  enquire.set_query(AnyWordOf(question));
  const Xapian::MSet best = enquire.get_mset(0, kBest);
  for (auto found = best.begin(); found != best.end(); ++found) {
    std::cout << (found == best.begin() ? "" : " ") << corpus.numbers.at(*found - 1);
  }
  std::cout << '\n';
}

void AnswerAll(const char* services, const char* questions) {
  const std::map<std::string, Corpus> corpora = ReadServices(services);
  std::ifstream file(questions);
  for (std::string line; std::getline(file, line);) {
    const std::vector<std::string> question = Columns(line);
    PrintBest(corpora.at(question.at(0)), question.at(1));
  }
}

}  // namespace
}  // namespace waypost::bench

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: xapian_ranker SERVICES QUESTIONS\n";
    return 2;
  }
  try {
    waypost::bench::AnswerAll(argv[1], argv[2]);
  } catch (const Xapian::Error& error) {
    std::cerr << "xapian_ranker: " << error.get_description() << '\n';
    return 1;
  } catch (const std::exception& error) {
    std::cerr << "xapian_ranker: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
