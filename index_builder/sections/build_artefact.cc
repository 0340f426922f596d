#include "index_builder/sections/build_artefact.h"

#include <future>
#include <utility>

#include "engine/text/analyser.h"
#include "index_builder/prepare/facts.h"
#include "index_builder/sections/cards.h"
#include "index_builder/sections/prepared.h"
#include "index_builder/sections/row_maker.h"

namespace waypost::sections {
namespace {

// What one pass over all services makes, in order of ordinal.
struct RowsOfAll {
  explicit RowsOfAll(const spool::ScratchFolder& scratch) : rows(scratch), texts(scratch) {}

  DocumentRows rows;
  prepare::DocumentPlaces places;
  ServiceTextColumns texts;
};

// What a search finds unless it asks for another status.
bool IsOffered(const record::Service& service) {
  const Status status = service.status.value_or(Status::kActive);
  return status == Status::kActive || status == Status::kTemporarilyClosed;
}

absl::Status MakeRows(const prepare::CompleteServices& services, Date as_of, RowMaker& maker,
                      RowsOfAll& made, prepare::SuggestionTable& suggestions) {
  return services.ForEach([&](ServiceOrdinal ordinal, const record::Service& service) {
    made.texts.inferred_words.AddRow(maker.InferredWordsOf(service));
    made.texts.names.AddRow(service.name);
    if (IsOffered(service)) {
      suggestions.Add(SuggestionKind::kService, ordinal.value(), service.name);
    }
    made.texts.source_ids.AddRow(service.id);
    made.texts.cards.AddRow(ServiceCard(service, as_of));
    made.texts.richness.Add(static_cast<RichnessBits>(prepare::RichnessPartsOf(service).bits()));
    for (const record::Review& review : service.reviews) {
      const std::optional<Uuid> id = ParseUuid(review.public_id);
      if (id) made.texts.reviews.emplace_back(*id, ordinal);
    }
    return maker.ForEachRow(service, ordinal,
                            [&](const prepare::Document& document, const DocumentRow& row) {
                              made.places.Add(document);
                              return made.rows.Add(row);
                            });
  });
}

}  // namespace

absl::Status BuildArtefact(const record::Directory& directory,
                           const prepare::CompleteServices& services, const BuildOptions& options,
                           record::ProblemSink& sink, ArtefactWriter& writer) {
  ASSIGN_OR_RETURN(text::Analyser analyser,
                   text::Analyser::Create({.language = directory.language}));
  ASSIGN_OR_RETURN(const Survey survey, Survey::Of(services, directory, sink));
  const prepare::AreaTable areas(directory.gazetteer, survey.extents(), sink);
  const prepare::TaxonomyTable taxonomy(directory.taxonomy, survey.terms(), sink);

  // Words are half of the work, and nobody but their own sections needs them.
  const auto launch = options.threads > 1 ? std::launch::async : std::launch::deferred;
  prepare::WordIndexer indexer(taxonomy, directory.text_fields, analyser, options.scratch,
                               options.postings_at_once);
  auto analysed = std::async(launch, [&] { return indexer.Analyse(services); });

  RowsOfAll made(options.scratch);
  RowMaker maker(directory, survey, areas, taxonomy, sink);
  // The indexer's thread has the other.
  ASSIGN_OR_RETURN(text::Analyser name_analyser,
                   text::Analyser::Create({.language = directory.language}));
  prepare::SuggestionTable suggestions(name_analyser);
  RETURN_IF_ERROR(MakeRows(services, directory.as_of, maker, made, suggestions));
  if (made.rows.size() >= UINT32_MAX) {
    return InvalidArgument("more documents than an artefact can hold; split the sources");
  }
  const prepare::DocumentOrder order = std::move(made.places).Order();
  RETURN_IF_ERROR(analysed.get());
  auto indexed = std::async(launch, [&] { return indexer.Index(order); });

  const Prepared prepared{directory, services, survey,          areas,
                          taxonomy,  order,    options.scratch, options.threads};
  PostingsOfTerms postings(taxonomy);
  writer.SetDocumentCount(order.size());
  RETURN_IF_ERROR(
      WriteDocuments(prepared, std::move(made.rows), maker.sessions(), postings, writer));
  RETURN_IF_ERROR(WriteBankHolidays(prepared, writer));
  RETURN_IF_ERROR(WriteServices(prepared, made.texts, writer));
  RETURN_IF_ERROR(WriteTaxonomy(prepared, postings, writer));
  RETURN_IF_ERROR(WriteSuggestions(prepared, postings, std::move(suggestions), writer));
  RETURN_IF_ERROR(WriteAreas(prepared, writer));
  RETURN_IF_ERROR(WriteGazetteer(prepared, writer));
  ASSIGN_OR_RETURN(const prepare::WordIndex words, indexed.get());
  RETURN_IF_ERROR(WriteWords(prepared, words, writer));
  return WriteManifest(prepared, words.total_length, writer);
}

absl::Status BuildArtefact(const record::Directory& directory, record::ProblemSink& sink,
                           ArtefactWriter& writer, unsigned threads) {
  prepare::CompleteServices services({});
  for (const record::Service& service : directory.services) RETURN_IF_ERROR(services.Add(service));
  RETURN_IF_ERROR(services.Finish());
  return BuildArtefact(directory, services, {.threads = threads, .scratch = {}}, sink, writer);
}

}  // namespace waypost::sections
