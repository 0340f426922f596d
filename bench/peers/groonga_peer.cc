// Groonga as a service finder, asked by its own commands. A record is a service at one of its
// places, or a service without any: its words, taxonomy and point have indexes, its half hours of
// the week and ages are read of what those leave, and what is found is grouped by service. (Places
// that refer to a record of their service instead take twice to four times as long: posting lists
// must then be followed from the one to the other.)
//
// The commands of this program are those of bench/peers/passes.py.

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "bench/peers/corpus_table.h"
#include "bench/peers/groonga_database.h"
#include "bench/peers/passes.h"

namespace waypost::bench {
namespace {

// The sphere of Groonga's distances (its GRN_GEO_RADIUS) is smaller than the one that is asked.
constexpr double kGroongaMetre = 6357303 / 6371008.8;
constexpr double kMillisecondsADegree = 3600 * 1000;
constexpr int kHalfHoursADay = 48;

constexpr std::string_view kTables[] = {
    ("table_create Words TABLE_HASH_KEY ShortText --default_tokenizer TokenBigram"
     " --normalizer NormalizerAuto"),
    "table_create Terms TABLE_HASH_KEY UInt16",
    "table_create Points TABLE_PAT_KEY WGS84GeoPoint",
    "table_create Services TABLE_HASH_KEY UInt32",
    "column_create Services terms COLUMN_VECTOR Terms",
    "table_create Documents TABLE_NO_KEY",
    "column_create Documents service COLUMN_SCALAR Services",
    "column_create Documents point COLUMN_SCALAR WGS84GeoPoint",
    "column_create Documents text COLUMN_SCALAR Text",
    "column_create Documents terms COLUMN_VECTOR Terms",
    "column_create Documents open COLUMN_VECTOR UInt16",
    "column_create Documents youngest COLUMN_SCALAR Int16",
    "column_create Documents oldest COLUMN_SCALAR Int16"};

// Made when the columns are full, which is much faster than to keep them up to date meanwhile. Half
// hours have none: posting lists of a fifth of all records cost more to walk than the few records
// that place, words and terms leave to be read; without it classes E and F take about half as long.
constexpr std::string_view kIndexes[] = {
    "column_create Points documents COLUMN_INDEX Documents point",
    "column_create Words documents COLUMN_INDEX Documents text",
    "column_create Terms documents COLUMN_INDEX Documents terms"};

// Whole milliseconds of arc, up to 2 cm away: Groonga has no finer ones.
std::string PointOf(double lat, double lon) {
  return std::to_string(std::lround(lat * kMillisecondsADegree)) + "x" +
         std::to_string(std::lround(lon * kMillisecondsADegree));
}

int NumberInWeek(const HalfHour& at) { return at.day * kHalfHoursADay + at.number; }

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void WriteTerms(const Service& service, Json& json) {
  json.Key("terms");
  json.StartArray();
  for (const std::string& term : service.terms) json.Int(std::stoi(term));
  json.EndArray();
}

void WriteTimesAndAges(const Service& service, Json& json) {
  json.Key("open");
  json.StartArray();
  for (const HalfHour& at : service.open) json.Int(NumberInWeek(at));
  json.EndArray();
  json.Key("youngest");
  json.Int(service.youngest);
  json.Key("oldest");
  json.Int(service.oldest);
}

// For the counting of facets, once for each service.
void WriteService(const Service& service, Json& json) {
  json.StartObject();
  json.Key("_key");
  json.Uint(service.number);
  WriteTerms(service, json);
  json.EndObject();
}

void WriteDocument(const Service& service, const Place* place, Json& json) {
  json.StartObject();
  json.Key("service");
  json.Uint(service.number);
  if (place != nullptr) {
    json.Key("point");
    json.String(PointOf(place->lat, place->lon).c_str());
  }
  json.Key("text");
  json.String((service.name + " " + service.description).c_str());
  WriteTerms(service, json);
  WriteTimesAndAges(service, json);
  json.EndObject();
}

void WriteDocuments(const Service& service, Json& json) {
  for (const Place& place : service.places) WriteDocument(service, &place, json);
  if (service.places.empty()) WriteDocument(service, nullptr, json);
}

// Loads into a table the records that `write` writes of each service.
template <typename Write>
void Load(const char* table, const char* corpus, Write write, const GroongaDatabase& database) {
  database.Send(std::string("load --table ") + table);
  database.Send("[");
  ReadServices(corpus, [&](const Service& service) {
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartArray();
    write(service, json);
    json.EndArray();
    // Groonga reads one array with the records of all services.
    std::string records(buffer.GetString() + 1, buffer.GetSize() - 1);
    records.back() = ',';
    database.Send(records);
  });
  database.Send("]");
}

std::string Joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += between;
    joined += part;
  }
  return joined;
}

std::string CentreOf(const Question& question) {
  return "\"" + PointOf(question.lat, question.lon) + "\"";
}

std::string Near(const Question& question) {
  return "geo_in_circle(point, " + CentreOf(question) + ", " +
         std::to_string(question.metres * kGroongaMetre) + ", \"sphere\")";
}

std::string HasWords(const Question& question) {
  std::vector<std::string> words;
  for (const std::string& word : question.words) words.push_back("text @ \"" + word + "\"");
  return "(" + Joined(words, question.any_word ? " || " : " && ") + ")";
}

std::string HasTerm(const Question& question) {
  std::vector<std::string> terms;
  for (const std::string& term : question.terms) terms.push_back("terms @ " + term);
  return "(" + Joined(terms, " || ") + ")";
}

