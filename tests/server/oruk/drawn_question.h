#pragma once

// Random questions over an index, in the words of /api/search and of both dialects.
//
//   QuestionDraw draw(index, random);
//   const DrawnQuestion asked = draw.Question();
//   asking.Json("/oruk/v1/services?" + asked.v1)

#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>

#include "engine/index/index.h"

namespace waypost::server {

// Each is a query string that begins with "&"; nothing where the language cannot ask it.
struct DrawnQuestion {
  std::string api;
  std::optional<std::string> v1 = "";
  std::optional<std::string> v3 = "";
  // What visits people is within reach of a place for the dialects, wherever it says it goes: this
  // asks /api/search for that part of the answer. "" where no place is asked.
  std::string api_visits;
  // A place is asked, which a list of services at locations reads otherwise.
  bool has_place = false;
};

class QuestionDraw {
 public:
  QuestionDraw(const Index& index, std::mt19937_64& random) : index_(index), random_(random) {}

  // One to four conditions of different kinds.
  DrawnQuestion Question();

 private:
  struct Condition {
    std::string api;
    std::optional<std::string> v1;
    std::optional<std::string> v3;
  };

  int Within(int low, int high);
  bool OneIn(int n) { return Within(1, n) == 1; }
  Condition Words();
  Condition Ages();
  Condition OpenAges();
  Condition Times();
  Condition ClientTimes();
  Condition Days();
  Condition Needs();
  Condition Types();
  Condition Term();
  Condition WholeTaxonomy();
  Condition Organization();
  Condition Modified();
  Condition Status();
  std::string Postcode();
  void AddPlace(DrawnQuestion& question);
  // The id of a term of one of the vocabularies; "" when there is none.
  std::string TermOf(std::span<const std::string_view> vocabularies);

  const Index& index_;
  std::mt19937_64& random_;
};

}  // namespace waypost::server
