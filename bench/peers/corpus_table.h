// The table that bench/corpus/services.py writes, for the peers written in C++.
#pragma once

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace waypost::bench {

inline std::vector<std::string> Split(const std::string& text, char mark) {
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
inline std::vector<std::string> Columns(const std::string& text, std::size_t count) {
  std::vector<std::string> columns = Split(text, '\t');
  columns.resize(count);
  return columns;
}

struct Place {
  double lat = 0;
  double lon = 0;
};

// A day has 48 half hours; sessions begin and end at their edges.
struct HalfHour {
  int day = 0;  // 0 is Monday
  int number = 0;
};

constexpr int kHalfHourMinutes = 30;

// An age that is not stated fits: these bounds let through every age that is asked.
constexpr int kYoungestNotStated = -1;
constexpr int kOldestNotStated = 999;

struct Service {
  unsigned number = 0;
  std::string name;
  std::string description;
  std::vector<Place> places;
  std::vector<std::string> terms;
  int youngest = kYoungestNotStated;
  int oldest = kOldestNotStated;
  std::vector<HalfHour> open;  // one may stand twice
};

inline std::vector<Place> PlacesOf(const std::string& text) {
  std::vector<Place> places;
  for (const std::string& place : Split(text, ';')) {
    places.push_back(
        {.lat = std::stod(place), .lon = std::stod(place.substr(place.find(',') + 1))});
  }
  return places;
}

inline std::vector<HalfHour> HalfHoursOf(const std::string& sessions) {
  std::vector<HalfHour> open;
  for (const std::string& session : Split(sessions, ';')) {
    const std::vector<std::string> parts = Split(session, ':');
    for (int day = 0; day < 7; ++day) {
      if ((std::stoi(parts[0]) >> day & 1) == 0) continue;
      for (int at = std::stoi(parts[1]); at < std::stoi(parts[2]); at += kHalfHourMinutes) {
        open.push_back({.day = day, .number = at / kHalfHourMinutes});
      }
    }
  }
  return open;
}

inline Service ServiceOf(const std::string& line) {
  const std::vector<std::string> columns = Columns(line, 8);
  return {.number = static_cast<unsigned>(std::stoul(columns[0])),
          .name = columns[1],
          .description = columns[2],
          .places = PlacesOf(columns[3]),
          .terms = Split(columns[4], ','),
          .youngest = columns[5].empty() ? kYoungestNotStated : std::stoi(columns[5]),
          .oldest = columns[6].empty() ? kOldestNotStated : std::stoi(columns[6]),
          .open = HalfHoursOf(columns[7])};
}

// Calls `take` with each service, in the order of the table.
template <typename Take>
void ReadServices(const char* corpus, Take take) {
  std::ifstream file(corpus);
  for (std::string line; std::getline(file, line);) take(ServiceOf(line));
}

}  // namespace waypost::bench
