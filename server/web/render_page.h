#pragma once

// A page around its content: head, header, footer with sources and licences, and the headers that
// keep it private.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/transport/http.h"
#include "server/web/asked_page.h"
#include "server/web/page_data.h"
#include "server/web/site.h"

namespace waypost::server {

enum class PageKeeping : std::uint8_t { kPublic, kPrivate, kNever };

struct Page {
  std::string_view name;  // of the template
  std::string title;      // without the site's name
  PageData content = {};
  int status = 200;
  PageKeeping keeping = PageKeeping::kPublic;
  // It is about something that others must not see: "Exit this page" stands on it.
  bool is_sensitive = false;
  bool has_map = false;
  // Whose records the page shows: their licences stand below. Each once.
  std::vector<SourceOrdinal> sources = {};
  // The same page in the other language; "" for the start page.
  std::string address = {};
  // What is new of what the page shows, as an Atom feed; "" for none.
  std::string feed_address = {};
  // The subject of the page in JSON-LD, for machines; "" for none.
  std::string json_ld = {};
};

HttpResponse RenderPage(const Site& site, const AskedPage& asked, Page page);

// 303: the browser asks for `address` instead.
HttpResponse SeeOther(const std::string& address);

// There is no such page; or such a service.
HttpResponse NotFoundPage(const Site& site, const AskedPage& asked);
// Something failed that is no fault of the one who asked.
HttpResponse FailurePage(const Site& site, const AskedPage& asked, const absl::Status& status);

}  // namespace waypost::server
