#include <vector>

#include "engine/query/collectors/facet_kinds.h"

namespace waypost::query {
namespace {

// Values are numbers of taxonomy terms.
class TermValues : public FacetValues {
 public:
  explicit TermValues(const Index& index)
      : index_(index),
        service_types_(index.taxonomy().FindVocabulary(kServiceTypeVocabularies[0])) {}
  bool IsOfService() const override { return true; }
  std::size_t size() const override { return index_.taxonomy().size(); }
  std::string IdOf(std::size_t value) const override {
    return std::string(index_.taxonomy().id_text(TermOf(value)));
  }
  std::string LabelOf(std::size_t value) const override {
    return std::string(index_.taxonomy().label(TermOf(value)));
  }

 protected:
  static TaxonomyTermId TermOf(std::size_t value) { return TaxonomyTermId::At(value); }
  bool IsServiceType(TaxonomyTermId term) const {
    return index_.taxonomy().vocabulary(term) == service_types_;
  }
  bool has_service_types() const { return service_types_.has_value(); }
  const Index& index_;

 private:
  const std::optional<VocabularyId> service_types_;
};

class ServiceTypeValues final : public TermValues {
 public:
  using TermValues::TermValues;
  void Tell(DocId doc, FacetTally& tally) override {
    const Taxonomy& taxonomy = index_.taxonomy();
    if (!has_service_types()) return;
    tally.NotStated();  // counts only when no term follows
    for (TaxonomyTermId term : index_.documents().terms[doc]) {
      if (!IsServiceType(term)) continue;
      for (TaxonomyTermId up = term; !up.is_none(); up = taxonomy.parent(up)) {
        tally.Yes(up.index());
      }
    }
  }
};

class NeedValues final : public TermValues {
 public:
  using TermValues::TermValues;
  void Tell(DocId doc, FacetTally& tally) override {
    bool carries_type = false;
    for (TaxonomyTermId term : index_.documents().terms[doc]) {
      if (!IsServiceType(term)) continue;
      carries_type = true;
      if (index_.is_above_mapped_type(term)) tally.NotStated();
      for (TaxonomyTermId need : index_.needs_of_type(term)) tally.Yes(need.index());
    }
    if (!carries_type && index_.has_mapped_needs()) tally.NotStated();
  }
};

class LanguageValues final : public FacetValues {
 public:
  explicit LanguageValues(const Index& index) : index_(index) {}
  bool IsOfService() const override { return true; }
  std::size_t size() const override { return index_.languages().size(); }
  void Tell(DocId doc, FacetTally& tally) override {
    const auto languages = index_.documents().languages[doc];
    if (languages.empty()) tally.NotStated();
    for (LanguageId language : languages) tally.Yes(language.index());
  }
  std::string IdOf(std::size_t value) const override {
    return std::string(index_.languages()[LanguageId::At(value)]);
  }

 private:
  const Index& index_;
};

class OrganisationValues final : public FacetValues {
 public:
  explicit OrganisationValues(const Index& index) : index_(index) {}
  bool IsOfService() const override { return true; }
  std::size_t size() const override { return index_.organisations().public_id.size(); }
  void Tell(DocId doc, FacetTally& tally) override {
    const OrganisationOrdinal organisation = index_.documents().organisation[doc];
    if (!organisation.is_none()) tally.Yes(organisation.index());
  }
  std::string IdOf(std::size_t value) const override {
    return FormatUuid(index_.organisations().public_id[OrdinalOf(value)]);
  }
  std::string LabelOf(std::size_t value) const override {
    return std::string(index_.organisations().name[OrdinalOf(value)]);
  }

 private:
  static OrganisationOrdinal OrdinalOf(std::size_t value) { return OrganisationOrdinal::At(value); }
  const Index& index_;
};

class SourceValues final : public FacetValues {
 public:
  explicit SourceValues(const Index& index) : index_(index) {}
  bool IsOfService() const override { return true; }
  std::size_t size() const override { return index_.sources().id.size(); }
  void Tell(DocId doc, FacetTally& tally) override {
    tally.Yes(index_.documents().source[doc].index());
  }
  std::string IdOf(std::size_t value) const override {
    return std::string(index_.sources().id[SourceOrdinal::At(value)]);
  }

 private:
  const Index& index_;
};

class AuthorityValues final : public FacetValues {
 public:
  explicit AuthorityValues(const Index& index)
      : index_(index),
        // Ids are in order of kind, authorities first.
        has_authorities_(index.areas().size() > 0 &&
                         index.areas().kind[AreaId(0)] == AreaKind::kAuthority) {}
  std::size_t size() const override { return index_.areas().size(); }
  void Tell(DocId doc, FacetTally& tally) override {
    const DocumentColumns& documents = index_.documents();
    const auto located_in = documents.authorities[doc];
    if (located_in.size() == 1 && !located_in.front().is_none()) {
      tally.Yes(located_in.front().index());
    }
    bool known = documents.IsLocated(doc);
    for (AreaId area : documents.areas[doc]) {
      if (area.is_none()) continue;
      known = true;
      for (AreaId authority : index_.areas().meets[area]) tally.Yes(authority.index());
    }
    if (has_authorities_ && (!known || located_in.size() > 1)) tally.NotStated();
  }
  std::string IdOf(std::size_t value) const override {
    return std::string(index_.areas().code[AreaOf(value)]);
  }
  std::string LabelOf(std::size_t value) const override {
    return std::string(index_.areas().name[AreaOf(value)]);
  }

 private:
  static AreaId AreaOf(std::size_t value) { return AreaId::At(value); }
  const Index& index_;
  const bool has_authorities_;
};

}  // namespace

std::unique_ptr<FacetValues> ServiceTypeFacet(const Index& index) {
  return std::make_unique<ServiceTypeValues>(index);
}
std::unique_ptr<FacetValues> NeedFacet(const Index& index) {
  return std::make_unique<NeedValues>(index);
}
std::unique_ptr<FacetValues> LanguageFacet(const Index& index) {
  return std::make_unique<LanguageValues>(index);
}
std::unique_ptr<FacetValues> OrganisationFacet(const Index& index) {
  return std::make_unique<OrganisationValues>(index);
}
std::unique_ptr<FacetValues> SourceFacet(const Index& index) {
  return std::make_unique<SourceValues>(index);
}
std::unique_ptr<FacetValues> AuthorityFacet(const Index& index) {
  return std::make_unique<AuthorityValues>(index);
}

}  // namespace waypost::query
