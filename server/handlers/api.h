#pragma once

// The endpoints, one struct each: references to what it reads, and one call operator.

#include <string_view>

#include "engine/ask/phrase_book.h"
#include "server/request/serving_index.h"
#include "server/transport/http.h"

namespace waypost::server {

// GET /api/search
struct SearchHandler {
  const ServingIndex& serving;
  HttpResponse operator()(const HttpRequest& request) const;
};

// GET /api/ask?text=: a sentence read into a search, and its answer.
struct AskHandler {
  const ServingIndex& serving;
  const absl::StatusOr<ask::PhraseBook>& phrases;
  HttpResponse operator()(const HttpRequest& request) const;
};

// GET /api/services/{id}: the whole record.
struct ServiceHandler {
  const ServingIndex& serving;
  HttpResponse operator()(const HttpRequest& request, std::string_view id) const;
};

// GET /api/services/{id}/sessions?from=&to=: when it is on, day by day.
struct SessionsHandler {
  const ServingIndex& serving;
  HttpResponse operator()(const HttpRequest& request, std::string_view id) const;
};

// GET /api/services/{id}/calendar.ics: its sessions as a calendar file.
struct CalendarHandler {
  const ServingIndex& serving;
  HttpResponse operator()(const HttpRequest& request, std::string_view id) const;
};

// GET /api/places?q=: what `near` would be read as.
struct PlacesHandler {
  const ServingIndex& serving;
  HttpResponse operator()(const HttpRequest& request) const;
};

// GET /api/needs, /api/circumstances, /api/personas and /api/service-types: what can be asked for,
// with how many services answer.
struct TermsHandler {
  const ServingIndex& serving;
  HttpResponse Needs(const HttpRequest& request) const;
  HttpResponse Circumstances(const HttpRequest& request) const;
  HttpResponse Personas(const HttpRequest& request) const;
  HttpResponse ServiceTypes(const HttpRequest& request) const;
};

// GET /api/questions, and /api/questions/{tree}?answer=: a few questions that lead to a search.
struct QuestionsHandler {
  const ServingIndex& serving;
  HttpResponse List(const HttpRequest& request) const;
  HttpResponse operator()(const HttpRequest& request, std::string_view id) const;
};

// GET /api/suggest?q=: what may be meant by what is typed so far.
struct SuggestHandler {
  const ServingIndex& serving;
  HttpResponse operator()(const HttpRequest& request) const;
};

// GET /api/why-not?id=: why a service is not among the results of the other parameters.
struct WhyNotHandler {
  const ServingIndex& serving;
  HttpResponse operator()(const HttpRequest& request) const;
};

// GET /api/sources
struct SourcesHandler {
  const ServingIndex& serving;
  HttpResponse operator()(const HttpRequest& request) const;
};

// GET /openapi.json and /docs: the description of all of this, for programs and for people.
struct DescriptionHandler {
  const ServingIndex& serving;
  HttpResponse Json() const;
  HttpResponse Page() const;
};

// GET /healthz and /readyz
struct HealthHandler {
  const ServingIndex& serving;
  HttpResponse Health() const;
  HttpResponse Ready() const;
};

}  // namespace waypost::server
