#pragma once

// Which entities belong to which in feeds with one list per entity, for json_tables.h.

#include <array>
#include <string_view>

#include "index_builder/sources/json_member.h"

namespace waypost::sources {

// How rows of one entity hang on those of another.
//  * A child names its parent: `key` is a member of the child.
//  * A reference is named by its parent: `key` is a member of the parent, and the child's own is
//    its id.
struct JsonTableRule {
  std::string_view parent;
  std::string_view child;
  JsonMember key;
  std::string_view member;  // under which the children are nested
  bool is_reference = false;
};

inline constexpr auto kJsonTableRules = std::to_array<JsonTableRule>({
    {"services", "organizations", JsonMember::kOrganizationId, "organization", true},
    {"services", "service_at_locations", JsonMember::kServiceId, "service_at_locations"},
    {"services", "schedules", JsonMember::kServiceId, "schedules"},
    {"services", "holiday_schedules", JsonMember::kServiceId, "holiday_schedules"},
    {"services", "service_areas", JsonMember::kServiceId, "service_areas"},
    {"services", "languages", JsonMember::kServiceId, "languages"},
    {"services", "funding", JsonMember::kServiceId, "funding"},
    {"services", "cost_options", JsonMember::kServiceId, "cost_options"},
    {"services", "contacts", JsonMember::kServiceId, "contacts"},
    {"services", "phones", JsonMember::kServiceId, "phones"},
    {"services", "eligibilities", JsonMember::kServiceId, "eligibilitys"},
    {"services", "reviews", JsonMember::kServiceId, "reviews"},
    {"services", "service_taxonomys", JsonMember::kServiceId, "service_taxonomys"},
    {"services", "required_documents", JsonMember::kServiceId, "required_documents"},
    {"services", "attributes", JsonMember::kLinkId, "attributes"},
    {"service_at_locations", "locations", JsonMember::kLocationId, "location", true},
    {"service_at_locations", "schedules", JsonMember::kServiceAtLocationId, "schedules"},
    {"service_at_locations", "holiday_schedules", JsonMember::kServiceAtLocationId,
     "holiday_schedules"},
    {"service_at_locations", "contacts", JsonMember::kServiceAtLocationId, "contacts"},
    {"service_at_locations", "phones", JsonMember::kServiceAtLocationId, "phones"},
    {"service_at_locations", "attributes", JsonMember::kLinkId, "attributes"},
    {"locations", "addresses", JsonMember::kLocationId, "addresses"},
    {"locations", "postal_addresses", JsonMember::kLocationId, "postal_addresses"},
    {"locations", "accessibility", JsonMember::kLocationId, "accessibility"},
    {"locations", "phones", JsonMember::kLocationId, "phones"},
    {"locations", "contacts", JsonMember::kLocationId, "contacts"},
    {"locations", "schedules", JsonMember::kLocationId, "schedules"},
    {"locations", "attributes", JsonMember::kLinkId, "attributes"},
    {"organizations", "attributes", JsonMember::kLinkId, "attributes"},
    {"organizations", "link_taxonomies", JsonMember::kLinkId, "link_taxonomies"},
    {"contacts", "phones", JsonMember::kContactId, "phones"},
    {"eligibilities", "link_taxonomies", JsonMember::kLinkId, "link_taxonomies"},
    {"eligibilities", "attributes", JsonMember::kLinkId, "attributes"},
    {"attributes", "taxonomy_terms", JsonMember::kTaxonomyTermId, "taxonomy_term", true},
    {"taxonomy_terms", "taxonomies", JsonMember::kTaxonomyId, "taxonomy_detail", true},
    {"service_taxonomys", "taxonomies", JsonMember::kTaxonomyId, "taxonomy", true},
    {"link_taxonomies", "taxonomies", JsonMember::kTaxonomyId, "taxonomy", true},
});

}  // namespace waypost::sources
