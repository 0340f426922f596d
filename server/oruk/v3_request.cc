#include "server/oruk/v3_request.h"

#include "server/request/parameters.h"

namespace waypost::oruk {
namespace {

absl::Status ReadBoth(QuestionReader& reader) {
  RETURN_IF_ERROR(reader.ReadShared());
  RETURN_IF_ERROR(reader.ReadWords({"search", "text"}));
  RETURN_IF_ERROR(reader.ReadTerms("taxonomy_term_id"));
  RETURN_IF_ERROR(reader.ReadTaxonomies());
  RETURN_IF_ERROR(reader.ReadOrganizations());
  return reader.ReadModifiedAfter();
}

// What `postcode` and `proximity` ask differs from list to list.
absl::StatusOr<V3Request> ReadRequest(const Index& index, const Catalogue& catalogue,
                                      const Asked& asked,
                                      absl::Status (QuestionReader::*read_place)()) {
  V3Request request;
  ASSIGN_OR_RETURN(request.form, ReadV3Form(asked));
  QuestionReader reader(index, catalogue, asked);
  RETURN_IF_ERROR(ReadBoth(reader));
  RETURN_IF_ERROR((reader.*read_place)());
  request.question = std::move(reader).Take();
  return request;
}

}  // namespace

absl::StatusOr<V3Form> ReadV3Form(const Asked& asked) {
  V3Form form;
  ASSIGN_OR_RETURN(const bool minimal, asked.Flag("minimal"));
  ASSIGN_OR_RETURN(const bool full, asked.Flag("full"));
  ASSIGN_OR_RETURN(form.extras, asked.Flag("extras"));
  form.rows = minimal ? RowForm::kMinimal : full ? RowForm::kFull : RowForm::kRow;
  const std::string format = asked.First("format");
  if (!format.empty() && format != "json" && format != "ndjson") {
    return server::BadValue("format", "format takes json and ndjson");
  }
  form.is_ndjson = format == "ndjson";
  return form;
}

absl::StatusOr<V3Request> ReadV3Services(const Index& index, const Catalogue& catalogue,
                                         const Asked& asked) {
  return ReadRequest(index, catalogue, asked, &QuestionReader::ReadPlace);
}

absl::StatusOr<V3Request> ReadV3Places(const Index& index, const Catalogue& catalogue,
                                       const Asked& asked) {
  return ReadRequest(index, catalogue, asked, &QuestionReader::ReadPlaceWithArea);
}

}  // namespace waypost::oruk
