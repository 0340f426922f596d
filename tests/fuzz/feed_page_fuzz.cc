// A page of a feed as the validator reads it, whatever it is: envelope, rows, facts. Every finding
// is printable, and the same page gives the same findings. The first byte chooses the dialect.

#include <cstdint>
#include <string>
#include <string_view>

#include "index_builder/validate/check_service.h"
#include "index_builder/validate/envelope.h"
#include "index_builder/validate/facet_question.h"
#include "index_builder/validate/feed_reader.h"
#include "index_builder/validate/seen_ids.h"
#include "tests/fuzz/fuzz_check.h"

namespace {

using namespace waypost;            // NOLINT: a fuzz target is a program of its own
using namespace waypost::validate;  // NOLINT

void CheckRow(sources::JsonElement row, Standard standard, SeenIds& ids, FindingList& findings) {
  RecordCheck check(findings, standard, *ParseIsoDate("2026-11-21"), "page",
                    sources::JsonText(row, "id"));
  CheckService(row, RecordForm::kFull, check);
  ids.AddParts(row, check);
  const RecordFacts facts = FactsOf(row, standard);
  for (Facet facet : kFacets) {
    OwnQuestion(facet, facts, standard);
    ControlQuestion(facet, facts, standard);
  }
}

std::string FindingsOf(std::string_view text, Standard standard) {
  FindingList findings;
  const auto document = ReadJson(text, {}, findings);
  if (document) {
    const Envelope envelope = ReadEnvelope(document->root());
    CheckEnvelopeFields(document->root(), standard, "page", findings);
    CheckEnvelopeValues(envelope, {.number = 1, .per_page = 10}, standard, "page", findings);
    SeenIds ids;
    for (const sources::JsonElement& row : envelope.rows) CheckRow(row, standard, ids, findings);
    CheckRow(document->root(), standard, ids, findings);
  }
  std::string seen;
  for (const FindingRule& rule : AllFindingRules()) {
    const FindingList::Group& group = findings.group(rule.kind);
    FUZZ_CHECK(group.kept.size() <= group.count);
    for (const Finding& finding : group.kept) {
      for (const std::string& part : {finding.place.record, finding.place.pointer, finding.what}) {
        for (char c : part) FUZZ_CHECK(static_cast<unsigned char>(c) >= 0x20);
        seen += part;
        seen += '\n';
      }
    }
  }
  return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Standard standard = (data[0] & 1U) != 0 ? Standard::kV1 : Standard::kV3;
  const std::string text(static_cast<const char*>(static_cast<const void*>(data + 1)), size - 1);
  FUZZ_CHECK(FindingsOf(text, standard) == FindingsOf(text, standard));
  return 0;
}
