#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "engine/format/compressed_records.h"
#include "index_builder/sections/cards.h"
#include "index_builder/sections/json_writer.h"
#include "index_builder/sections/prepared.h"

namespace waypost::sections {
namespace {

using S = SectionId;

// The documents of each service, ascending.
absl::Status WriteDocumentsOfServices(const prepare::DocumentOrder& order, std::size_t services,
                                      ArtefactWriter& writer) {
  std::vector<std::uint32_t> offsets(services + 1);
  for (const ServiceOrdinal service : order.services) ++offsets[service.index() + 1];
  for (std::size_t i = 0; i < services; ++i) offsets[i + 1] += offsets[i];
  std::vector<std::uint32_t> next = offsets;
  std::vector<DocId> documents(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    documents[next[order.services[i].index()]++] = DocId(i);
  }
  RETURN_IF_ERROR(writer.AddColumn(S::kServiceDocumentOffsets, offsets));
  return writer.AddColumn(S::kServiceDocuments, documents);
}

absl::Status WriteOrganisations(const Survey& survey, ArtefactWriter& writer) {
  std::vector<Uuid> ids;
  TextRows names;
  for (const auto& [id, organisation] : survey.organisations()) {
    ids.push_back(id);
    names.AddRow(organisation.name);
  }
  RETURN_IF_ERROR(writer.AddColumn(S::kOrganisationPublicId, ids));
  return writer.AddJagged(S::kOrganisationNameOffsets, S::kOrganisationNames, names);
}

absl::Status WriteReviews(std::vector<std::pair<Uuid, ServiceOrdinal>> reviews,
                          ArtefactWriter& writer) {
  std::sort(reviews.begin(), reviews.end());
  std::vector<Uuid> ids;
  std::vector<ServiceOrdinal> services;
  for (const auto& [id, service] : reviews) {
    ids.push_back(id);
    services.push_back(service);
  }
  RETURN_IF_ERROR(writer.AddColumn(S::kReviewPublicId, ids));
  return writer.AddColumn(S::kReviewService, services);
}

std::string SourceJson(const record::SourceInfo& info) {
  JsonWriter json;
  json.StartObject();
  json.Text("id", info.id);
  json.Text("title", info.title);
  json.Text("publisher", info.publisher);
  json.Text("url", info.url);
  json.Text("licence", info.licence);
  json.Text("attribution", info.attribution);
  json.Text("retrieved", info.retrieved);
  json.Text("contact", info.contact);
  if (info.checked_every_days) json.Whole("checked_every_days", *info.checked_every_days);
  json.Whole("records_read", static_cast<std::int64_t>(info.read));
  json.Whole("published", static_cast<std::int64_t>(info.published));
  json.Whole("repeats", static_cast<std::int64_t>(info.repeats));
  json.Whole("rejected", static_cast<std::int64_t>(info.rejected));
  json.EndObject();
  return json.Take();
}

absl::Status WriteSources(const Prepared& prepared, ArtefactWriter& writer) {
  TextRows ids;
  TextRows infos;
  for (const record::SourceInfo& info : prepared.directory.sources) {
    ids.AddRow(info.id);
    infos.AddRow(SourceJson(info));
  }
  RETURN_IF_ERROR(writer.AddJagged(S::kSourceIdOffsets, S::kSourceIds, ids));
  return writer.AddJagged(S::kSourceInfoOffsets, S::kSourceInfo, infos);
}

}  // namespace

absl::Status WriteServices(const Prepared& prepared, const ServiceTextColumns& texts,
                           ArtefactWriter& writer) {
  const prepare::CompleteServices& services = prepared.services;
  RETURN_IF_ERROR(writer.AddColumn(S::kServicePublicId, services.public_ids()));
  RETURN_IF_ERROR(texts.names.Write(S::kServiceNameOffsets, S::kServiceNames, writer));
  RETURN_IF_ERROR(texts.source_ids.Write(S::kServiceSourceIdOffsets, S::kServiceSourceIds, writer));
  RETURN_IF_ERROR(
      texts.inferred_words.Write(S::kServiceInferredWordOffsets, S::kServiceInferredWords, writer));
  RETURN_IF_ERROR(texts.richness.Write(S::kServiceRichness, writer));
  RETURN_IF_ERROR(texts.cards.Write(S::kServiceCardOffsets, S::kServiceCards, writer));
  RETURN_IF_ERROR(writer.AddColumn(S::kServiceBySourceId, prepared.survey.by_source_id()));
  RETURN_IF_ERROR(WriteDocumentsOfServices(prepared.order, services.size(), writer));
  RETURN_IF_ERROR(WriteOrganisations(prepared.survey, writer));
  RETURN_IF_ERROR(WriteReviews(texts.reviews, writer));
  RETURN_IF_ERROR(WriteSources(prepared, writer));
  const auto reader = [&services]() -> RecordsToWrite::RecordAt {
    auto records = std::make_shared<prepare::CompleteServices::Reader>(services);
    return [records](std::size_t i) -> absl::StatusOr<std::string> {
      ASSIGN_OR_RETURN(const record::Service* const service, records->Read(ServiceOrdinal::At(i)));
      return RecordJson(*service);
    };
  };
  return WriteCompressedRecords(
      writer,
      {.offsets = S::kRecordOffsets, .frames = S::kRecords, .dictionary = S::kRecordDictionary},
      {.count = services.size(), .reader = reader}, prepared.threads);
}

}  // namespace waypost::sections
