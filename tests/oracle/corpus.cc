#include "tests/oracle/corpus.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "tests/oracle/stems.h"

namespace waypost::oracle {
namespace {

constexpr double kK1 = 1.2;
constexpr double kB = 0.75;
constexpr double kMinimumLength = 0.5;

void AddWords(const std::string& text, std::vector<std::string>& words) {
  for (std::string& word : StemsOf(text)) words.push_back(std::move(word));
}

using record::TextField;

std::vector<std::string> ServiceWords(const record::Service& service, const Terms& terms,
                                      EnumSet<TextField> fields) {
  std::vector<std::string> words;
  if (fields.Has(TextField::kName)) AddWords(service.name, words);
  if (fields.Has(TextField::kOrganization) && service.organisation)
    AddWords(service.organisation->name, words);
  if (fields.Has(TextField::kDescription)) AddWords(service.description, words);
  if (!fields.Has(TextField::kTaxonomy)) return words;
  std::set<Term> seen;
  for (const record::TermRef& ref : service.terms) {
    if (seen.insert({ref.vocabulary, ref.code}).second) AddWords(terms.LabelOf(ref), words);
  }
  return words;
}

std::vector<std::string> LocationWords(const record::Location& location,
                                       EnumSet<TextField> fields) {
  std::vector<std::string> words;
  if (!fields.Has(TextField::kLocation)) return words;
  AddWords(location.name, words);
  for (const std::string& line : location.address.lines) AddWords(line, words);
  AddWords(location.address.city, words);
  AddWords(location.address.county, words);
  AddWords(location.address.postcode, words);
  return words;
}

bool Contains(const std::vector<std::string>& words, const std::string& stem) {
  return std::find(words.begin(), words.end(), stem) != words.end();
}

}  // namespace

Corpus::Corpus(const record::Directory& directory, const Terms& terms, ScanFaults faults)
    : directory_(directory), faults_(faults) {
  for (const record::Service& service : directory.services) {
    words_.push_back(ServiceWords(service, terms, directory.text_fields));
  }
}

const std::vector<std::string>& Corpus::WordsOf(const Document& document) const {
  return words_.at(static_cast<std::size_t>(document.service - directory_.services.data()));
}

bool Corpus::Has(const Document& document, const std::string& stem) const {
  if (Contains(WordsOf(document), stem)) return true;
  return document.location() != nullptr &&
         Contains(LocationWords(*document.location(), directory_.text_fields), stem);
}

double Corpus::WeightOf(const Document& document, const std::string& stem) const {
  std::vector<std::string> words = WordsOf(document);
  if (faults_.Has(ScanFault::kLocationWordsScore) && document.location() != nullptr) {
    for (std::string& word : LocationWords(*document.location(), directory_.text_fields)) {
      words.push_back(std::move(word));
    }
  }
  const auto frequency = static_cast<double>(std::count(words.begin(), words.end(), stem));
  if (frequency == 0) return 0;
  double with_word = 0;
  double total_length = 0;
  for (const auto& text : words_) {
    with_word += Contains(text, stem) ? 1 : 0;
    total_length += static_cast<double>(text.size());
  }
  const double services = static_cast<double>(words_.size());
  double rarity = (services - with_word + 0.5) / (with_word + 0.5);
  if (rarity < 2) rarity = rarity * 0.5 + 1;
  const double idf = std::log(rarity);
  double length =
      std::max(static_cast<double>(words.size()) / (total_length / services), kMinimumLength);
  if (faults_.Has(ScanFault::kLengthNotNormalised)) length = 1;
  return idf * (kK1 + 1) * frequency / (kK1 * (length * kB + (1 - kB)) + frequency);
}

double Corpus::Bm25(const Document& document, const std::vector<std::string>& stems) const {
  double sum = 0;
  for (const std::string& stem : stems) sum += WeightOf(document, stem);
  return sum;
}

}  // namespace waypost::oracle
