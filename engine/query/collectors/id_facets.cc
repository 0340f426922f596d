#include <vector>

#include "engine/query/collectors/facet_kinds.h"

namespace waypost::query {
namespace {

// Values are numbers of taxonomy terms.
template <typename Kind>
class TermValues : public TellingFacet<Kind> {
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

class ServiceTypeValues final : public TermValues<ServiceTypeValues> {
 public:
  explicit ServiceTypeValues(const Index& index)
      : TermValues(index), alone_(index.taxonomy().size(), 0) {}

  void Tell(DocId doc, FacetTally& tally) {
    if (!has_service_types()) return;
    TaxonomyTermId only = TaxonomyTermId::None();
    std::size_t types = 0;
    const auto terms = index_.documents().terms[doc];
    for (TaxonomyTermId term : terms) {
      if (!IsServiceType(term)) continue;
      only = term;
      ++types;
    }
    // All documents of a service say the same, so it is told once.
    if (types == 1) {
      ++alone_[only.index()];
      return;
    }
    tally.NotStated();  // counts only when no term follows
    for (TaxonomyTermId term : terms) {
      if (IsServiceType(term)) TellWithAncestors(term, tally);
    }
  }

  // Terms below come after those above.
  void Finish(FacetTally& tally) override {
    for (std::size_t i = alone_.size(); i > 0; --i) {
      const std::uint64_t count = alone_[i - 1];
      if (count == 0) continue;
      tally.Add(i - 1, count);
      const TaxonomyTermId up = index_.taxonomy().parent(TermOf(i - 1));
      if (!up.is_none()) alone_[up.index()] += count;
    }
  }

 private:
  void TellWithAncestors(TaxonomyTermId term, FacetTally& tally) const {
    const Taxonomy& taxonomy = index_.taxonomy();
    for (TaxonomyTermId up = term; !up.is_none(); up = taxonomy.parent(up)) tally.Yes(up.index());
  }

  // Services by the only type that they carry: those above it count them at the end.
  std::vector<std::uint64_t> alone_;
};

class NeedValues final : public TermValues<NeedValues> {
 public:
  using TermValues::TermValues;
  void Tell(DocId doc, FacetTally& tally) {
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

class LanguageValues final : public TellingFacet<LanguageValues> {
 public:
  explicit LanguageValues(const Index& index) : index_(index) {}
  bool IsOfService() const override { return true; }
  std::size_t size() const override { return index_.languages().size(); }
  void Tell(DocId doc, FacetTally& tally) {
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

class OrganisationValues final : public TellingFacet<OrganisationValues> {
 public:
  explicit OrganisationValues(const Index& index) : index_(index) {}
  bool IsOfService() const override { return true; }
  std::size_t size() const override { return index_.organisations().public_id.size(); }
  void Tell(DocId doc, FacetTally& tally) {
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

class SourceValues final : public TellingFacet<SourceValues> {
 public:
  explicit SourceValues(const Index& index) : index_(index) {}
  bool IsOfService() const override { return true; }
  std::size_t size() const override { return index_.sources().id.size(); }
  void Tell(DocId doc, FacetTally& tally) { tally.Yes(index_.documents().source[doc].index()); }
  std::string IdOf(std::size_t value) const override {
    return std::string(index_.sources().id[SourceOrdinal::At(value)]);
  }

 private:
  const Index& index_;
};

class AuthorityValues final : public TellingFacet<AuthorityValues> {
 public:
  explicit AuthorityValues(const Index& index)
      : index_(index),
        // Ids are in order of kind, authorities first.
        has_authorities_(index.areas().size() > 0 &&
                         index.areas().kind[AreaId(0)] == AreaKind::kAuthority) {}
  std::size_t size() const override { return index_.areas().size(); }
  void Tell(DocId doc, FacetTally& tally) {
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
