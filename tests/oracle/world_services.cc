#include "tests/oracle/world_services.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "tests/oracle/stems.h"
#include "tests/oracle/terms.h"
#include "tests/oracle/world_holidays.h"
#include "tests/oracle/world_locations.h"
#include "tests/oracle/world_schedules.h"

namespace waypost::oracle {
namespace {

using record::CostOption;
using record::Directory;
using record::Organisation;
using record::Service;
using std::chrono::days;

std::string RandomText(int words, Random& random) {
  std::string text;
  for (int i = 0; i < words; ++i) {
    if (!text.empty()) text += ' ';
    text += random.Chance(15) ? random.Pick(StopWords()) : random.Pick(TextWords());
  }
  return text;
}

std::string Capitalised(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::vector<Organisation> MakeOrganisations(const std::string& source, Random& random) {
  std::vector<Organisation> organisations;
  for (int i = random.Within(2, 4); i > 0; --i) {
    Organisation organisation;
    organisation.public_id = random.Uuid();
    organisation.id = random.Chance(50) ? organisation.public_id : source + std::to_string(i);
    organisation.name = Capitalised(RandomText(2, random));
    organisations.push_back(std::move(organisation));
  }
  return organisations;
}

void AddNames(Service& service, const std::vector<std::string>& shared_names, Random& random) {
  service.name =
      random.Chance(30) ? random.Pick(shared_names) : RandomText(random.Within(1, 3), random);
  if (random.Chance(50)) service.name = Capitalised(service.name);
  if (random.Chance(75)) service.description = RandomText(random.Within(1, 50), random);
}

void AddTerms(Service& service, const record::Taxonomy& taxonomy, Random& random) {
  if (random.Chance(22)) return;
  const auto add = [&](const record::VocabularyTerm& term) {
    service.terms.push_back({term.vocabulary, term.code, random.Chance(50) ? term.label : ""});
  };
  const auto in = [&](std::string_view vocabulary) {
    std::vector<record::VocabularyTerm> terms;
    for (const auto& term : taxonomy.terms) {
      if (term.vocabulary == vocabulary) terms.push_back(term);
    }
    return terms;
  };
  const auto types = in(kServiceTypes);
  for (int i = random.Within(1, 2); i > 0; --i) add(random.Pick(types));
  if (random.Chance(25)) add(random.Pick(in("localActivity")));
  if (random.Chance(5)) add(random.Pick(in(kNeeds)));
  if (random.Chance(6)) service.terms.push_back({std::string(kServiceTypes), "9001", "Tool hub"});
  if (random.Chance(4)) service.terms.push_back({"feedTerms", "1", "red boat"});
  if (random.Chance(4)) service.terms.push_back(service.terms.front());
}

// Types that its text might suggest: only a service that carries none has any.
void AddInferredTypes(Service& service, const record::Taxonomy& taxonomy, Random& random) {
  const bool is_typed =
      std::any_of(service.terms.begin(), service.terms.end(),
                  [](const record::TermRef& term) { return term.vocabulary == kServiceTypes; });
  if (is_typed || random.Chance(30)) return;
  for (int i = random.Within(1, 2); i > 0; --i) {
    const auto& term = taxonomy.terms[static_cast<std::size_t>(random.Within(0, 29))];
    service.inferred_types.push_back({{term.vocabulary, term.code, term.label}, "warm tea"});
  }
}

void AddAges(Service& service, Random& random) {
  if (random.Chance(25)) return;
  for (int i = random.Weighted({85, 15}) == 0 ? 1 : 2; i > 0; --i) {
    record::AgeRange range;
    switch (random.Weighted({50, 18, 18, 14})) {
      case 0:
        range.minimum = random.Pick(std::array<int, 5>{0, 5, 11, 18, 50});
        range.maximum = *range.minimum + random.Within(1, 15);
        break;
      case 1:
        range.minimum = random.Pick(std::array<int, 4>{5, 16, 18, 65});
        break;
      case 2:
        range.maximum = random.Pick(std::array<int, 4>{4, 11, 17, 25});
        break;
      default:  // in months
        range.minimum = random.Chance(50) ? 0 : 0.5;
        range.maximum = random.Pick(std::array<double, 3>{1.5, 2.5, 3});
    }
    service.ages.push_back(range);
  }
}

CostOption MakeCostOption(Date as_of, Random& random) {
  CostOption option;
  switch (random.Weighted({25, 40, 15, 20})) {
    case 0:
      option.amount = 0;
      break;
    case 1:
      option.amount = random.Pick(std::array<double, 3>{0.5, 3, 12});
      option.currency = "GBP";
      break;
    case 2:
      option.option =
          random.Pick(std::array<const char*, 3>{"Free", "No charge.", "free of charge"});
      break;
    default:
      option.amount_description =
          random.Pick(std::array<const char*, 3>{"by donation", "free for members", "ask us"});
  }
  if (random.Chance(25))
    option.valid_to = as_of + days(random.Pick(std::array<int, 4>{-30, -1, 0, 9}));
  return option;
}

void AddCosts(Service& service, Date as_of, Random& random) {
  if (random.Chance(10)) {
    service.fees = random.Pick(std::array<const char*, 3>{"Free", "Small fee", "free to attend"});
  }
  for (int i = static_cast<int>(random.Weighted({35, 50, 15})); i > 0; --i) {
    service.cost_options.push_back(MakeCostOption(as_of, random));
  }
}

void AddReach(Service& service, Random& random) {
  constexpr std::array<Attending, 4> kAll = {Attending::kVenue, Attending::kHomeVisit,
                                             Attending::kOnline, Attending::kPhone};
  switch (random.Weighted({45, 20, 10, 10, 15})) {
    case 1:
      service.attending = {Attending::kVenue};
      break;
    case 2:
      service.attending = {Attending::kHomeVisit};
      break;
    case 3:
      service.attending = {random.Chance(50) ? Attending::kOnline : Attending::kPhone};
      break;
    case 4:
      service.attending = {random.Pick(kAll), random.Pick(kAll)};
      break;
    default:
      break;
  }
  constexpr std::array<Access, 4> kAccess = {Access::kDropIn, Access::kAppointment,
                                             Access::kReferral, Access::kMembership};
  if (random.Chance(65)) service.access.Add(random.Pick(kAccess));
  if (random.Chance(20)) service.access.Add(random.Pick(kAccess));
}

void AddLanguages(Service& service, Random& random) {
  constexpr std::array<std::array<const char*, 2>, 5> kLanguages = {
      {{"en", "English"}, {"pl", "Polish"}, {"cy", "Welsh"}, {"", "Romany"}, {"bn", ""}}};
  if (random.Chance(45)) return;
  for (int i = random.Within(1, 3); i > 0; --i) {
    const auto& [code, name] = random.Pick(kLanguages);
    service.languages.push_back({code, name});
  }
}

void AddDates(Service& service, Date today, Random& random) {
  switch (random.Weighted({25, 8, 67})) {
    case 1:
      service.assured_date = today + days(random.Within(1, 60));
      break;
    case 2:
      service.assured_date = today - days(random.Within(0, random.Chance(50) ? 100 : 500));
      break;
    default:
      break;
  }
  if (random.Chance(70)) {
    service.last_modified = Moment(today - days(random.Within(-2, 300))) +
                            std::chrono::seconds(random.Pick(std::array<int, 3>{0, 1, 43'200}));
  }
  switch (random.Weighted({55, 22, 10, 8, 5})) {
    case 0:
      service.status = Status::kActive;
      break;
    case 2:
      service.status = Status::kTemporarilyClosed;
      break;
    case 3:
      service.status = Status::kInactive;
      break;
    case 4:
      service.status = Status::kDefunct;
      break;
    default:
      break;
  }
}

void AddContacts(Service& service, Random& random) {
  if (random.Chance(30)) service.email = "office@example.org";
  if (random.Chance(30)) service.url = "https://example.org/";
  if (random.Chance(20)) service.phones.push_back({.number = "01632 960001"});
  if (random.Chance(20)) {
    record::Contact contact;
    contact.name = "Sam";
    if (random.Chance(50)) contact.phones.push_back({.number = "01632 960002"});
    service.contacts.push_back(std::move(contact));
  }
  if (random.Chance(10)) service.eligibility_description = "Residents";
  if (random.Chance(10)) service.eligibilities.push_back({.text = "adult"});
}

// Some are followed by a second part of the same days, so that the two together cover more.
void AddRows(std::vector<record::Schedule>& rows, int count, const Directory& directory, Date today,
             Random& random) {
  const KnownDays known = KnownDaysOf(directory.as_of);
  for (int i = count; i > 0; --i) {
    rows.push_back(MakeSchedule(known, today, random));
    if (random.Chance(12)) rows.push_back(SequelOf(rows.back(), random));
  }
}

// Rows at the service, at its locations, at both or nowhere.
void AddSchedules(Service& service, const Directory& directory, Date today, Random& random) {
  const std::size_t manner = random.Weighted({25, 25, 30, 20});
  if (manner == 1 || manner == 3) {
    AddRows(service.schedules, random.Within(1, 2), directory, today, random);
  }
  if (manner < 2) return;
  for (record::ServiceAtLocation& at : service.locations) {
    AddRows(at.schedules, random.Within(0, 2), directory, today, random);
  }
}

// Likewise; some of services that state no other times.
void AddHolidays(Service& service, const Directory& directory, Date today, Random& random) {
  const auto add = [&](std::vector<record::HolidaySchedule>& rows) {
    for (int i = random.Within(1, 3); i > 0; --i) {
      rows.push_back(MakeHolidaySchedule(directory, today, random));
    }
  };
  if (random.Chance(25)) add(service.holiday_schedules);
  for (record::ServiceAtLocation& at : service.locations) {
    if (random.Chance(10)) add(at.holiday_schedules);
  }
}

}  // namespace

void AddServices(Directory& directory, Date today, int times, Random& random) {
  const std::vector<record::Location> venues = MakeVenues(directory.gazetteer, random);
  std::vector<std::string> shared_names;
  for (int i = 0; i < 5; ++i) shared_names.push_back(RandomText(2, random));
  for (const record::SourceInfo& source : directory.sources) {
    const std::vector<Organisation> organisations = MakeOrganisations(source.id, random);
    const int most = 70 / static_cast<int>(directory.sources.size()) + 2;
    const int count = times * random.Within(8, most);
    for (int number = 1; number <= count; ++number) {
      Service service;
      service.source = source.id;
      service.public_id = random.Uuid();
      // Numbers are used by several sources at once.
      service.id = random.Chance(50) ? service.public_id : std::to_string(number);
      if (random.Chance(75)) service.organisation = random.Pick(organisations);
      AddNames(service, shared_names, random);
      AddTerms(service, directory.taxonomy, random);
      AddInferredTypes(service, directory.taxonomy, random);
      AddAges(service, random);
      AddCosts(service, directory.as_of, random);
      AddReach(service, random);
      AddLanguages(service, random);
      AddDates(service, today, random);
      AddContacts(service, random);
      AddLocations(service, directory.gazetteer, venues, random);
      AddServiceAreas(service, directory.gazetteer, random);
      AddSchedules(service, directory, today, random);
      AddHolidays(service, directory, today, random);
      directory.services.push_back(std::move(service));
    }
  }
}

}  // namespace waypost::oracle
