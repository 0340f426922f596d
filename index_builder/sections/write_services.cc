#include <algorithm>
#include <map>

#include "engine/format/compressed_records.h"
#include "engine/format/public_id.h"
#include "index_builder/sections/cards.h"
#include "index_builder/sections/json_writer.h"
#include "index_builder/sections/prepared.h"

namespace waypost::sections {
namespace {

using S = SectionId;

absl::Status WriteNamesAndCards(const Prepared& prepared, ArtefactWriter& writer) {
  std::vector<Uuid> ids;
  TextRows names;
  TextRows source_ids;
  TextRows cards;
  for (const record::Service* service : prepared.order.services) {
    ids.push_back(*ParseUuid(service->public_id));
    names.AddRow(service->name);
    source_ids.AddRow(service->id);
    cards.AddRow(ServiceCard(*service, prepared.directory.as_of));
  }
  RETURN_IF_ERROR(writer.AddColumn(S::kServicePublicId, ids));
  RETURN_IF_ERROR(writer.AddJagged(S::kServiceNameOffsets, S::kServiceNames, names));
  RETURN_IF_ERROR(writer.AddJagged(S::kServiceSourceIdOffsets, S::kServiceSourceIds, source_ids));
  return writer.AddJagged(S::kServiceCardOffsets, S::kServiceCards, cards);
}

absl::Status WriteOrders(const Prepared& prepared, ArtefactWriter& writer) {
  const auto& services = prepared.order.services;
  std::vector<ServiceOrdinal> by_source_id;
  for (std::uint32_t i = 0; i < services.size(); ++i) by_source_id.push_back(ServiceOrdinal(i));
  std::sort(by_source_id.begin(), by_source_id.end(), [&](ServiceOrdinal a, ServiceOrdinal b) {
    const record::Service& x = *services[a.index()];
    const record::Service& y = *services[b.index()];
    return std::tie(x.source, x.id) < std::tie(y.source, y.id);
  });
  RETURN_IF_ERROR(writer.AddColumn(S::kServiceBySourceId, by_source_id));
  std::vector<std::vector<DocId>> documents(services.size());
  for (std::uint32_t i = 0; i < prepared.order.documents.size(); ++i) {
    documents[prepared.order.documents[i].ordinal.index()].push_back(DocId(i));
  }
  JaggedRows<DocId> rows;
  for (const auto& row : documents) rows.AddRow(row);
  return writer.AddJagged(S::kServiceDocumentOffsets, S::kServiceDocuments, rows);
}

absl::Status WriteOrganisations(const Prepared& prepared, ArtefactWriter& writer) {
  // The name of an organisation is the one its first service with a name for it gives.
  std::map<Uuid, std::string_view> organisations;
  for (const record::Service* service : prepared.order.services) {
    if (!service->organisation) continue;
    std::string_view& name = organisations[*ParseUuid(service->organisation->public_id)];
    if (name.empty()) name = service->organisation->name;
  }
  std::vector<Uuid> ids;
  TextRows names;
  for (const auto& [id, name] : organisations) {
    ids.push_back(id);
    names.AddRow(name);
  }
  RETURN_IF_ERROR(writer.AddColumn(S::kOrganisationPublicId, ids));
  return writer.AddJagged(S::kOrganisationNameOffsets, S::kOrganisationNames, names);
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

absl::Status WriteServices(const Prepared& prepared, ArtefactWriter& writer) {
  RETURN_IF_ERROR(WriteNamesAndCards(prepared, writer));
  RETURN_IF_ERROR(WriteOrders(prepared, writer));
  RETURN_IF_ERROR(WriteOrganisations(prepared, writer));
  RETURN_IF_ERROR(WriteSources(prepared, writer));
  return WriteCompressedRecords(
      writer,
      {.offsets = S::kRecordOffsets, .frames = S::kRecords, .dictionary = S::kRecordDictionary},
      prepared.order.services.size(), [&](std::size_t i) -> absl::StatusOr<std::string> {
        return RecordJson(*prepared.order.services[i]);
      });
}

}  // namespace waypost::sections