std::string IsOpen(const Question& question) {
  std::vector<std::string> half_hours;
  for (int at = question.begin; at < question.end; at += kHalfHourMinutes) {
    const HalfHour half_hour = {.day = question.day, .number = at / kHalfHourMinutes};
    half_hours.push_back("open @ " + std::to_string(NumberInWeek(half_hour)));
  }
  return Joined(half_hours, " && ");
}

std::string FitsAge(int age) {
  return "youngest <= " + std::to_string(age) + " && oldest >= " + std::to_string(age);
}

// Groonga takes the conditions in this order: those without an index last.
std::string Filter(const Question& question) {
  std::vector<std::string> conditions;
  if (question.metres > 0) conditions.push_back(Near(question));
  if (!question.words.empty()) conditions.push_back(HasWords(question));
  if (!question.terms.empty()) conditions.push_back(HasTerm(question));
  if (question.day >= 0) conditions.push_back(IsOpen(question));
  if (question.age >= 0) conditions.push_back(FitsAge(question.age));
  return conditions.empty() ? "" : " --filter '" + Joined(conditions, " && ") + "'";
}

// No answer is kept for the next time, and a word that is nowhere is not sought within others.
std::string Select(const Question& question) {
  return "select Documents --cache no --match_escalation_threshold -1 --limit 0"
         " --output_columns _id" +
         Filter(question);
}

// By service, each where the nearest of its places stands.
std::string Nearest(const Question& question) {
  return " --columns[metres].stage filtered --columns[metres].type Float"
         " --columns[metres].value 'geo_distance(point, " +
         CentreOf(question) +
         ", \"sphere\")' --drilldowns[services].calc_types MIN"
         " --drilldowns[services].calc_target metres --drilldowns[services].sort_keys _min,_key";
}

// By service, each where the best of its places stands. Asked as a query, words are scored.
std::string MostRelevant(const Question& question) {
  return " --match_columns 'scorer_tf_idf(text)' --query '" +
         Joined(question.words, question.any_word ? " OR " : " ") +
         "' --drilldowns[services].calc_types MAX --drilldowns[services].calc_target _score"
         " --drilldowns[services].sort_keys -_max,_key";
}

std::string GroupedByService(std::size_t shown) {
  return " --drilldowns[services].keys service --drilldowns[services].output_columns _key"
         " --drilldowns[services].limit " +
         std::to_string(shown);
}

// The services of that group by their terms.
std::string Counted() {
  return " --drilldowns[terms].table services --drilldowns[terms].keys terms"
         " --drilldowns[terms].output_columns _key,_nsubrecs"
         " --drilldowns[terms].sort_keys -_nsubrecs,_key --drilldowns[terms].limit " +
         std::to_string(kItems);
}

// A group of a reply: [[count], [columns], first row, second row, ...].
std::uint32_t CountOf(const rapidjson::Value& group) { return group[0][0].GetUint(); }

std::vector<std::uint32_t> IdsOf(const rapidjson::Value& group) {
  std::vector<std::uint32_t> ids;
  for (unsigned i = 2; i < group.Size(); ++i) ids.push_back(group[i][0].GetUint());
  return ids;
}

Facets FacetsOf(const rapidjson::Value& group) {
  Facets facets;
  for (unsigned i = 2; i < group.Size(); ++i) {
    facets.emplace_back(group[i][0].GetUint(), group[i][1].GetUint());
  }
  return facets;
}

class GroongaPeer {
 public:
  explicit GroongaPeer(const std::string& index)
      : database_(GroongaDatabase::Open(index + "/db")) {}

  static std::string Version() { return grn_get_version(); }

  static void Build(const char* corpus, const std::string& index) {
    std::filesystem::remove_all(index);
    std::filesystem::create_directories(index);
    const GroongaDatabase database = GroongaDatabase::Create(index + "/db");
    for (const std::string_view table : kTables) database.Send(table);
    Load("Services", corpus, WriteService, database);
    Load("Documents", corpus, WriteDocuments, database);
    for (const std::string_view column : kIndexes) database.Send(column);
  }

  Answer Ask(const Question& question) const {
    // Without terms the facets are those of the answers, and counted with them.
    const bool counted_here = question.facets && question.terms.empty();
    const rapidjson::Document reply =
        Reply(InOrder(question) + GroupedByService(kItems) + (counted_here ? Counted() : ""));
    const rapidjson::Value& groups = reply[1];
    Answer answer = {
        .total = CountOf(groups["services"]), .ids = IdsOf(groups["services"]), .facets = {}};
    if (counted_here) answer.facets = FacetsOf(groups["terms"]);
    if (question.facets && !counted_here) answer.facets = FacetsWithTermsSetAside(question);
    return answer;
  }

 private:
  static std::string InOrder(const Question& question) {
    if (question.by_distance) return Select(question) + Nearest(question);
    Question filter = question;
    filter.words.clear();
    return Select(filter) + MostRelevant(question);
  }

  Facets FacetsWithTermsSetAside(const Question& question) const {
    Question filter = question;
    filter.terms.clear();
    const rapidjson::Document reply = Reply(Select(filter) + GroupedByService(0) + Counted());
    return FacetsOf(reply[1]["terms"]);
  }

  rapidjson::Document Reply(const std::string& command) const {
    const std::string text = database_.Send(command);
    rapidjson::Document reply;
    reply.Parse(text.data(), text.size());
    if (reply.HasParseError()) throw std::runtime_error("no JSON: " + text.substr(0, 400));
    return reply;
  }

  GroongaDatabase database_;
};

}  // namespace
}  // namespace waypost::bench

int main(int argc, char** argv) {
  try {
    const waypost::bench::GroongaLibrary library;
    return waypost::bench::RunPeer<waypost::bench::GroongaPeer>(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "groonga_peer: " << error.what() << '\n';
    return 1;
  }
}
