// Xapian alone as a service finder: words and taxonomy as terms, half hours of the week as terms,
// ages as values, places as LatLongCoords with the terms of the grid cells that they lie in, so
// that a circle is first cut down to its cells.
//
// The commands are those of bench/peers/passes.py.

#include <xapian.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "bench/peers/corpus_table.h"
#include "bench/peers/passes.h"

namespace waypost::bench {
namespace {

constexpr double kEarthMetres = 6371008.8;
constexpr double kDegree = std::numbers::pi / 180;
// A cell is about 5.5 km high and wide: a circle of 20 km has some 60 of them.
constexpr double kCellHeight = 0.05;
constexpr double kCellWidth = 0.08;
constexpr std::size_t kTerms = 700;

enum Slot : Xapian::valueno { kPlace, kYoungest, kOldest, kTaxonomy };

std::string CellTerm(int row, int column) {
  return "XG" + std::to_string(row) + "_" + std::to_string(column);
}
std::string TaxonomyTerm(const std::string& term) { return "XT" + term; }
std::string HalfHourTerm(const HalfHour& at) {
  return "XH" + std::to_string(at.day) + "_" + std::to_string(at.number);
}

int Cell(double degrees, double size) { return static_cast<int>(std::floor(degrees / size)); }

void AddPlaces(const std::vector<Place>& places, Xapian::Document& document) {
  Xapian::LatLongCoords points;
  for (const auto& [lat, lon] : places) {
    points.append(Xapian::LatLongCoord(lat, lon));
    document.add_boolean_term(CellTerm(Cell(lat, kCellHeight), Cell(lon, kCellWidth)));
  }
  if (!points.empty()) document.add_value(kPlace, points.serialise());
}

// Terms are numbers below 700: two bytes each, for the counting of facets.
void AddTaxonomy(const std::vector<std::string>& terms, Xapian::Document& document) {
  std::string packed;
  for (const std::string& term : terms) {
    document.add_boolean_term(TaxonomyTerm(term));
    const int number = std::stoi(term);
    packed += {static_cast<char>(number & 255), static_cast<char>(number >> 8)};
  }
  document.add_value(kTaxonomy, packed);
}

void AddAge(Slot slot, int age, Xapian::Document& document) {
  document.add_value(slot, Xapian::sortable_serialise(age));
}

Xapian::Document DocumentOf(const Service& service) {
  Xapian::Document document;
  Xapian::TermGenerator words;
  words.set_document(document);
  words.index_text_without_positions(service.name);
  words.index_text_without_positions(service.description);
  AddPlaces(service.places, document);
  AddTaxonomy(service.terms, document);
  AddAge(kYoungest, service.youngest, document);
  AddAge(kOldest, service.oldest, document);
  for (const HalfHour& at : service.open) document.add_boolean_term(HalfHourTerm(at));
  return document;
}

void WriteIndex(const char* corpus, const std::string& index) {
  Xapian::WritableDatabase database(index, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
  ReadServices(corpus, [&database](const Service& service) {
    database.replace_document(service.number, DocumentOf(service));
  });
  database.commit();
}

class CountTerms : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    const std::string packed = document.get_value(kTaxonomy);
    for (std::size_t i = 0; i + 1 < packed.size(); i += 2) {
      const auto low = static_cast<unsigned char>(packed[i]);
      const auto high = static_cast<unsigned char>(packed[i + 1]);
      ++counts_[static_cast<std::size_t>(low | high << 8)];
    }
  }

