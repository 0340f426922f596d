// What the peers written in C++ have in common, as bench/peers/passes.py has it for those in
// Python: the questions, the passes over them, and what is printed. passes.py says what the
// commands are.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/peers/corpus_table.h"

namespace waypost::bench {

// The answer has the first so many services, and so many facets.
constexpr std::size_t kItems = 20;
constexpr std::size_t kPasses = 5;

struct Question {
  double lat = 0;
  double lon = 0;
  double metres = 0;  // 0: no place is asked
  std::vector<std::string> terms;
  std::vector<std::string> words;
  bool any_word = false;
  int day = -1;  // -1: no time is asked
  int begin = 0;
  int end = 0;
  int age = -1;  // -1: none is asked
  bool by_distance = false;
  bool facets = false;
};

inline std::vector<Question> ReadQuestions(const char* path) {
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

// Terms, numbers below 700, with the services that carry them.
using Facets = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

struct Answer {
  std::uint32_t total = 0;
  std::vector<std::uint32_t> ids;
  Facets facets;
};

inline void Print(const Answer& answer, double microseconds) {
  std::cout << R"({"total":)" << answer.total << R"(,"ids":[)";
  const char* comma = "";
  for (const std::uint32_t id : answer.ids) std::cout << std::exchange(comma, ",") << id;
  std::cout << R"(],"facets":[)";
  comma = "";
  for (const auto& [term, count] : answer.facets) {
    std::cout << std::exchange(comma, ",") << '[' << term << ',' << count << ']';
  }
  std::cout << R"(],"us":)" << microseconds << "}\n";
}

template <typename Client>
double Timed(const Client& client, const Question& question) {
  const auto begun = std::chrono::steady_clock::now();
  client.Ask(question);
  const auto ended = std::chrono::steady_clock::now();
  return std::chrono::duration<double, std::micro>(ended - begun).count();
}

// The first pass warms and is not timed.
template <typename Client>
void AnswerAll(const Client& client, const std::vector<Question>& questions) {
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

// Runs the command of the arguments and gives the exit code. `Peer` has
//
//   static std::string Version();
//   static void Build(const char* corpus, const std::string& index);
//   explicit Peer(const std::string& index);
//   Answer Ask(const Question& question) const;
template <typename Peer>
int RunPeer(int argc, char** argv) {
  const std::string_view command = argc > 1 ? argv[1] : "";
  if (command == "version" && argc == 2) {
    std::cout << Peer::Version() << '\n';
  } else if (command == "build" && argc == 4) {
    Peer::Build(argv[2], argv[3]);
  } else if (command == "answer" && argc == 4) {
    AnswerAll(Peer(argv[3]), ReadQuestions(argv[2]));
  } else {
    std::cerr << "usage: " << argv[0] << " version | build CORPUS INDEX | answer QUESTIONS INDEX\n";
    return 2;
  }
  return 0;
}

}  // namespace waypost::bench
