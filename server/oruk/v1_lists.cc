#include "server/oruk/v1_lists.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "server/oruk/location_json.h"
#include "server/oruk/term_json.h"
#include "server/oruk/term_test.h"
#include "server/oruk/v1_request.h"
#include "server/oruk/v1_review.h"
#include "server/oruk/v1_richness.h"

namespace waypost::oruk {
namespace {

// A list that is cut from values held in memory.
template <typename T, typename Write>
absl::StatusOr<V1List> CutList(const Asked& asked, std::vector<T> values, Write write) {
  V1List list;
  ASSIGN_OR_RETURN(list.paging, ReadPaging(asked));
  list.rows = CutRows(list.paging, std::move(values), std::move(write));
  return list;
}

absl::StatusOr<ServiceRecord> RecordOf(const V1Reading& reading, std::string_view id) {
  const std::optional<Uuid> uuid = ParseUuid(id);
  const auto service = uuid ? reading.index().FindService(*uuid) : std::nullopt;
  if (!service) return NothingHasThisId();
  return ServiceRecord::Read(reading.index(), *service);
}

absl::Status WriteOwner(const V1Writing& writing, const Owner& owner, JsonText& json) {
  ASSIGN_OR_RETURN(const ServiceRecord record,
                   ServiceRecord::Read(writing.index, writing.catalogue.ServicesOf(owner).front()));
  WriteOrganization(writing.catalogue, record, Dialect::kV1, json);
  return absl::OkStatus();
}

// The location of a document, as the record of its service has it; nullptr for a damaged index.
const Json* LocationOf(const Index& index, const ServiceRecord& record, DocId doc) {
  const Json* at = PlaceIn(record, FormatUuid(index.documents().place_ids[doc].at_location));
  return at == nullptr ? nullptr : ObjectIn(*at, "location");
}

absl::Status WriteLocationAt(const Index& index, DocId doc, JsonText& json) {
  ASSIGN_OR_RETURN(const ServiceRecord record,
                   ServiceRecord::Read(index, index.documents().service[doc]));
  const Json* location = LocationOf(index, record, doc);
  if (location == nullptr)
    return DataLoss("a record lacks one of its places; build the index again");
  WriteLocationRow({.service = record, .location = *location, .dialect = Dialect::kV1}, json);
  return absl::OkStatus();
}

absl::Status WriteReviewOf(const V1Writing& writing, ReviewOrdinal review, JsonText& json) {
  const ReviewColumns& reviews = writing.index.reviews();
  ASSIGN_OR_RETURN(const ServiceRecord record,
                   ServiceRecord::Read(writing.index, reviews.service[review]));
  if (WriteV1Review(writing, record, FormatUuid(reviews.public_id[review]), json)) {
    return absl::OkStatus();
  }
  return DataLoss("a record lacks one of its reviews; build the index again");
}

// Those of services that carry the term that is asked for; all where none is.
absl::StatusOr<std::vector<Owner>> OwnersAsked(const V1Reading& reading, const Asked& asked) {
  std::vector<Owner> owners;
  const bool is_any = asked.First("taxonomy").empty() && asked.First("scheme").empty();
  std::vector<Uuid> wanted;
  if (!is_any) {
    QuestionReader reader(reading.index(), reading.catalogue, asked);
    reader.ReadTermOfScheme();
    DialectQuestion question = std::move(reader).Take();
    question.query.per_page = std::max(1, static_cast<int>(reading.index().documents().size()));
    ASSIGN_OR_RETURN(const FoundServices found,
                     FindServices(reading.serving, reading.catalogue, question));
    for (ServiceOrdinal service : found.services) {
      wanted.push_back(reading.catalogue.OwnerId(reading.catalogue.OwnerOf(service)));
    }
    std::ranges::sort(wanted);
  }
  for (const auto& [id, owner] : reading.catalogue.owners()) {
    if (is_any || std::ranges::binary_search(wanted, id)) owners.push_back(owner);
  }
  return owners;
}

}  // namespace

absl::StatusOr<V1List> V1Services(const V1Reading& reading, const Asked& asked) {
  ASSIGN_OR_RETURN(V1ServicesRequest request,
                   ReadV1Services(reading.index(), reading.catalogue, asked));
  ASSIGN_OR_RETURN(FoundServices found,
                   FindServices(reading.serving, reading.catalogue, request.question));
  V1List list{.rows = {.total = found.total, .count = found.services.size(), .write = {}},
              .paging = request.question.paging,
              .keeping = found.keeping};
  list.rows.write = [services = std::move(found.services), writing = reading.Writing(),
                     include = std::move(request.include)](std::size_t i,
                                                           JsonText& json) -> absl::Status {
    ASSIGN_OR_RETURN(const ServiceRecord record, ServiceRecord::Read(writing.index, services[i]));
    WriteV1Service(
        writing, record, [&](std::string_view member) { return include.contains(member); }, json);
    return absl::OkStatus();
  };
  return list;
}

absl::StatusOr<V1Richness> V1RichnessOfPage(const V1Reading& reading, const Asked& asked) {
  ASSIGN_OR_RETURN(V1ServicesRequest request,
                   ReadV1Services(reading.index(), reading.catalogue, asked));
  ASSIGN_OR_RETURN(const FoundServices found,
                   FindServices(reading.serving, reading.catalogue, request.question));
  const LocalMinute now = reading.serving.Now();
  double sum = 0;
  for (ServiceOrdinal service : found.services) {
    ASSIGN_OR_RETURN(const ServiceRecord record, ServiceRecord::Read(reading.index(), service));
    sum += RichnessOf(record, now.date);
  }
  const std::size_t size = found.services.size();
  JsonText json;
  json.StartObject().Whole("sample_size", static_cast<std::int64_t>(size));
  if (size > 0) {
    json.Number("average", std::round(100 * sum / static_cast<double>(size)) / 100);
  }
  json.EndObject();
  // It depends on the day even where the services do not.
  V1Richness richness{.body = std::move(json).Take(), .keeping = found.keeping};
  if (!richness.keeping.at) richness.keeping.at = now;
  return richness;
}

absl::StatusOr<V1List> V1Taxonomies(const V1Reading& reading, const Asked& asked) {
  ASSIGN_OR_RETURN(const TermTest test,
                   TermTest::ReadV1(reading.index(), reading.catalogue, asked));
  return CutList(asked, test.Passing(),
                 [&taxonomy = reading.index().taxonomy()](TaxonomyTermId term, JsonText& json) {
                   WriteV1Term(taxonomy, term, true, json);
                   return absl::OkStatus();
                 });
}

absl::StatusOr<V1List> V1Organizations(const V1Reading& reading, const Asked& asked) {
  ASSIGN_OR_RETURN(const std::vector<Owner> owners, OwnersAsked(reading, asked));
  return CutList(asked, owners, [writing = reading.Writing()](const Owner& owner, JsonText& json) {
    return WriteOwner(writing, owner, json);
  });
}

absl::StatusOr<V1List> V1Locations(const V1Reading& reading, const Asked& asked) {
  return CutList(asked, reading.catalogue.locations(),
                 [&index = reading.index()](DocId doc, JsonText& json) {
                   return WriteLocationAt(index, doc, json);
                 });
}

absl::StatusOr<V1List> V1Reviews(const V1Reading& reading, const Asked& asked) {
  std::vector<ReviewOrdinal> reviews;
  for (std::size_t i = 0; i < reading.index().reviews().public_id.size(); ++i) {
    reviews.push_back(ReviewOrdinal::At(i));
  }
  return CutList(asked, std::move(reviews),
                 [writing = reading.Writing()](ReviewOrdinal review, JsonText& json) {
                   return WriteReviewOf(writing, review, json);
                 });
}

std::string WriteV1Vocabularies(const V1Reading& reading) {
  std::string array = "[";
  for (VocabularyId vocabulary : reading.catalogue.vocabularies()) {
    if (array.size() > 1) array += ',';
    server::AppendJsonString(array, reading.index().taxonomy().vocabulary_name(vocabulary));
  }
  return array + "]";
}

absl::Status WriteOneV1Service(const V1Reading& reading, std::string_view id, JsonText& json) {
  ASSIGN_OR_RETURN(const ServiceRecord record, RecordOf(reading, id));
  WriteV1Service(
      reading.Writing(), record, [](std::string_view) { return true; }, json);
  return absl::OkStatus();
}

absl::Status WriteOneV1Richness(const V1Reading& reading, std::string_view id, JsonText& json) {
  ASSIGN_OR_RETURN(const ServiceRecord record, RecordOf(reading, id));
  WriteRichness(record, reading.serving.Now().date, json);
  return absl::OkStatus();
}

absl::Status WriteOneV1Taxonomy(const V1Reading& reading, std::string_view id, JsonText& json) {
  const std::optional<TaxonomyTermId> term = reading.catalogue.FindTerm(id);
  if (!term) return NothingHasThisId();
  WriteV1Term(reading.index().taxonomy(), *term, true, json);
  return absl::OkStatus();
}

absl::Status WriteOneV1Organization(const V1Reading& reading, std::string_view id, JsonText& json) {
  const std::optional<Uuid> uuid = ParseUuid(id);
  const auto owner = uuid ? reading.catalogue.FindOwner(*uuid) : std::nullopt;
  if (!owner) return NothingHasThisId();
  RETURN_IF_ERROR(WriteOwner(reading.Writing(), *owner, json));
  OptionalArray array("services", json);
  for (ServiceOrdinal service : reading.catalogue.ServicesOf(*owner)) {
    if (!IsOffered(reading.index(), service)) continue;
    ASSIGN_OR_RETURN(const ServiceRecord record, ServiceRecord::Read(reading.index(), service));
    array.Next().StartObject();
    WriteV1ServiceScalars(record, json);
    json.EndObject();
  }
  return absl::OkStatus();
}

absl::Status WriteOneV1Location(const V1Reading& reading, std::string_view id, JsonText& json) {
  const Index& index = reading.index();
  const std::optional<Uuid> uuid = ParseUuid(id);
  const auto documents = uuid ? index.FindLocation(*uuid) : std::span<const DocId>();
  if (documents.empty()) return NothingHasThisId();
  ASSIGN_OR_RETURN(const ServiceRecord first,
                   ServiceRecord::Read(index, index.documents().service[documents.front()]));
  const Json* location = LocationOf(index, first, documents.front());
  if (location == nullptr)
    return DataLoss("a record lacks one of its places; build the index again");
  std::vector<ServiceRecord> services;
  std::vector<ServiceOrdinal> ordinals;
  for (DocId doc : documents) ordinals.push_back(index.documents().service[doc]);
  std::ranges::sort(ordinals);
  ordinals.erase(std::unique(ordinals.begin(), ordinals.end()), ordinals.end());
  for (ServiceOrdinal service : ordinals) {
    if (!IsOffered(index, service)) continue;
    ASSIGN_OR_RETURN(ServiceRecord record, ServiceRecord::Read(index, service));
    services.push_back(std::move(record));
  }
  WriteV1Location(reading.Writing(),
                  {.service = first, .location = *location, .dialect = Dialect::kV1}, services,
                  json);
  return absl::OkStatus();
}

absl::Status WriteOneV1Review(const V1Reading& reading, std::string_view id, JsonText& json) {
  const std::optional<Uuid> uuid = ParseUuid(id);
  const auto review = uuid ? reading.index().FindReview(*uuid) : std::nullopt;
  if (!review) return NothingHasThisId();
  return WriteReviewOf(reading.Writing(), *review, json);
}

}  // namespace waypost::oruk
