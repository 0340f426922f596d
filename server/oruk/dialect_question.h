#pragma once

// What both dialects ask about services, as one question of the engine. ORUK.md has the table of
// parameters; v1_request.h and v3_request.h add what each has alone.

#include <string>
#include <vector>

#include "engine/query/query.h"
#include "server/oruk/asked.h"
#include "server/oruk/catalogue.h"

namespace waypost::oruk {

struct DialectQuestion {
  query::Query query;
  Paging paging;
  // It asks for something by an id that the index does not know: nothing answers it.
  bool matches_nothing = false;
};

// What the readers of both dialects share: they fill one question from one request.
class QuestionReader {
 public:
  QuestionReader(const Index& index, const Catalogue& catalogue, const Asked& asked)
      : index_(index), catalogue_(catalogue), asked_(asked) {}

  // Page, status, needs, circumstances, service types, ages, times.
  absl::Status ReadShared();
  // The words under one of the names.
  absl::Status ReadWords(std::initializer_list<std::string_view> names);
  // `taxonomy_type`, and terms under `name` with the `vocabulary` at the same place: all must be
  // carried, by the service itself: terms of what belongs to it are not indexed.
  absl::Status ReadTerms(std::string_view name);
  // `postcode` and `proximity` as 1.0 has them, and `coverage`.
  absl::Status ReadPlace();
  // The same parameters as v3 has them of services at locations: the area counts too, that of
  // `coverage` where it is given.
  absl::Status ReadPlaceWithArea();
  absl::Status ReadOrganizations();
  // `taxonomy_id` as v3 has it: any term of the whole list.
  absl::Status ReadTaxonomies();
  // `taxonomy` and `scheme` as the organisations of 1.0 have them: a term of a vocabulary, or any
  // term of it.
  void ReadTermOfScheme();
  absl::Status ReadModifiedAfter();

  // The question, with the order that suits it. Nothing may be read after that.
  DialectQuestion Take() &&;

 private:
  absl::Status ReadStatus();
  absl::Status ReadAges();
  absl::Status ReadNeeds(std::string_view name, std::span<const std::string_view> vocabularies,
                         std::vector<std::string>& texts);
  // One more list of terms of which one must be carried.
  void Require(std::vector<std::string> terms);
  void RequireOneOf(const std::string& taxonomy);
  absl::StatusOr<std::optional<query::Near>> PlaceOf(std::string_view name) const;

  const Index& index_;
  const Catalogue& catalogue_;
  const Asked& asked_;
  DialectQuestion question_;
};

// `status` with its parameter called `name`, which is what it is called here: a postcode is read as
// `near`, the text as `q`.
absl::Status CallParameter(const absl::Status& status, std::string_view name);

}  // namespace waypost::oruk
