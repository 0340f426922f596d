#include "server/oruk/v1_request.h"

namespace waypost::oruk {

absl::StatusOr<V1ServicesRequest> ReadV1Services(const Index& index, const Catalogue& catalogue,
                                                 const Asked& asked) {
  QuestionReader reader(index, catalogue, asked);
  RETURN_IF_ERROR(reader.ReadShared());
  RETURN_IF_ERROR(reader.ReadWords({"text"}));
  RETURN_IF_ERROR(reader.ReadTerms("taxonomy_id"));
  RETURN_IF_ERROR(reader.ReadPlace());
  ASSIGN_OR_RETURN(const std::vector<std::string> include, asked.List("include"));
  return V1ServicesRequest{.question = std::move(reader).Take(),
                           .include = {include.begin(), include.end()}};
}

}  // namespace waypost::oruk
