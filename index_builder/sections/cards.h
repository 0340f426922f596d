#pragma once

// List cards: what a page of results shows of each hit, written once at build so that a page is put
// together by copying bytes. Each is the inside of a JSON object, without the braces.
//
// A card has two parts: the service's, and the document's (its location and reach). The server adds
// what depends on the question: distance, sessions, certainty, reasons.

#include <string>

#include "engine/core/fact.h"
#include "index_builder/prepare/document_order.h"

namespace waypost::sections {

std::string ServiceCard(const record::Service& service, Date as_of);

std::string DocumentCard(const prepare::Document& document);

// The inside of {"key":{...}} and the like: a whole record for /api/services/{id}.
std::string RecordJson(const record::Service& service);

}  // namespace waypost::sections
