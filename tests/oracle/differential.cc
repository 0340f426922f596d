#include "tests/oracle/differential.h"

#include "tests/oracle/query_generator.h"
#include "tests/oracle/query_text.h"
#include "tests/oracle/row_text.h"
#include "tests/oracle/scan.h"
#include "tests/oracle/shrink.h"
#include "tests/oracle/world.h"

namespace waypost::oracle {
namespace {

std::string DescribeReply(const absl::StatusOr<Answer>& reply) {
  return reply.ok() ? Describe(*reply) : "error: " + MessageOf(reply.status()) + "\n";
}

// Of more than these a report names no rows.
constexpr std::size_t kFewServices = 20;

// Asks both sides of a case from scratch.
std::string DifferenceOf(EngineUnderTest& engine, const Case& asked) {
  const absl::Status loaded = engine.Load(asked.directory);
  if (!loaded.ok()) return "the engine refuses the directory: " + MessageOf(loaded);
  return CompareReplies(Scan(asked.directory, asked.query, asked.now),
                        engine.Run(asked.query, asked.now));
}

std::string Report(EngineUnderTest& engine, const Case& shrunk, const std::string& origin) {
  std::string report = origin + "\nasked: " + QueryText(shrunk.query) +
                       "\nclock: " + MinuteText(shrunk.now) + ", as of " +
                       FormatIsoDate(shrunk.directory.as_of) + "\nservices left: ";
  const bool few_left = shrunk.directory.services.size() <= kFewServices;
  for (const record::Service& service : shrunk.directory.services) {
    report += "\n  " + service.public_id + " " + service.name;
    if (few_left) report += RowsText(service);
  }
  for (const record::BankHoliday& holiday : shrunk.directory.gazetteer.bank_holidays) {
    report += "\n  bank holiday " + FormatIsoDate(holiday.date) + " of " + holiday.division;
  }
  report += "\nfirst difference: " + DifferenceOf(engine, shrunk);
  const absl::StatusOr<Answer> expected = Scan(shrunk.directory, shrunk.query, shrunk.now);
  const absl::StatusOr<Answer> actual = engine.Run(shrunk.query, shrunk.now);
  return report + "\nthe scan says:\n" + DescribeReply(expected) + "the engine says:\n" +
         DescribeReply(actual);
}

std::string Origin(const DifferentialOptions& options, int world, int query,
                   const query::Query& asked) {
  return "seed " + std::to_string(options.seed) + ", world " + std::to_string(world) + ", query " +
         std::to_string(query) + ": " + QueryText(asked);
}

std::string MakeReport(EngineUnderTest& engine, const DifferentialOptions& options, Case found,
                       const std::string& origin) {
  if (options.shrink) {
    found = Shrink(std::move(found),
                   [&](const Case& smaller) { return !DifferenceOf(engine, smaller).empty(); });
  }
  return Report(engine, found, origin);
}

}  // namespace

std::string CompareReplies(const absl::StatusOr<Answer>& expected,
                           const absl::StatusOr<Answer>& actual) {
  if (expected.ok() && actual.ok()) return FirstDifference(*expected, *actual);
  if (!expected.ok() && !actual.ok()) return "";
  return expected.ok() ? "expected an answer; got the error " + MessageOf(actual.status())
                       : "expected the error " + MessageOf(expected.status()) + "; got an answer";
}

DifferentialOutcome RunDifferential(EngineUnderTest& engine, const DifferentialOptions& options) {
  DifferentialOutcome outcome;
  while (outcome.queries < options.queries) {
    const int number = outcome.worlds++;
    const World world =
        MakeWorld(options.seed, static_cast<std::uint64_t>(number), options.world_times);
    Random random(options.seed, static_cast<std::uint64_t>(number) * 2 + 1);
    QueryGenerator generator(world, random);
    const absl::Status loaded = engine.Load(world.directory);
    if (!loaded.ok()) {
      outcome.difference = "seed " + std::to_string(options.seed) + ", world " +
                           std::to_string(number) +
                           ": the engine refuses the directory: " + MessageOf(loaded);
      return outcome;
    }
    for (int i = 0; i < options.queries_per_world && outcome.queries < options.queries; ++i) {
      const query::Query query = generator.Next();
      const absl::StatusOr<Answer> expected = Scan(world.directory, query, world.now);
      ++outcome.queries;
      if (!expected.ok()) ++outcome.errors;
      if (CompareReplies(expected, engine.Run(query, world.now)).empty()) continue;
      outcome.difference = MakeReport(engine, options, {world.directory, query, world.now},
                                      Origin(options, number, i, query));
      return outcome;
    }
  }
  return outcome;
}

}  // namespace waypost::oracle
