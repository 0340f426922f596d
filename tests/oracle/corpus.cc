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

using record::TextField;

// A field of a text, and how often each of its words counts.
struct Field {
  std::vector<std::string> words;
  std::size_t weight = 1;
};

std::vector<Field> ServiceFields(const record::Service& service, const Terms& terms,
                                 EnumSet<TextField> fields, std::size_t weight_of_name = 4) {
  std::vector<Field> all;
  const auto add = [&](TextField field, const std::string& text, std::size_t weight) {
    if (fields.Has(field)) all.push_back({StemsOf(text), weight});
  };
  add(TextField::kName, service.name, weight_of_name);
  if (service.organisation) add(TextField::kOrganization, service.organisation->name, 2);
  add(TextField::kDescription, service.description, 1);
  std::set<Term> seen;
  for (const record::TermRef& ref : service.terms) {
    if (seen.insert({ref.vocabulary, ref.code}).second) {
      add(TextField::kTaxonomy, terms.LabelOf(ref), 3);
    }
  }
  return all;
}

std::vector<Field> LocationFields(const record::Location& location, EnumSet<TextField> fields) {
  std::vector<Field> all;
  if (!fields.Has(TextField::kLocation)) return all;
  const record::Address& address = location.address;
  all.push_back({StemsOf(location.name)});
  for (const std::string& line : address.lines) all.push_back({StemsOf(line)});
  for (const std::string* text : {&address.city, &address.county, &address.postcode}) {
    all.push_back({StemsOf(*text)});
  }
  return all;
}

// Each word as often as it counts.
std::vector<std::string> WordsOf(const std::vector<Field>& fields) {
  std::vector<std::string> words;
  for (const Field& field : fields) {
    for (const std::string& word : field.words) words.insert(words.end(), field.weight, word);
  }
  return words;
}

std::vector<std::string> LocationWords(const record::Location& location,
                                       EnumSet<TextField> fields) {
  return WordsOf(LocationFields(location, fields));
}

bool HasPhraseIn(const std::vector<Field>& fields, const Phrase& phrase) {
  return std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
    return std::search(field.words.begin(), field.words.end(), phrase.begin(), phrase.end()) !=
           field.words.end();
  });
}

bool Contains(const std::vector<std::string>& words, const std::string& stem) {
  return std::find(words.begin(), words.end(), stem) != words.end();
}

}  // namespace

Corpus::Corpus(const record::Directory& directory, const Terms& terms, ScanFaults faults)
    : directory_(directory), terms_(terms), faults_(faults) {
  for (const record::Service& service : directory.services) {
    const std::size_t of_name = faults.Has(ScanFault::kNameCountsOnce) ? 1 : 4;
    words_.push_back(
        oracle::WordsOf(ServiceFields(service, terms, directory.text_fields, of_name)));
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

bool Corpus::HasAll(const Document& document, const Phrase& phrase) const {
  return std::all_of(phrase.begin(), phrase.end(),
                     [&](const std::string& stem) { return Has(document, stem); });
}

bool Corpus::HasPhrase(const Document& document, const Phrase& phrase) const {
  if (phrase.size() == 1) return Has(document, phrase.front());
  const EnumSet<TextField> fields = directory_.text_fields;
  return HasPhraseIn(ServiceFields(*document.service, terms_, fields), phrase) ||
         (document.location() != nullptr &&
          HasPhraseIn(LocationFields(*document.location(), fields), phrase));
}

bool Corpus::HasWordOrSynonym(const Document& document, const AskedWord& word) const {
  return Has(document, word.stem) ||
         std::any_of(word.alternatives.begin(), word.alternatives.end(),
                     [&](const Phrase& phrase) { return HasPhrase(document, phrase); });
}

// An alternative of several words counts where they all are.
double Corpus::WeightOfBestSynonym(const Document& document, const AskedWord& word) const {
  double best = 0;
  for (const Phrase& phrase : word.alternatives) {
    if (!HasAll(document, phrase)) continue;
    double sum = 0;
    for (const std::string& stem : std::set<std::string>(phrase.begin(), phrase.end())) {
      sum += WeightOf(document, stem);
    }
    best = std::max(best, sum);
  }
  return best;
}

double Corpus::Bm25(const Document& document, const std::vector<AskedWord>& words) const {
  double sum = 0;
  for (const AskedWord& word : words) {
    const bool has_it = Contains(WordsOf(document), word.stem);
    sum += has_it ? WeightOf(document, word.stem) : 0.7 * WeightOfBestSynonym(document, word);
  }
  return sum;
}

}  // namespace waypost::oracle
