#include "index_builder/prepare/word_index.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "index_builder/prepare/occurrence_rows.h"
#include "index_builder/prepare/posting_batch.h"
#include "index_builder/prepare/word_numbers.h"

namespace waypost::prepare {
namespace {

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

  WordNumbers& terms() { return terms_; }
  const WordNumbers& terms() const { return terms_; }
  const WordNumbers& folded() const { return folded_; }

 private:
  static constexpr WordNumber kNew = UINT32_MAX;
  WordNumbers terms_;
  WordNumbers folded_;
  std::uint32_t generation_ = 0;
  std::vector<Numbers> known_;  // by Token::number, of one generation
};

}  // namespace

struct WordIndexer::State {
  State(const TaxonomyTable& all_terms, EnumSet<record::TextField> text_fields,
        text::Analyser& text_analyser, const spool::ScratchFolder& scratch_folder,
        std::uint64_t at_once)
      : taxonomy(all_terms),
        fields(text_fields),
        analyser(text_analyser),
        postings_at_once(at_once),
        of_services(scratch_folder),
        of_locations(scratch_folder),
        texts_of_locations(scratch_folder),
        index(scratch_folder) {}

  absl::Status AddService(const record::Service& service, ServiceOrdinal ordinal);
  absl::Status AddLocations(const record::Service& service, ServiceOrdinal ordinal);
  std::set<WordNumber> WordsOfLocation(const record::Location& location);
  void AddToText(WordNumber word) { AppendWordCode(text, word + 1); }
  void EndField() { AppendWordCode(text, kFieldEnd); }
  void Count(WordNumber word, std::uint32_t services, std::uint64_t documents);

  void NumberInOrder(const std::vector<WordNumber>& in_order);
  absl::Status FillLocationTexts(const DocumentOrder& order);
  absl::Status FillPostings(const std::vector<WordNumber>& in_order, const DocumentOrder& order);
  void CollectVocabulary();

  const TaxonomyTable& taxonomy;
  EnumSet<record::TextField> fields;
  text::Analyser& analyser;
  std::uint64_t postings_at_once;
  TokenNumbers numbers;
  std::vector<std::uint32_t> folded_counts;
  OccurrenceRows of_services;   // by ServiceOrdinal
  OccurrenceRows of_locations;  // words that only the location has, by row of DocumentOrder
  spool::SpooledBlobs texts_of_locations;     // as sequences, by row of DocumentOrder
  std::vector<std::uint32_t> service_counts;  // by WordNumber
  std::vector<std::uint64_t> posting_counts;
  std::vector<WordNumber> terms;  // of the service at hand, token by token
  std::vector<WordNumber> folded;
  std::vector<Occurrence> own;
  std::string text;  // at hand, as a sequence
  WordIndex index;
};

void WordIndexer::State::Count(WordNumber word, std::uint32_t services, std::uint64_t documents) {
  if (word >= service_counts.size()) {
    service_counts.resize(numbers.terms().size());
    posting_counts.resize(numbers.terms().size());
  }
  service_counts[word] += services;
  posting_counts[word] += documents;
}

absl::Status WordIndexer::State::AddService(const record::Service& service,
                                            ServiceOrdinal ordinal) {
  terms.clear();
  folded.clear();
  text.clear();
  for (const WeightedText& field : ServiceTexts(service, taxonomy, fields)) {
    analyser.ForEachToken(field.text, [&](const text::Token& token) {
      const TokenNumbers::Numbers known = numbers.Of(token);
      terms.insert(terms.end(), field.weight, known.term);
      folded.push_back(known.folded);
      AddToText(known.term);
    });
    EndField();
  }
  index.service_texts.AddRow(text);
  index.lengths.push_back(static_cast<std::uint32_t>(terms.size()));
  index.total_length += terms.size();
  own = CountWords(terms);
  const std::uint64_t documents = std::max<std::size_t>(1, service.locations.size());
  for (const Occurrence& occurrence : own) Count(occurrence.word, 1, documents);
  folded_counts.resize(numbers.folded().size());
  for (const Occurrence& occurrence : CountWords(folded)) ++folded_counts[occurrence.word];
  RETURN_IF_ERROR(of_services.Add(own));
  return AddLocations(service, ordinal);
}

// Words that only the location has: frequency 0.
absl::Status WordIndexer::State::AddLocations(const record::Service& service,
                                              ServiceOrdinal ordinal) {
  return ForEachDocument(service, ordinal, [&](const Document& document) {
    std::set<WordNumber> words;
    text.clear();
    if (document.at != nullptr) words = WordsOfLocation(*document.location());
    for (const Occurrence& occurrence : own) words.erase(occurrence.word);
    std::vector<Occurrence> row;
    for (const WordNumber word : words) {
      Count(word, 0, 1);
      row.push_back({word, 0});
    }
    RETURN_IF_ERROR(texts_of_locations.Add(text));
    return of_locations.Add(row);
  });
}

