#pragma once

// A router over an index in memory, asked without a socket.
//
//   const Asking asking({testing::ServiceAt("near", 51.5, -2.5)});
//   const rapidjson::Document answer = asking.Json("/api/search?near=WE1+1AA");
//   EXPECT_EQ(answer["total"].GetInt(), 1);
//
// It is 2026-11-21, 14:05:30; the land is that of small_directory.h.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/hours/clock.h"
#include "rapidjson/document.h"
#include "server/handlers/router.h"
#include "server/request/serving_index.h"
#include "server/transport/http.h"
#include "tests/support/small_directory.h"

namespace waypost::server {

// The value of a header; "" when there is none. Every header is there once at most.
std::string HeaderOf(const HttpResponse& response, std::string_view name);

// The body as JSON; a failed expectation, and null, when it is none or no UTF-8.
rapidjson::Document JsonOf(const HttpResponse& response);

// As it would be written: to compare parts of an answer with one line of text.
std::string TextOf(const rapidjson::Value& value);

class Asking {
 public:
  explicit Asking(std::vector<record::Service> services);
  explicit Asking(record::Directory directory);
  // Over an index that is there already.
  explicit Asking(std::shared_ptr<const Index> index);

  HttpResponse Get(std::string_view target) const { return Ask("GET", target); }
  HttpResponse Ask(std::string_view method, std::string_view target,
                   std::vector<std::pair<std::string, std::string>> headers = {}) const;

  // A form sent by POST, as "q=tea&near=WE1".
  HttpResponse Post(std::string_view path, std::string body) const;
  // A body of that type.
  HttpResponse PostAs(std::string_view type, std::string_view path, std::string body) const;

  // The answer, which must be 200.
  rapidjson::Document Json(std::string_view target) const;
  // The problem, which must have that status.
  rapidjson::Document Problem(std::string_view target, int status = 400) const;

  const Index& index() const { return *serving_.index; }
  const ServingIndex& serving() const { return serving_; }

 private:
  FixedClock clock_;
  SynonymSource synonyms_;
  ServingIndex serving_;
  Router router_;
};

// A service that states all there is to state: "Memory Café" at WE1 1AA, free, Saturdays from 10am
// to 12pm and the first of December from 7pm to 9pm, of type 111.
record::Service StatedService();

}  // namespace waypost::server