  Facets Top() const {
    Facets facets;
    for (std::size_t term = 0; term < counts_.size(); ++term) {
      if (counts_[term] > 0) facets.emplace_back(static_cast<std::uint32_t>(term), counts_[term]);
    }
    std::sort(facets.begin(), facets.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    facets.resize(std::min(facets.size(), kItems));
    return facets;
  }

 private:
  std::array<std::uint32_t, kTerms> counts_{};
};

Xapian::Query Any(const std::vector<std::string>& terms) {
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

Xapian::Query CellsAround(const Question& question) {
  const double height = question.metres / kEarthMetres / kDegree * 1.001;
  const double width = height / std::cos((std::abs(question.lat) + height) * kDegree) * 1.001;
  std::vector<std::string> cells;
  for (int row = Cell(question.lat - height, kCellHeight);
       row <= Cell(question.lat + height, kCellHeight); ++row) {
    for (int column = Cell(question.lon - width, kCellWidth);
         column <= Cell(question.lon + width, kCellWidth); ++column) {
      cells.push_back(CellTerm(row, column));
    }
  }
  return Any(cells);
}

// All that only lets through and does not order.
std::vector<Xapian::Query> Filters(const Question& question) {
  std::vector<Xapian::Query> filters;
  if (!question.terms.empty()) {
    std::vector<std::string> terms;
    for (const std::string& term : question.terms) terms.push_back(TaxonomyTerm(term));
    filters.push_back(Any(terms));
  }
  if (question.day >= 0) {
    for (int at = question.begin; at < question.end; at += kHalfHourMinutes) {
      filters.emplace_back(HalfHourTerm({.day = question.day, .number = at / kHalfHourMinutes}));
    }
  }
  if (question.age >= 0) {
    const std::string age = Xapian::sortable_serialise(question.age);
    filters.emplace_back(Xapian::Query::OP_VALUE_LE, kYoungest, age);
    filters.emplace_back(Xapian::Query::OP_VALUE_GE, kOldest, age);
  }
  if (question.metres > 0) filters.push_back(CellsAround(question));
  return filters;
}

class XapianPeer {
 public:
  explicit XapianPeer(const std::string& index) : database_(index) {}

  static std::string Version() { return Xapian::version_string(); }

  static void Build(const char* corpus, const std::string& index) {
    std::filesystem::remove_all(index);
    // Fewer, larger flushes: several times as fast, for about a gigabyte of memory.
    setenv("XAPIAN_FLUSH_THRESHOLD", "100000", 0);
    const std::string loose = index + ".loose";
    WriteIndex(corpus, loose);
    Xapian::Database(loose).compact(index);
    std::filesystem::remove_all(loose);
  }

  Answer Ask(const Question& question) const {
    CountTerms counts;
    // Without terms the facets are those of the answers, and counted with them.
    const bool counted_here = question.facets && question.terms.empty();
    const Xapian::MSet found = Match(question, kItems, counted_here ? &counts : nullptr);
    Answer answer = {.total = found.get_matches_estimated(), .ids = {}, .facets = {}};
    for (auto item = found.begin(); item != found.end(); ++item) answer.ids.push_back(*item);
    if (question.facets && !counted_here) CountWithTermsSetAside(question, counts);
    if (question.facets) answer.facets = counts.Top();
    return answer;
  }

 private:
  // `counts` sees every document that matches, when there is one.
  Xapian::MSet Match(const Question& question, std::size_t items, CountTerms* counts) const {
    Xapian::Enquire enquire(database_);
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    if (counts != nullptr) enquire.add_matchspy(counts);
    // The posting source must outlive the match.
    const std::unique_ptr<Xapian::PostingSource> distance = Distance(question);
    const Xapian::Query all = All(question, distance.get());
    // Without items nothing is ordered, and no weights are needed.
    enquire.set_query(items > 0 ? all : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, all, 0));
    // To check every document is what makes the total exact.
    return enquire.get_mset(0, static_cast<Xapian::doccount>(items), database_.get_doccount());
  }

  void CountWithTermsSetAside(Question question, CountTerms& counts) const {
    question.terms.clear();
    Match(question, 0, &counts);
  }

  static std::unique_ptr<Xapian::PostingSource> Distance(const Question& question) {
    if (question.metres == 0) return nullptr;
    Xapian::LatLongCoords centre;
    centre.append(Xapian::LatLongCoord(question.lat, question.lon));
    return std::make_unique<Xapian::LatLongDistancePostingSource>(
        kPlace, centre, Xapian::GreatCircleMetric(kEarthMetres), question.metres);
  }

  // What orders comes first, the rest filters it.
  static Xapian::Query All(const Question& question, Xapian::PostingSource* distance) {
    std::vector<Xapian::Query> filters = Filters(question);
    Xapian::Query first;
    if (!question.words.empty()) {
      first = {question.any_word ? Xapian::Query::OP_OR : Xapian::Query::OP_AND,
               question.words.begin(), question.words.end()};
    }
    if (distance != nullptr) {
      Xapian::Query near(distance);
      if (question.by_distance) std::swap(first, near);
      if (!near.empty()) first = {Xapian::Query::OP_FILTER, first, near};
    }
    if (filters.empty()) return first;
    const Xapian::Query rest(Xapian::Query::OP_AND, filters.begin(), filters.end());
    return {Xapian::Query::OP_FILTER, first, rest};
  }

  Xapian::Database database_;
};

}  // namespace
}  // namespace waypost::bench

int main(int argc, char** argv) {
  try {
    return waypost::bench::RunPeer<waypost::bench::XapianPeer>(argc, argv);
  } catch (const Xapian::Error& error) {
    std::cerr << "xapian_peer: " << error.get_description() << '\n';
    return 1;
  }
}
