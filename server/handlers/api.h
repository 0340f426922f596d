#pragma once

// The endpoints, one struct each: references to what it reads, and one call operator.

#include <string_view>

#include "server/request/serving_index.h"
#include "server/transport/http.h"

namespace waypost::server {

// GET /api/search
struct SearchHandler {
  const ServingIndex& serving;
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

// GET /api/sources
struct SourcesHandler {
  const ServingIndex& serving;
  HttpResponse operator()(const HttpRequest& request) const;
};

// GET /healthz and /readyz
struct HealthHandler {
  const ServingIndex& serving;
  HttpResponse Health() const;
  HttpResponse Ready() const;
};

}  // namespace waypost::server
