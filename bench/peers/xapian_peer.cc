// Xapian alone as a service finder: words and taxonomy as terms, half hours of the week as terms,
// ages as values, places as LatLongCoords with the terms of the grid cells that they lie in, so
// that a circle is first cut down to its cells.
//
//   xapian_peer version
//   xapian_peer build CORPUS INDEX
//   xapian_peer answer QUESTIONS INDEX
//
// The commands and the files are those of bench/peers/passes.py, which says what is printed.

#include <xapian.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <numbers>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waypost::bench {
namespace {

constexpr double kEarthMetres = 6371008.8;
constexpr double kDegree = std::numbers::pi / 180;
// A cell is about 5.5 km high and wide: a circle of 20 km has some 60 of them.
constexpr double kCellHeight = 0.05;
constexpr double kCellWidth = 0.08;
constexpr std::size_t kTerms = 700;
constexpr std::size_t kItems = 20;
constexpr std::size_t kPasses = 5;
constexpr int kHalfHour = 30;

enum Slot : Xapian::valueno { kPlace, kYoungest, kOldest, kTaxonomy };

using Facets = std::vector<std::pair<std::size_t, std::uint32_t>>;

std::vector<std::string> Split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size() || !parts.empty();) {
    const std::size_t end = std::min(text.find(mark, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    if (end == text.size()) break;
    begin = end + 1;
  }
  return parts;
}

// `text` as columns, of which the last may be empty.
std::vector<std::string> Columns(const std::string& text, std::size_t count) {
  std::vector<std::string> columns = Split(text, '\t');
  columns.resize(count);
  return columns;
}

std::string CellTerm(int row, int column) {
  return "XG" + std::to_string(row) + "_" + std::to_string(column);
}
std::string TaxonomyTerm(const std::string& term) { return "XT" + term; }
std::string HalfHourTerm(int day, int half_hour) {
  return "XH" + std::to_string(day) + "_" + std::to_string(half_hour);
}

int Cell(double degrees, double size) { return static_cast<int>(std::floor(degrees / size)); }

void AddPlaces(const std::string& places, Xapian::Document& document) {
  Xapian::LatLongCoords points;
  for (const std::string& place : Split(places, ';')) {
    const double lat = std::stod(place);
    const double lon = std::stod(place.substr(place.find(',') + 1));
    points.append(Xapian::LatLongCoord(lat, lon));
    document.add_boolean_term(CellTerm(Cell(lat, kCellHeight), Cell(lon, kCellWidth)));
  }
  if (!points.empty()) document.add_value(kPlace, points.serialise());
}

// Terms are numbers below 700: two bytes each, for the counting of facets.
void AddTaxonomy(const std::string& terms, Xapian::Document& document) {
  std::string packed;
  for (const std::string& term : Split(terms, ',')) {
    document.add_boolean_term(TaxonomyTerm(term));
    const int number = std::stoi(term);
    packed += {static_cast<char>(number & 255), static_cast<char>(number >> 8)};
  }
  document.add_value(kTaxonomy, packed);
}

void AddSessions(const std::string& sessions, Xapian::Document& document) {
  for (const std::string& session : Split(sessions, ';')) {
    const std::vector<std::string> parts = Split(session, ':');
    for (int day = 0; day < 7; ++day) {
      if ((std::stoi(parts[0]) >> day & 1) == 0) continue;
      for (int at = std::stoi(parts[1]); at < std::stoi(parts[2]); at += kHalfHour) {
        document.add_boolean_term(HalfHourTerm(day, at / kHalfHour));
      }
    }
  }
}

void AddAge(Slot slot, const std::string& stated, int open, Xapian::Document& document) {
  const double age = stated.empty() ? open : std::stod(stated);
  document.add_value(slot, Xapian::sortable_serialise(age));
}

void WriteIndex(const char* corpus, const std::string& index) {
  Xapian::WritableDatabase database(index, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
  Xapian::TermGenerator words;
  std::ifstream file(corpus);
  for (std::string line; std::getline(file, line);) {
    const std::vector<std::string> columns = Columns(line, 8);
    Xapian::Document document;
    words.set_document(document);
    words.index_text_without_positions(columns[1]);
    words.index_text_without_positions(columns[2]);
    AddPlaces(columns[3], document);
    AddTaxonomy(columns[4], document);
    AddAge(kYoungest, columns[5], -1, document);
    AddAge(kOldest, columns[6], 999, document);
    AddSessions(columns[7], document);
    database.replace_document(static_cast<Xapian::docid>(std::stoul(columns[0])), document);
  }
  database.commit();
}

void Build(const char* corpus, const std::string& index) {
  std::filesystem::remove_all(index);
  // Fewer, larger flushes: several times as fast, for about a gigabyte of memory.
  setenv("XAPIAN_FLUSH_THRESHOLD", "100000", 0);
  const std::string loose = index + ".loose";
  WriteIndex(corpus, loose);
  Xapian::Database(loose).compact(index);
  std::filesystem::remove_all(loose);
}

struct Question {
  double lat = 0;
  double lon = 0;
  double metres = 0;
  std::vector<std::string> terms;
  std::vector<std::string> words;
  bool any_word = false;
  int day = -1;
  int begin = 0;
  int end = 0;
  int age = -1;
  bool by_distance = false;
  bool facets = false;
};

std::vector<Question> ReadQuestions(const char* path) {
  std::vector<Question> questions;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::vector<std::string> c = Columns(line, 13);
    questions.push_back({.lat = std::stod(c[1]),
                         .lon = std::stod(c[2]),
                         .metres = std::stod(c[3]),
                         .terms = Split(c[4], ','),
                         .words = Split(c[5], ' '),
                         .any_word = c[6] == "1",
                         .day = std::stoi(c[7]),
                         .begin = std::stoi(c[8]),
                         .end = std::stoi(c[9]),
                         .age = std::stoi(c[10]),
                         .by_distance = c[11] == "1",
                         .facets = c[12] == "1"});
  }
  return questions;
}

struct Answer {
  Xapian::doccount total = 0;
  std::vector<Xapian::docid> ids;
  Facets facets;
};

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
      if (counts_[term] > 0) facets.emplace_back(term, counts_[term]);
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
    for (int at = question.begin; at < question.end; at += kHalfHour) {
      filters.emplace_back(HalfHourTerm(question.day, at / kHalfHour));
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

class Client {
 public:
  explicit Client(const std::string& index) : database_(index) {}

  Answer Ask(const Question& question) const {
    Xapian::Enquire enquire(database_);
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    CountTerms counts;
    if (question.facets) enquire.add_matchspy(&counts);
    // The posting source must outlive the match.
    const std::unique_ptr<Xapian::PostingSource> distance = Distance(question);
    enquire.set_query(All(question, distance.get()));
    // To check every document is what makes the total exact.
    const Xapian::MSet found = enquire.get_mset(0, kItems, database_.get_doccount());
    Answer answer = {.total = found.get_matches_estimated(), .ids = {}, .facets = {}};
    for (auto item = found.begin(); item != found.end(); ++item) answer.ids.push_back(*item);
    if (question.facets) answer.facets = counts.Top();
    return answer;
  }

 private:
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

double Timed(const Client& client, const Question& question) {
  const auto begun = std::chrono::steady_clock::now();
  client.Ask(question);
  const auto ended = std::chrono::steady_clock::now();
  return std::chrono::duration<double, std::micro>(ended - begun).count();
}

void Print(const Answer& answer, double microseconds) {
  std::cout << R"({"total":)" << answer.total << R"(,"ids":[)";
  const char* comma = "";
  for (const Xapian::docid id : answer.ids) std::cout << std::exchange(comma, ",") << id;
  std::cout << R"(],"facets":[)";
  comma = "";
  for (const auto& [term, count] : answer.facets) {
    std::cout << std::exchange(comma, ",") << '[' << term << ',' << count << ']';
  }
  std::cout << R"(],"us":)" << microseconds << "}\n";
}

void AnswerAll(const char* path, const std::string& index) {
  const std::vector<Question> questions = ReadQuestions(path);
  const Client client(index);
  std::vector<Answer> answers;
  for (const Question& question : questions) answers.push_back(client.Ask(question));
  std::vector<std::array<double, kPasses>> times(questions.size());
  for (std::size_t pass = 0; pass < kPasses; ++pass) {
    for (std::size_t i = 0; i < questions.size(); ++i) times[i][pass] = Timed(client, questions[i]);
  }
  for (std::size_t i = 0; i < questions.size(); ++i) {
    std::sort(times[i].begin(), times[i].end());
    Print(answers[i], times[i][kPasses / 2]);
  }
}

int Run(int argc, char** argv) {
  const std::string_view command = argc > 1 ? argv[1] : "";
  if (command == "version" && argc == 2) {
    std::cout << Xapian::version_string() << '\n';
  } else if (command == "build" && argc == 4) {
    Build(argv[2], argv[3]);
  } else if (command == "answer" && argc == 4) {
    AnswerAll(argv[2], argv[3]);
  } else {
    std::cerr << "usage: xapian_peer version | build CORPUS INDEX | answer QUESTIONS INDEX\n";
    return 2;
  }
  return 0;
}

}  // namespace
}  // namespace waypost::bench

int main(int argc, char** argv) {
  try {
    return waypost::bench::Run(argc, argv);
  } catch (const Xapian::Error& error) {
    std::cerr << "xapian_peer: " << error.get_description() << '\n';
    return 1;
  }
}
