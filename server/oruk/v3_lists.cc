#include "server/oruk/v3_lists.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "server/oruk/location_json.h"
#include "server/oruk/published_rest.h"
#include "server/oruk/term_json.h"
#include "server/oruk/term_test.h"

namespace waypost::oruk {
namespace {

// The page of a question, or all of it where rows are minimal or lines.
void WidenPage(const Index& index, V3Request& request) {
  DialectQuestion& question = request.question;
  const bool is_whole = request.form.is_ndjson ||
                        (request.form.rows == RowForm::kMinimal && !question.paging.is_size_asked);
  if (!is_whole) return;
  // Somebody who asks for a second page of all gets an empty one.
  if (request.form.is_ndjson) question.paging.page = 1;
  question.paging.per_page = std::max(1, static_cast<int>(index.documents().size()));
  question.query.page = question.paging.page;
  question.query.per_page = question.paging.per_page;
}

// A page of everything is as long as what there is.
Paging PagingOf(const V3Request& request, std::uint64_t total) {
  Paging paging = request.question.paging;
  if (paging.per_page > kGreatestPage) {
    paging.per_page = static_cast<int>(std::max<std::uint64_t>(total, 1));
  }
  return paging;
}

void WriteMinimal(const Index& index, ServiceOrdinal service, JsonText& json) {
  json.Text("id", FormatUuid(index.services().public_id[service]));
  const std::int64_t modified =
      index.documents().modified[index.services().documents[service].front()];
  if (modified == kNoMoment) return;
  const std::string moment = FormatMoment(Moment(std::chrono::seconds(modified)));
  json.Text("modified_date", moment).Text("last_modified", moment);
}

absl::Status WriteServiceAs(const V3Writing& writing, RowForm form, ServiceOrdinal service,
                            JsonText& json) {
  if (form == RowForm::kMinimal) {
    WriteMinimal(writing.index, service, json);
    return absl::OkStatus();
  }
  ASSIGN_OR_RETURN(const ServiceRecord record, ServiceRecord::Read(writing.index, service));
  if (form == RowForm::kFull) {
    WriteV3Service(writing, record, true, json);
  } else {
    WriteV3ServiceRow(writing, record, json);
  }
  return absl::OkStatus();
}

absl::Status WritePlaceAs(const V3Writing& writing, RowForm form, DocId doc, JsonText& json) {
  const Index& index = writing.index;
  ASSIGN_OR_RETURN(const ServiceRecord record,
                   ServiceRecord::Read(index, index.documents().service[doc]));
  const Json* at = PlaceIn(record, FormatUuid(index.documents().place_ids[doc].at_location));
  if (at == nullptr) return DataLoss("a record lacks one of its places; build the index again");
  if (form == RowForm::kFull) {
    WriteV3Place(writing, record, *at, json);
  } else {
    WriteV3PlaceRow(writing, record, *at, json);
  }
  return absl::OkStatus();
}

absl::Status WriteOwnedServices(const V3Writing& writing, const Owner& owner, bool full_service,
                                JsonText& json) {
  OptionalArray array("services", json);
  for (ServiceOrdinal service : writing.catalogue.ServicesOf(owner)) {
    if (!IsOffered(writing.index, service)) continue;
    ASSIGN_OR_RETURN(const ServiceRecord record, ServiceRecord::Read(writing.index, service));
    array.Next().StartObject();
    if (full_service) {
      WriteV3Service(writing, record, true, json);
    } else {
      WriteV3ServiceScalars(writing, record, json);
    }
    json.EndObject();
  }
  return absl::OkStatus();
}

struct OrganizationForm {
  bool is_whole = false;
  bool full_service = false;
};

absl::Status WriteOrganizationAs(const V3Writing& writing, const OrganizationForm& form,
                                 const Owner& owner, JsonText& json) {
  ASSIGN_OR_RETURN(const ServiceRecord record,
                   ServiceRecord::Read(writing.index, writing.catalogue.ServicesOf(owner).front()));
  const std::size_t begin = MembersBegin(json);
  WriteOrganization(writing.catalogue, record, Dialect::kV3, json);
  if (!form.is_whole) return absl::OkStatus();
  if (const Json* organization = ObjectIn(record.json(), "organization")) {
    const std::string id = FormatUuid(writing.catalogue.OwnerId(owner));
    WriteV3Attributes(
        writing.index, writing.catalogue,
        {.id = id, .link_type = "organization", .record = *organization, .service = record},
        writing.extras, json);
    WriteOrganizationRest(record, id, writing.extras, json);
    if (writing.extras) WriteOrganizationExtras(record, begin, json);
  }
  return WriteOwnedServices(writing, owner, form.full_service, json);
}

// A list that is cut from values held in memory.
template <typename T, typename Write>
absl::StatusOr<V3List> ListOf(const Asked& asked, std::vector<T> values, Write write) {
  V3List list;
  ASSIGN_OR_RETURN(list.paging, ReadPaging(asked));
  ASSIGN_OR_RETURN(list.form, ReadV3Form(asked));
  if (list.form.is_ndjson) {
    list.paging = {.page = 1, .per_page = static_cast<int>(values.size()) + 1};
  }
  list.rows = CutRows(list.paging, std::move(values), std::move(write));
  return list;
}

// A list of which only the asked page was looked for.
template <typename T, typename Write>
V3List FoundList(const V3Request& request, std::uint64_t total, std::vector<T> page,
                 server::Keeping keeping, Write write) {
  V3List list{.rows = {.total = total, .count = page.size(), .write = {}},
              .paging = PagingOf(request, total),
              .form = request.form,
              .keeping = keeping};
  list.rows.write = [page = std::move(page), write = std::move(write)](
                        std::size_t i, JsonText& json) { return write(page[i], json); };
  return list;
}

}  // namespace

absl::StatusOr<V3List> V3Services(const V3Reading& reading, const Asked& asked) {
  ASSIGN_OR_RETURN(V3Request request, ReadV3Services(reading.index(), reading.catalogue, asked));
  WidenPage(reading.index(), request);
  ASSIGN_OR_RETURN(FoundServices found,
                   FindServices(reading.serving, reading.catalogue, request.question));
  return FoundList(request, found.total, std::move(found.services), found.keeping,
                   [writing = reading.Writing(request.form.extras), form = request.form.rows](
                       ServiceOrdinal service, JsonText& json) {
                     return WriteServiceAs(writing, form, service, json);
                   });
}

absl::StatusOr<V3List> V3Places(const V3Reading& reading, const Asked& asked) {
  ASSIGN_OR_RETURN(V3Request request, ReadV3Places(reading.index(), reading.catalogue, asked));
  if (request.form.is_ndjson) WidenPage(reading.index(), request);
  ASSIGN_OR_RETURN(FoundPlaces found,
                   FindPlaces(reading.serving, reading.catalogue, request.question));
  return FoundList(
      request, found.total, std::move(found.places), found.keeping,
      [writing = reading.Writing(request.form.extras), form = request.form.rows](
          DocId doc, JsonText& json) { return WritePlaceAs(writing, form, doc, json); });
}

absl::StatusOr<V3List> V3Organizations(const V3Reading& reading, const Asked& asked) {
  const NameTest test(asked.First("search"));
  ASSIGN_OR_RETURN(const V3Form form, ReadV3Form(asked));
  ASSIGN_OR_RETURN(const bool full_service, asked.Flag("full_service"));
  const OrganizationForm shape{.is_whole = form.rows == RowForm::kFull || full_service,
                               .full_service = full_service};
  std::vector<Owner> owners;
  for (const auto& [id, owner] : reading.catalogue.owners()) {
    const std::string_view name =
        owner.organisation.is_none()
            ? std::string_view(reading.catalogue.source_name(owner.source).name)
            : reading.index().organisations().name[owner.organisation];
    if (test(name)) owners.push_back(owner);
  }
  return ListOf(
      asked, std::move(owners),
      [writing = reading.Writing(form.extras), shape](const Owner& owner, JsonText& json) {
        return WriteOrganizationAs(writing, shape, owner, json);
      });
}

absl::StatusOr<V3List> V3Taxonomies(const V3Reading& reading, const Asked& asked) {
  const NameTest test(asked.First("search"));
  std::vector<VocabularyId> vocabularies;
  for (VocabularyId vocabulary : reading.catalogue.vocabularies()) {
    const std::string_view name = reading.index().taxonomy().vocabulary_name(vocabulary);
    if (test(name)) vocabularies.push_back(vocabulary);
  }
  return ListOf(asked, std::move(vocabularies),
                [writing = reading.Writing(false)](VocabularyId vocabulary, JsonText& json) {
                  WriteV3Taxonomy(writing.index, writing.catalogue, vocabulary, false, json);
                  return absl::OkStatus();
                });
}

absl::StatusOr<V3List> V3Terms(const V3Reading& reading, const Asked& asked) {
  ASSIGN_OR_RETURN(const TermTest test,
                   TermTest::ReadV3(reading.index(), reading.catalogue, asked));
  ASSIGN_OR_RETURN(const V3Form form, ReadV3Form(asked));
  return ListOf(asked, test.Passing(),
                [writing = reading.Writing(form.extras)](TaxonomyTermId term, JsonText& json) {
                  WriteV3Term(writing.index, writing.catalogue, term, {.extras = writing.extras},
                              json);
                  return absl::OkStatus();
                });
}

absl::Status WriteOneService(const V3Reading& reading, const Uuid& id, bool extras,
                             JsonText& json) {
  const std::optional<ServiceOrdinal> service = reading.index().FindService(id);
  if (!service) return NothingHasThisId();
  return WriteServiceAs(reading.Writing(extras), RowForm::kFull, *service, json);
}

absl::Status WriteOnePlace(const V3Reading& reading, const Uuid& id, bool extras, JsonText& json) {
  const std::optional<DocId> doc = reading.index().FindPlace(id);
  if (!doc) return NothingHasThisId();
  return WritePlaceAs(reading.Writing(extras), RowForm::kFull, *doc, json);
}

absl::Status WriteOneTaxonomy(const V3Reading& reading, const Uuid& id, JsonText& json) {
  const std::optional<VocabularyId> vocabulary = reading.catalogue.FindVocabulary(id);
  if (!vocabulary) return NothingHasThisId();
  WriteV3Taxonomy(reading.index(), reading.catalogue, *vocabulary, true, json);
  return absl::OkStatus();
}

absl::Status WriteOneTerm(const V3Reading& reading, const Uuid& id, bool extras, JsonText& json) {
  const std::optional<TaxonomyTermId> term = reading.catalogue.FindTerm(id);
  if (!term) return NothingHasThisId();
  WriteV3Term(reading.index(), reading.catalogue, *term, {.extras = extras}, json);
  return absl::OkStatus();
}

absl::Status WriteOneOrganization(const V3Reading& reading, const Uuid& id, bool extras,
                                  bool full_service, JsonText& json) {
  const std::optional<Owner> owner = reading.catalogue.FindOwner(id);
  if (!owner) return NothingHasThisId();
  return WriteOrganizationAs(reading.Writing(extras),
                             {.is_whole = true, .full_service = full_service}, *owner, json);
}

}  // namespace waypost::oruk
