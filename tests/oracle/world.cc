#include "tests/oracle/world.h"

#include <array>

#include "tests/oracle/world_gazetteer.h"
#include "tests/oracle/world_holidays.h"
#include "tests/oracle/world_services.h"
#include "tests/oracle/world_taxonomy.h"

namespace waypost::oracle {
namespace {

void AddSources(record::Directory& directory, Random& random) {
  constexpr std::array<const char*, 4> kIds = {"alpha", "beta", "delta", "gamma"};
  const int count = random.Within(1, 4);
  for (int i = 0; i < count; ++i) {
    record::SourceInfo source;
    source.id = kIds.at(static_cast<std::size_t>(i));
    source.title = "Source " + source.id;
    source.licence = "OGL-UK-3.0";
    directory.sources.push_back(std::move(source));
  }
}

void CountRecords(record::Directory& directory) {
  for (record::SourceInfo& source : directory.sources) {
    for (const record::Service& service : directory.services) {
      if (service.source == source.id) ++source.published;
    }
    source.read = source.published;
  }
}

// Mostly all fields of text; in some worlds a few of them.
void ChooseTextFields(record::Directory& directory, Random& random) {
  if (!random.Chance(15)) return;
  for (const record::TextField field :
       {record::TextField::kOrganization, record::TextField::kDescription,
        record::TextField::kTaxonomy, record::TextField::kLocation}) {
    if (random.Chance(50)) directory.text_fields.Remove(field);
  }
}

// Answers that narrow, widen, find nothing and change nothing.
std::vector<QuestionTree> MakeQuestionTrees() {
  QuestionTree tree{.id = "company",
                    .label = "Company",
                    .description = "Somebody to be with",
                    .conditions = {{"need", "waypostNeeds:company"}, {"unknown", "keep"}},
                    .questions = {}};
  tree.questions.push_back({.id = "how",
                            .text = "How?",
                            .after = {},
                            .answers = {{"place", "At a place", {{"reach", "place"}}},
                                        {"far", "From afar", {{"reach", "remote"}}},
                                        {"cheap", "For nothing", {{"free", "yes"}}}}});
  tree.questions.push_back(
      {.id = "when",
       .text = "When?",
       .after = {{"how", "place"}},
       .answers = {{"weekend", "At the weekend", {{"day", "SA"}, {"day", "SU"}}},
                   {"tuesday", "On Tuesdays", {{"day", "TU"}}}}});
  tree.questions.push_back(
      {.id = "who",
       .text = "Who?",
       .after = {},
       .answers = {{"child", "A child", {{"age", "7"}}}, {"adult", "Me", {}}}});
  return {tree};
}

}  // namespace

World MakeWorld(std::uint64_t seed, std::uint64_t number, int times) {
  Random random(seed, number * 2);
  World world;
  record::Directory& directory = world.directory;
  directory.as_of =
      Date(std::chrono::year(2026) / 1 / 1) + std::chrono::days(random.Within(0, 500));
  world.now = {directory.as_of + std::chrono::days(random.Within(-1, 40)),
               MinuteOfDay(random.Within(0, kMinutesPerDay - 1))};
  directory.gazetteer = MakeGazetteer(random);
  directory.gazetteer.bank_holidays = MakeBankHolidays(directory.as_of, world.now.date, random);
  directory.taxonomy = MakeTaxonomy(random);
  directory.question_trees = MakeQuestionTrees();
  AddSources(directory, random);
  AddServices(directory, world.now.date, times, random);
  CountRecords(directory);
  ChooseTextFields(directory, random);
  return world;
}

}  // namespace waypost::oracle
