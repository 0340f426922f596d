#include <algorithm>
#include <map>
#include <set>

#include "engine/geo/bounding_box.h"
#include "engine/index/documents.h"
#include "engine/index/index.h"
#include "engine/text/collation.h"
#include "index_builder/prepare/date_list_pool.h"
#include "index_builder/prepare/facts.h"
#include "index_builder/prepare/locate.h"
#include "index_builder/record/field_report.h"
#include "index_builder/sections/cards.h"
#include "index_builder/sections/prepared.h"
#include "index_builder/sections/service_hours.h"

namespace waypost::sections {
namespace {

using prepare::Document;
using S = SectionId;

template <typename T, typename ValueOf>
absl::Status WriteColumn(S section, const Prepared& prepared, ArtefactWriter& writer,
                         ValueOf value_of) {
  std::vector<T> values;
  values.reserve(prepared.order.documents.size());
  for (const Document& document : prepared.order.documents) {
    values.push_back(static_cast<T>(value_of(document)));
  }
  return writer.AddColumn(section, values);
}

template <typename T, typename RowOf>
absl::Status WriteRows(S offsets, S section, const Prepared& prepared, ArtefactWriter& writer,
                       RowOf row_of) {
  JaggedRows<T> rows;
  for (const Document& document : prepared.order.documents) {
    for (const T& value : row_of(document)) rows.Add(value);
    rows.EndRow();
  }
  return writer.AddJagged(offsets, section, rows);
}

std::uint8_t FlagsOf(const Document& document) {
  std::uint8_t flags = 0;
  if (document.service->locations.size() <= 1) flags |= kOnlyDocument;
  if (document.service->confidential) flags |= kConfidential;
  if (document.service->status) flags |= kStatesStatus;
  const auto precision =
      document.at == nullptr ? record::PointPrecision::kNone : document.location()->precision;
  return static_cast<std::uint8_t>(flags | static_cast<unsigned>(precision) << kPrecisionShift);
}

// ---- where

// Ascending. A code that no area has stays as None: whoever lies partly there does not lie wholly
// in the others.
std::vector<AreaId> AreasOfCodes(const Prepared& prepared, const std::vector<std::string>& codes) {
  std::set<AreaId> areas;
  for (const std::string& code : codes) areas.insert(prepared.areas.FindCode(code));
  return {areas.begin(), areas.end()};
}

// The authorities that a located document lies in (QUERY.md, "Place").
std::vector<AreaId> AuthoritiesOf(const Prepared& prepared, const prepare::PostcodeFinder& finder,
                                  const Document& document) {
  if (!document.IsLocated()) return {};
  const record::Location& location = *document.location();
  if (const auto district = finder.FindDistrict(location.hidden_district)) {
    return AreasOfCodes(prepared, district->authorities);
  }
  const std::optional<Postcode> postcode = Postcode::Parse(location.address.postcode);
  if (postcode && postcode->level() == PostcodeLevel::kUnit) {
    const record::PostcodeEntry* unit = finder.FindUnit(*postcode);
    if (unit != nullptr && unit->authority >= 0) {
      return AreasOfCodes(prepared,
                          {prepared.directory.gazetteer
                               .authority_codes[static_cast<std::size_t>(unit->authority)]});
    }
  }
  if (location.precision > record::PointPrecision::kUnit) {
    const auto found = finder.Find(location.address.postcode);
    if (found && found->precision == location.precision) {
      return AreasOfCodes(prepared, found->authorities);
    }
  }
  const AreaId area = prepared.areas.AuthorityAt(*location.position);
  return area.is_none() ? std::vector<AreaId>() : std::vector<AreaId>{area};
}

std::vector<AreaId> StatedAreas(const Prepared& prepared, const Document& document,
                                record::ProblemSink* sink) {
  std::vector<AreaId> areas;
  for (const record::ServiceArea& area : document.service->areas) {
    const AreaId id = prepared.areas.Resolve(area);
    areas.push_back(id);
    if (id.is_none() && sink != nullptr) {
      sink->Report({.kind = record::ProblemKind::kUnresolvedArea,
                    .source = document.service->source,
                    .entity = "service_area",
                    .id = document.service->id,
                    .field = "name",
                    .value = record::ProblemValue(area.name.empty() ? area.uri : area.name),
                    .outcome = "not stated whom it covers"});
    }
  }
  std::sort(areas.begin(), areas.end());
  areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
  return areas;
}

absl::Status WriteTiles(const Prepared& prepared, ArtefactWriter& writer) {
  std::vector<LatLng> positions;
  for (std::uint32_t i = 0; i < prepared.order.located; ++i) {
    positions.push_back(*prepared.order.documents[i].location()->position);
  }
  std::vector<BoundingBox> boxes;
  for (std::size_t first = 0; first < positions.size(); first += kTileSize) {
    const std::size_t count = std::min<std::size_t>(kTileSize, positions.size() - first);
    boxes.push_back(BoundingBox::Of(std::span(positions).subspan(first, count)));
  }
  RETURN_IF_ERROR(writer.AddColumn(S::kDocPosition, positions));
  return writer.AddColumn(S::kTileBoxes, boxes);
}

absl::Status WritePlaceColumns(const Prepared& prepared, record::ProblemSink& sink,
                               ArtefactWriter& writer) {
  const prepare::PostcodeFinder finder(prepared.directory.gazetteer);
  const auto reach_of = [](const Document& document) {
    return prepare::ReachOf(*document.service, document.location());
  };
  RETURN_IF_ERROR(WriteColumn<std::uint8_t>(
      S::kDocReach, prepared, writer,
      [&](const Document& document) { return reach_of(document).bits(); }));
  std::vector<DocId> not_place_only;
  for (std::uint32_t i = 0; i < prepared.order.documents.size(); ++i) {
    if (reach_of(prepared.order.documents[i]) != EnumSet<Reach>{Reach::kPlace}) {
      not_place_only.push_back(DocId(i));
    }
  }
  RETURN_IF_ERROR(writer.AddColumn(S::kDocNotPlaceOnly, not_place_only));
  RETURN_IF_ERROR(WriteRows<AreaId>(
      S::kDocAuthorityOffsets, S::kDocAuthorities, prepared, writer,
      [&](const Document& document) { return AuthoritiesOf(prepared, finder, document); }));
  std::set<const record::Service*> told;
  RETURN_IF_ERROR(WriteRows<AreaId>(
      S::kDocAreaOffsets, S::kDocAreas, prepared, writer, [&](const Document& document) {
        const bool first = told.insert(document.service).second;
        return StatedAreas(prepared, document, first ? &sink : nullptr);
      }));
  return WriteTiles(prepared, writer);
}

// ---- order

// Ranks of texts among each other: equal texts, equal ranks.
std::map<std::string, std::uint32_t> RanksOf(const std::set<std::string>& texts) {
  std::map<std::string, std::uint32_t> ranks;
  std::uint32_t rank = 0;
  for (const std::string& text : texts) ranks.emplace(text, rank++);
  return ranks;
}

absl::Status WriteRanks(const Prepared& prepared, ArtefactWriter& writer) {
  ASSIGN_OR_RETURN(const text::Collation collation, text::Collation::Create());
  std::set<std::string> locations;
  std::set<std::string> names;
  std::vector<std::string> key_of_service;
  for (const record::Service* service : prepared.order.services) {
    key_of_service.push_back(collation.Key(service->name));
    names.insert(key_of_service.back());
    for (const auto& at : service->locations) locations.insert(at.location.id);
  }
  const auto location_ranks = RanksOf(locations);
  const auto name_ranks = RanksOf(names);
  RETURN_IF_ERROR(WriteColumn<std::uint32_t>(
      S::kDocLocationRank, prepared, writer, [&](const Document& document) {
        return document.at == nullptr ? 0U : location_ranks.at(document.location()->id);
      }));
  RETURN_IF_ERROR(
      WriteColumn<std::uint32_t>(S::kDocNameRank, prepared, writer, [&](const Document& document) {
        return name_ranks.at(key_of_service[document.ordinal.index()]);
      }));
  JaggedRows<char> location_ids;
  return WriteRows<char>(S::kDocLocationIdOffsets, S::kDocLocationIds, prepared, writer,
                         [](const Document& document) {
                           return document.at == nullptr ? std::string() : document.location()->id;
                         });
}

// ---- whose

absl::Status WriteOrigins(const Prepared& prepared, ArtefactWriter& writer) {
  RETURN_IF_ERROR(WriteColumn<ServiceOrdinal>(
      S::kDocService, prepared, writer, [](const Document& document) { return document.ordinal; }));
  std::map<std::string, std::uint32_t> organisations;
  for (const record::Service* service : prepared.order.services) {
    if (service->organisation) organisations.emplace(service->organisation->public_id, 0);
  }
  std::uint32_t next = 0;
  for (auto& [id, number] : organisations) number = next++;
  RETURN_IF_ERROR(WriteColumn<OrganisationOrdinal>(
      S::kDocOrganisation, prepared, writer, [&](const Document& document) {
        const auto& organisation = document.service->organisation;
        return organisation ? OrganisationOrdinal(organisations.at(organisation->public_id))
                            : OrganisationOrdinal::None();
      }));
  std::map<std::string, std::uint16_t> sources;
  for (const record::SourceInfo& info : prepared.directory.sources) {
    sources.emplace(info.id, static_cast<std::uint16_t>(sources.size()));
  }
  return WriteColumn<SourceOrdinal>(S::kDocSource, prepared, writer, [&](const Document& document) {
    return SourceOrdinal(sources.at(document.service->source));
  });
}

// ---- facts

absl::Status WriteFacts(const Prepared& prepared, ArtefactWriter& writer) {
  const Date as_of = prepared.directory.as_of;
  const auto column = [&]<typename T>(S section, T /*of type*/, auto value_of) {
    return WriteColumn<T>(section, prepared, writer, value_of);
  };
  RETURN_IF_ERROR(column(S::kDocAccess, std::uint8_t{},
                         [](const Document& document) { return document.service->access.bits(); }));
  RETURN_IF_ERROR(column(S::kDocAccessibility, AccessibilityBits{}, [](const Document& document) {
    return prepare::AccessibilityOf(document.location());
  }));
  RETURN_IF_ERROR(column(S::kDocFree, Fact{}, [&](const Document& document) {
    return prepare::FreeOf(*document.service, as_of);
  }));
  RETURN_IF_ERROR(column(S::kDocStatus, Status{}, [](const Document& document) {
    return document.service->status.value_or(Status::kActive);
  }));
  RETURN_IF_ERROR(column(S::kDocFlags, std::uint8_t{}, FlagsOf));
  RETURN_IF_ERROR(column(S::kDocAssured, std::int32_t{}, [](const Document& document) {
    const auto& date = document.service->assured_date;
    return date ? DayNumber(*date) : kNoDate;
  }));
  RETURN_IF_ERROR(column(S::kDocModified, std::int64_t{}, [](const Document& document) {
    const auto& moment = document.service->last_modified;
    return moment ? std::int64_t{moment->time_since_epoch().count()} : kNoMoment;
  }));
  RETURN_IF_ERROR(column(S::kDocRichness, std::uint8_t{}, [](const Document& document) {
    return prepare::RichnessOf(*document.service);
  }));
  return WriteRows<AgeRange>(S::kDocAgeOffsets, S::kDocAges, prepared, writer,
                             [](const Document& document) {
                               std::vector<AgeRange> ranges;
                               for (const record::AgeRange& range : document.service->ages) {
                                 ranges.push_back(prepare::AgeRangeOf(range));
                               }
                               return ranges;
                             });
}

// Far beyond the languages of the world; what a feed of nonsense adds to them is not searched.
constexpr std::size_t kMaxLanguages = 20'000;

std::set<std::string> LanguagesOf(const record::Service& service) {
  std::set<std::string> keys;
  for (const record::Language& language : service.languages) {
    keys.insert(prepare::LanguageKey(language));
  }
  keys.erase("");
  return keys;
}

absl::Status WriteLists(const Prepared& prepared, record::ProblemSink& sink,
                        ArtefactWriter& writer) {
  std::map<std::string, std::uint16_t> languages;
  for (const record::Service* service : prepared.order.services) {
    for (const std::string& key : LanguagesOf(*service)) {
      if (languages.contains(key)) continue;
      if (languages.size() < kMaxLanguages) {
        languages.emplace(key, std::uint16_t{0});
        continue;
      }
      sink.Report({.kind = record::ProblemKind::kUnknownWord,
                   .source = service->source,
                   .entity = "service",
                   .id = service->id,
                   .field = "languages",
                   .value = record::ProblemValue(key),
                   .outcome = "not searched: the feeds have more than 20,000 languages"});
    }
  }
  TextRows names;
  std::uint16_t next = 0;
  for (auto& [key, number] : languages) {
    names.AddRow(key);
    number = next++;
  }
  RETURN_IF_ERROR(writer.AddJagged(S::kLanguageNameOffsets, S::kLanguageNames, names));
  RETURN_IF_ERROR(WriteRows<LanguageId>(
      S::kDocLanguageOffsets, S::kDocLanguages, prepared, writer, [&](const Document& document) {
        std::vector<LanguageId> ids;
        for (const std::string& key : LanguagesOf(*document.service)) {
          const auto found = languages.find(key);
          if (found != languages.end()) {
            ids.push_back(LanguageId(found->second));
          }
        }
        return ids;
      }));
  return WriteRows<TaxonomyTermId>(S::kDocTermOffsets, S::kDocTerms, prepared, writer,
                                   [&](const Document& document) {
                                     std::set<TaxonomyTermId> ids;
                                     for (const record::TermRef& term : document.service->terms) {
                                       if (!term.code.empty())
                                         ids.insert(prepared.taxonomy.Find(term));
                                     }
                                     ids.erase(TaxonomyTermId::None());
                                     return ids;
                                   });
}

// ---- hours and the cards that say them

absl::Status WriteHours(const Prepared& prepared, record::ProblemSink& sink,
                        ArtefactWriter& writer) {
  const Date as_of = prepared.directory.as_of;
  prepare::DateListPool pool(HorizonOf(as_of));
  JaggedRows<WeeklySession> weekly;
  JaggedRows<DatedSession> dated;
  std::vector<std::uint8_t> states;
  TextRows cards;
  ServiceHours service_hours(as_of, sink);
  for (const Document& document : prepared.order.documents) {
    const prepare::ExpandedHours hours = service_hours.Of(document);
    weekly.AddRow(hours.weekly);
    for (const prepare::DatedRow& row : hours.dated) {
      DatedSession session = row.session;
      session.dates = pool.Add(row.dates);
      dated.Add(session);
    }
    dated.EndRow();
    states.push_back(hours.state);
    cards.AddRow(DocumentCard(document, hours.english));
  }
  RETURN_IF_ERROR(writer.AddJagged(S::kDocWeeklyOffsets, S::kDocWeekly, weekly));
  RETURN_IF_ERROR(writer.AddJagged(S::kDocDatedOffsets, S::kDocDated, dated));
  RETURN_IF_ERROR(writer.AddColumn(S::kDocHoursState, states));
  RETURN_IF_ERROR(writer.AddColumn(S::kDateListOffsets, pool.offsets()));
  RETURN_IF_ERROR(writer.AddColumn(S::kDateLists, pool.values()));
  return writer.AddJagged(S::kDocCardOffsets, S::kDocCards, cards);
}

}  // namespace

absl::Status WriteDocuments(const Prepared& prepared, record::ProblemSink& sink,
                            ArtefactWriter& writer) {
  RETURN_IF_ERROR(WriteOrigins(prepared, writer));
  RETURN_IF_ERROR(WritePlaceColumns(prepared, sink, writer));
  RETURN_IF_ERROR(WriteRanks(prepared, writer));
  RETURN_IF_ERROR(WriteFacts(prepared, writer));
  RETURN_IF_ERROR(WriteLists(prepared, sink, writer));
  return WriteHours(prepared, sink, writer);
}

}  // namespace waypost::sections
