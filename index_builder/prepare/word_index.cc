#include "index_builder/prepare/word_index.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace waypost::prepare {
namespace {

using WordNumber = std::uint32_t;

struct Occurrence {
  WordNumber word;
  std::uint32_t frequency;  // at most UINT16_MAX
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

std::vector<Occurrence> CountWords(std::vector<WordNumber>& words) {
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

// The numbers of the words of tokens, asked of the tables once for each token that the analyser
// tells apart.
class TokenNumbers {
 public:
  struct Numbers {
    WordNumber term;
    WordNumber folded;
  };

  Numbers Of(const text::Token& token) {
    if (token.generation != generation_) {
      generation_ = token.generation;
      known_.clear();
    }
    if (token.number >= known_.size()) known_.resize(token.number + 1, {kNew, kNew});
    Numbers& numbers = known_[token.number];
    if (numbers.term == kNew) {
      numbers = {terms_.Number(token.term), folded_.Number(token.word)};
    }
    return numbers;
  }

  Words& terms() { return terms_; }
  const Words& folded() const { return folded_; }

 private:
  static constexpr WordNumber kNew = UINT32_MAX;
  Words terms_;
  Words folded_;
  std::uint32_t generation_ = 0;
  std::vector<Numbers> known_;  // by Token::number, of one generation
};

class WordIndexer {
 public:
  WordIndexer(const DocumentOrder& order, const TaxonomyTable& taxonomy,
              EnumSet<record::TextField> fields, text::Analyser& analyser)
      : order_(order), taxonomy_(taxonomy), fields_(fields), analyser_(analyser) {}

  WordIndex Build() {
    AnalyseServices();
    AnalyseLocations();
    NumberInOrder();
    FillPostings();
    CollectVocabulary();
    return std::move(index_);
  }

 private:
  void AnalyseServices() {
    std::vector<WordNumber> terms;
    std::vector<WordNumber> folded;
    for (const record::Service* service : order_.services) {
      terms.clear();
      folded.clear();
      for (std::string_view text : ServiceTexts(*service, taxonomy_, fields_)) {
        analyser_.ForEachToken(text, [&](const text::Token& token) {
          const TokenNumbers::Numbers numbers = numbers_.Of(token);
          terms.push_back(numbers.term);
          folded.push_back(numbers.folded);
        });
      }
      index_.lengths.push_back(static_cast<std::uint32_t>(terms.size()));
      index_.total_length += terms.size();
      of_service_.AddRow(CountWords(terms));
      folded_counts_.resize(numbers_.folded().size());
      for (const Occurrence& occurrence : CountWords(folded)) ++folded_counts_[occurrence.word];
    }
  }

  // Words that only the location has; counts the postings of every word on the way.
  void AnalyseLocations() {
    service_counts_.resize(numbers_.terms().size());
    posting_counts_.resize(numbers_.terms().size());
    for (std::size_t i = 0; i < order_.services.size(); ++i) {
      for (const Occurrence& occurrence : of_service_.row(i)) ++service_counts_[occurrence.word];
    }
    for (const Document& document : order_.documents) {
      const auto own = of_service_.row(document.ordinal.index());
      for (const Occurrence& occurrence : own) ++posting_counts_[occurrence.word];
      std::set<WordNumber> of_location = WordsOfLocation(document);
      for (const Occurrence& occurrence : own) of_location.erase(occurrence.word);
      posting_counts_.resize(numbers_.terms().size());
      for (WordNumber word : of_location) {
        ++posting_counts_[word];
        of_location_.Add(word);
      }
      of_location_.EndRow();
    }
    service_counts_.resize(numbers_.terms().size());
  }

  std::set<WordNumber> WordsOfLocation(const Document& document) {
    std::set<WordNumber> words;
    if (document.at == nullptr || !fields_.Has(record::TextField::kLocation)) return words;
    for (std::string_view text : LocationTexts(*document.location())) {
      analyser_.ForEachTerm(
          text, [&](std::string_view term) { words.insert(numbers_.terms().Number(term)); });
    }
    return words;
  }

  // Words in ascending order, and where the postings of each begin.
  void NumberInOrder() {
    const Words& terms = numbers_.terms();
    std::vector<WordNumber> order(terms.size());
    for (WordNumber i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](WordNumber a, WordNumber b) { return terms.text(a) < terms.text(b); });
    next_posting_.resize(terms.size());
    std::uint64_t postings = 0;
    index_.posting_offsets.push_back(0);
    for (WordNumber word : order) {
      index_.words.AddRow(terms.text(word));
      index_.service_counts.push_back(service_counts_[word]);
      next_posting_[word] = postings;
      postings += posting_counts_[word];
      index_.posting_offsets.push_back(postings);
    }
    index_.postings.resize(postings);
    index_.frequencies.resize(postings);
  }

  void FillPostings() {
    for (std::uint32_t i = 0; i < order_.documents.size(); ++i) {
      for (const Occurrence& own : of_service_.row(order_.documents[i].ordinal.index())) {
        AddPosting(own.word, DocId(i), static_cast<std::uint16_t>(own.frequency));
      }
      for (WordNumber word : of_location_.row(i)) AddPosting(word, DocId(i), 0);
    }
  }

  void AddPosting(WordNumber word, DocId doc, std::uint16_t frequency) {
    const std::uint64_t at = next_posting_[word]++;
    index_.postings[at] = doc;
    index_.frequencies[at] = frequency;
  }

  void CollectVocabulary() {
    const Words& folded = numbers_.folded();
    for (WordNumber word = 0; word < folded.size(); ++word) {
      index_.vocabulary.push_back({folded.text(word), folded_counts_[word]});
    }
    std::sort(index_.vocabulary.begin(), index_.vocabulary.end(),
              [](const auto& a, const auto& b) { return a.word < b.word; });
  }

  const DocumentOrder& order_;
  const TaxonomyTable& taxonomy_;
  EnumSet<record::TextField> fields_;
  text::Analyser& analyser_;
  TokenNumbers numbers_;
  std::vector<std::uint32_t> folded_counts_;
  JaggedRows<Occurrence, std::uint64_t> of_service_;   // by ServiceOrdinal
  JaggedRows<WordNumber, std::uint64_t> of_location_;  // by DocId
  std::vector<std::uint32_t> service_counts_;          // by WordNumber
  std::vector<std::uint64_t> posting_counts_;
  std::vector<std::uint64_t> next_posting_;
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
