#include "index_builder/sources/json_list_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/core/ascii.h"

namespace waypost::sources {
namespace {

struct NameKind {
  std::string_view folded;
  JsonName kind;
};

constexpr std::array<NameKind, 42> kNames = {{
    {"contents", JsonName::kPage},
    {"content", JsonName::kPage},
    {"items", JsonName::kPage},
    {"results", JsonName::kPage},
    {"hits", JsonName::kPage},
    {"elements", JsonName::kPage},
    {"rows", JsonName::kServices},
    {"records", JsonName::kServices},
    {"data", JsonName::kServices},
    {"value", JsonName::kServices},
    {"list", JsonName::kServices},
    {"services", JsonName::kServices},
    {"result", JsonName::kWrapper},
    {"response", JsonName::kWrapper},
    {"payload", JsonName::kWrapper},
    {"body", JsonName::kWrapper},
    {"embedded", JsonName::kWrapper},
    {"service", JsonName::kWrapper},
    {"totalitems", JsonName::kTotal},
    {"totalelements", JsonName::kTotal},
    {"totalcount", JsonName::kTotal},
    {"totalresults", JsonName::kTotal},
    {"totalrecords", JsonName::kTotal},
    {"totalservices", JsonName::kTotal},
    {"total", JsonName::kTotal},
    {"totalpages", JsonName::kPaging},
    {"pagenumber", JsonName::kPaging},
    {"number", JsonName::kPaging},
    {"numberofelements", JsonName::kPaging},
    {"page", JsonName::kPaging},
    {"perpage", JsonName::kPaging},
    {"pagesize", JsonName::kPaging},
    {"size", JsonName::kPaging},
    {"first", JsonName::kPaging},
    {"firstpage", JsonName::kPaging},
    {"last", JsonName::kPaging},
    {"lastpage", JsonName::kPaging},
    {"empty", JsonName::kPaging},
    {"pageable", JsonName::kPaging},
    {"sort", JsonName::kPaging},
    {"links", JsonName::kPaging},
    {"id", JsonName::kId},
}};

// Folded names of tables and lists, singular and plural, of ORUK 1.0, 3.0 and HSDS.
constexpr std::array<std::pair<std::string_view, std::string_view>, 66> kEntities = {{
    {"services", "services"},
    {"service", "services"},
    {"organizations", "organizations"},
    {"organization", "organizations"},
    {"organisations", "organizations"},
    {"organisation", "organizations"},
    {"locations", "locations"},
    {"location", "locations"},
    {"serviceatlocations", "service_at_locations"},
    {"serviceatlocation", "service_at_locations"},
    {"servicesatlocation", "service_at_locations"},
    {"servicesatlocations", "service_at_locations"},
    {"addresses", "addresses"},
    {"address", "addresses"},
    {"physicaladdresses", "addresses"},
    {"physicaladdress", "addresses"},
    {"postaladdresses", "postal_addresses"},
    {"postaladdress", "postal_addresses"},
    {"phones", "phones"},
    {"phone", "phones"},
    {"contacts", "contacts"},
    {"contact", "contacts"},
    {"schedules", "schedules"},
    {"schedule", "schedules"},
    {"regularschedules", "schedules"},
    {"regularschedule", "schedules"},
    {"holidayschedules", "holiday_schedules"},
    {"holidayschedule", "holiday_schedules"},
    {"fundings", "funding"},
    {"funding", "funding"},
    {"eligibilitys", "eligibilities"},
    {"eligibilities", "eligibilities"},
    {"eligibility", "eligibilities"},
    {"serviceareas", "service_areas"},
    {"servicearea", "service_areas"},
    {"languages", "languages"},
    {"language", "languages"},
    {"accessibility", "accessibility"},
    {"accessibilities", "accessibility"},
    {"accessibilityfordisabilities", "accessibility"},
    {"costoptions", "cost_options"},
    {"costoption", "cost_options"},
    {"reviews", "reviews"},
    {"review", "reviews"},
    {"attributes", "attributes"},
    {"attribute", "attributes"},
    {"taxonomyterms", "taxonomy_terms"},
    {"taxonomyterm", "taxonomy_terms"},
    {"taxonomies", "taxonomies"},
    {"taxonomy", "taxonomies"},
    {"servicetaxonomys", "service_taxonomys"},
    {"servicetaxonomies", "service_taxonomys"},
    {"servicetaxonomy", "service_taxonomys"},
    {"servicestaxonomy", "service_taxonomys"},
    {"linktaxonomies", "link_taxonomies"},
    {"linktaxonomys", "link_taxonomies"},
    {"linktaxonomy", "link_taxonomies"},
    {"programs", "programs"},
    {"program", "programs"},
    {"requireddocuments", "required_documents"},
    {"requireddocument", "required_documents"},
    {"organizationidentifiers", "organization_identifiers"},
    {"organizationidentifier", "organization_identifiers"},
    {"metadata", "metadata"},
    {"metatabledescriptions", "metadata"},
    {"urls", "urls"},
}};

}  // namespace

std::string FoldName(std::string_view name) {
  std::string folded;
  for (char c : name) {
    if (c == '_' || c == '-' || c == ' ' || c == '.') continue;
    folded += ToLower(c);
  }
  return folded;
}

JsonName JsonNameOf(std::string_view key) {
  const std::string folded = FoldName(key);
  for (const NameKind& name : kNames) {
    if (name.folded == folded) return name.kind;
  }
  return EntityOf(key).empty() ? JsonName::kOther : JsonName::kEntity;
}

std::string_view EntityOf(std::string_view name) {
  const std::string folded = FoldName(name);
  for (const auto& [known, entity] : kEntities) {
    if (known == folded) return entity;
  }
  return {};
}

}  // namespace waypost::sources