std::set<WordNumber> WordIndexer::State::WordsOfLocation(const record::Location& location) {
  std::set<WordNumber> words;
  if (!fields.Has(record::TextField::kLocation)) return words;
  for (std::string_view field : LocationTexts(location)) {
    analyser.ForEachTerm(field, [&](std::string_view term) {
      const WordNumber word = numbers.terms().Number(term);
      words.insert(word);
      AddToText(word);
    });
    EndField();
  }
  return words;
}

void WordIndexer::State::NumberInOrder(const std::vector<WordNumber>& in_order) {
  std::uint64_t postings = 0;
  index.posting_offsets.push_back(0);
  for (const WordNumber word : in_order) {
    index.words.AddRow(numbers.terms().text(word));
    index.service_counts.push_back(service_counts[word]);
    index.codes.push_back(word + 1);  // met early, as common words are: short
    postings += posting_counts[word];
    index.posting_offsets.push_back(postings);
  }
}

// Words by words, as many at a time as fit: each turn goes through all documents.
absl::Status WordIndexer::State::FillPostings(const std::vector<WordNumber>& in_order,
                                              const DocumentOrder& order) {
  const std::vector<std::uint64_t>& offsets = index.posting_offsets;
  for (std::size_t first = 0; first < in_order.size();) {
    std::size_t last = first + 1;
    while (last < in_order.size() && offsets[last + 1] - offsets[first] <= postings_at_once) ++last;
    PostingBatch batch(in_order, offsets, first, last);
    std::vector<Occurrence> row;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      RETURN_IF_ERROR(of_services.Read(order.services[i].index(), row));
      batch.Add(DocId(i), row);
      RETURN_IF_ERROR(of_locations.Read(order.rows[i], row));
      batch.Add(DocId(i), row);
    }
    batch.AddTo(index, order.size());
    RETURN_IF_ERROR(index.postings.status());
    RETURN_IF_ERROR(index.frequencies.status());
    first = last;
  }
  return absl::OkStatus();
}

absl::Status WordIndexer::State::FillLocationTexts(const DocumentOrder& order) {
  for (const std::uint32_t row : order.rows) {
    RETURN_IF_ERROR(texts_of_locations.Read(row, text));
    index.location_texts.AddRow(text);
  }
  return absl::OkStatus();
}

void WordIndexer::State::CollectVocabulary() {
  const WordNumbers& words = numbers.folded();
  for (WordNumber word = 0; word < words.size(); ++word) {
    index.vocabulary.push_back({words.text(word), folded_counts[word]});
  }
  std::sort(index.vocabulary.begin(), index.vocabulary.end(),
            [](const auto& a, const auto& b) { return a.word < b.word; });
}

WordIndexer::WordIndexer(const TaxonomyTable& taxonomy, EnumSet<record::TextField> fields,
                         text::Analyser& analyser, spool::ScratchFolder scratch,
                         std::uint64_t postings_at_once)
    : state_(std::make_unique<State>(taxonomy, fields, analyser, scratch, postings_at_once)) {}

WordIndexer::~WordIndexer() = default;

absl::Status WordIndexer::Analyse(const CompleteServices& services) {
  return services.ForEach([&](ServiceOrdinal ordinal, const record::Service& service) {
    return state_->AddService(service, ordinal);
  });
}

absl::StatusOr<WordIndex> WordIndexer::Index(const DocumentOrder& order) {
  if (state_->of_locations.size() != order.size()) {
    return Internal("words were found in " + std::to_string(state_->of_locations.size()) +
                    " documents, but there are " + std::to_string(order.size()));
  }
  const std::vector<WordNumber> in_order = state_->numbers.terms().InOrder();
  state_->NumberInOrder(in_order);
  RETURN_IF_ERROR(state_->FillPostings(in_order, order));
  RETURN_IF_ERROR(state_->FillLocationTexts(order));
  state_->CollectVocabulary();
  return std::move(state_->index);
}

std::vector<WeightedText> ServiceTexts(const record::Service& service,
                                       const TaxonomyTable& taxonomy,
                                       EnumSet<record::TextField> fields) {
  using record::TextField;
  std::vector<WeightedText> texts;
  const auto add = [&](TextField field, std::string_view text) {
    if (fields.Has(field)) texts.push_back({text, record::WeightOf(field)});
  };
  add(TextField::kName, service.name);
  if (service.organisation) add(TextField::kOrganization, service.organisation->name);
  add(TextField::kDescription, service.description);
  std::set<TaxonomyTermId> seen;
  for (const record::TermRef& term : service.terms) {
    const TaxonomyTermId id = taxonomy.Find(term);
    if (!id.is_none() && seen.insert(id).second) add(TextField::kTaxonomy, taxonomy.label(id));
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

}  // namespace waypost::prepare
