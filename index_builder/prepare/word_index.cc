#include "index_builder/prepare/word_index.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace waypost::prepare {
namespace {

using WordNumber = std::uint32_t;

struct Occurrence {
  WordNumber word;
  std::uint16_t frequency;
};

// Lets words be looked up without a copy of each.
struct HashText {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

// Gives numbers to words as they are met.
class Words {
 public:
  WordNumber Number(std::string_view word) {
    const auto found = numbers_.find(word);
    if (found != numbers_.end()) return found->second;
    const auto number = static_cast<WordNumber>(numbers_.size());
    texts_.push_back(&numbers_.emplace(word, number).first->first);
    return number;
  }
  std::size_t size() const { return texts_.size(); }
  const std::string& text(WordNumber word) const { return *texts_[word]; }

 private:
  std::unordered_map<std::string, WordNumber, HashText, std::equal_to<>> numbers_;
  std::vector<const std::string*> texts_;  // keys of a node-based map stay where they are
};

struct Posting {
  DocId doc;
  std::uint16_t frequency;
};

std::vector<Occurrence> CountWords(std::vector<WordNumber> words) {
  std::sort(words.begin(), words.end());
  std::vector<Occurrence> counted;
  for (WordNumber word : words) {
    if (counted.empty() || counted.back().word != word) {
      counted.push_back({word, 1});
    } else if (counted.back().frequency < UINT16_MAX) {
      ++counted.back().frequency;
    }
  }
  return counted;
}

class WordIndexer {
 public:
  WordIndexer(const DocumentOrder& order, const TaxonomyTable& taxonomy,
              EnumSet<record::TextField> fields, text::Analyser& analyser)
      : order_(order), taxonomy_(taxonomy), fields_(fields), analyser_(analyser) {}

  WordIndex Build() {
    AnalyseServices();
    AddPostings();
    return Assemble();
  }

 private:
  void AnalyseServices() {
    of_service_.resize(order_.services.size());
    for (std::size_t i = 0; i < order_.services.size(); ++i) {
      std::vector<WordNumber> numbers;
      std::vector<WordNumber> folded;
      for (std::string_view text : ServiceTexts(*order_.services[i], taxonomy_, fields_)) {
        analyser_.ForEachToken(text, [&](const text::Token& token) {
          numbers.push_back(words_.Number(token.term));
          folded.push_back(folded_.Number(token.word));
        });
      }
      index_.lengths.push_back(static_cast<std::uint32_t>(numbers.size()));
      index_.total_length += numbers.size();
      of_service_[i] = CountWords(std::move(numbers));
      folded_counts_.resize(folded_.size());
      for (const Occurrence& occurrence : CountWords(std::move(folded))) {
        ++folded_counts_[occurrence.word];
      }
      service_counts_.resize(words_.size());
      for (const Occurrence& occurrence : of_service_[i]) ++service_counts_[occurrence.word];
    }
  }

  void AddPostings() {
    for (std::uint32_t i = 0; i < order_.documents.size(); ++i) {
      const Document& document = order_.documents[i];
      const std::vector<Occurrence>& own = of_service_[document.ordinal.index()];
      std::set<WordNumber> of_location;
      if (document.at != nullptr && fields_.Has(record::TextField::kLocation)) {
        for (std::string_view text : LocationTexts(*document.location())) {
          analyser_.ForEachTerm(
              text, [&](std::string_view term) { of_location.insert(words_.Number(term)); });
        }
      }
      postings_.resize(words_.size());
      for (const Occurrence& occurrence : own) {
        postings_[occurrence.word].push_back({DocId(i), occurrence.frequency});
        of_location.erase(occurrence.word);
      }
      for (WordNumber word : of_location) postings_[word].push_back({DocId(i), 0});
    }
    service_counts_.resize(words_.size());
    postings_.resize(words_.size());
  }

  WordIndex Assemble() {
    std::vector<WordNumber> order(words_.size());
    for (WordNumber i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](WordNumber a, WordNumber b) { return words_.text(a) < words_.text(b); });
    for (WordNumber word : order) {
      index_.words.AddRow(words_.text(word));
      index_.service_counts.push_back(service_counts_[word]);
      for (const Posting& posting : postings_[word]) {
        index_.postings.Add(posting.doc);
        index_.frequencies.push_back(posting.frequency);
      }
      index_.postings.EndRow();
    }
    for (WordNumber word = 0; word < folded_.size(); ++word) {
      index_.vocabulary.push_back({folded_.text(word), folded_counts_[word]});
    }
    std::sort(index_.vocabulary.begin(), index_.vocabulary.end(),
              [](const auto& a, const auto& b) { return a.word < b.word; });
    return std::move(index_);
  }

  const DocumentOrder& order_;
  const TaxonomyTable& taxonomy_;
  EnumSet<record::TextField> fields_;
  text::Analyser& analyser_;
  Words words_;
  Words folded_;
  std::vector<std::uint32_t> folded_counts_;
  std::vector<std::vector<Occurrence>> of_service_;
  std::vector<std::uint32_t> service_counts_;
  std::vector<std::vector<Posting>> postings_;
  WordIndex index_;
};

}  // namespace

std::vector<std::string_view> ServiceTexts(const record::Service& service,
                                           const TaxonomyTable& taxonomy,
                                           EnumSet<record::TextField> fields) {
  using record::TextField;
  std::vector<std::string_view> texts;
  if (fields.Has(TextField::kName)) texts.emplace_back(service.name);
  if (fields.Has(TextField::kOrganization) && service.organisation) {
    texts.emplace_back(service.organisation->name);
  }
  if (fields.Has(TextField::kDescription)) texts.emplace_back(service.description);
  if (!fields.Has(TextField::kTaxonomy)) return texts;
  std::set<TaxonomyTermId> seen;
  for (const record::TermRef& term : service.terms) {
    const TaxonomyTermId id = taxonomy.Find(term);
    if (!id.is_none() && seen.insert(id).second) texts.emplace_back(taxonomy.label(id));
  }
  return texts;
}

std::vector<std::string_view> LocationTexts(const record::Location& location) {
  std::vector<std::string_view> texts = {location.name};
  texts.insert(texts.end(), location.address.lines.begin(), location.address.lines.end());
  texts.emplace_back(location.address.city);
  texts.emplace_back(location.address.county);
  texts.emplace_back(location.address.postcode);
  return texts;
}

WordIndex IndexWords(const DocumentOrder& order, const TaxonomyTable& taxonomy,
                     EnumSet<record::TextField> fields, text::Analyser& analyser) {
  return WordIndexer(order, taxonomy, fields, analyser).Build();
}

}  // namespace waypost::prepare
