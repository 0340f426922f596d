#pragma once

// Why a document answers the question (QUERY.md, "Answer"): as data, and as one sentence.
//
//   const std::vector<Reason> reasons = ReasonsOf(index, resolved, hit);
//   WriteWhy(reasons, json);                // "why": [{"kind": "need", ...}, ...]
//   SentenceOf(reasons)     // "Mentions “letters”; helps with: Help with debt; 0.3 miles away."

#include <string>
#include <vector>

#include "engine/index/index.h"
#include "engine/query/result.h"
#include "server/response/json_text.h"

namespace waypost::server {

struct Reason {
  std::string_view kind;  // "word", "need", "service_type", "session", "place", ...
  std::string id = {};    // of a term
  std::string label = {};
  std::string text = {};
  // Words of the service that suggest the term, where its publisher did not state it.
  std::string inferred_from = {};
  bool is_inferred = false;
  bool is_possible = false;  // the type that serves the need says nothing of it: see TellsOf
  std::string_view bank_holiday = {};  // in words, where it is on such a day; else ""
};

std::vector<Reason> ReasonsOf(const Index& index, const query::ResolvedQuery& resolved,
                              const query::Hit& hit);

// The members "why" and "why_text".
void WriteWhy(const std::vector<Reason>& reasons, JsonText& json);

// "" without a reason.
std::string SentenceOf(const std::vector<Reason>& reasons);

}  // namespace waypost::server
