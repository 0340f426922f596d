#include "tests/index_builder/validate/fake_feed.h"

#include <algorithm>

#include "engine/core/ascii.h"
#include "server/transport/request_target.h"

namespace waypost::validate {
namespace {

constexpr std::string_view kBase = "/api";

std::string Bool(bool value) { return value ? "true" : "false"; }

FakeRequest RequestOf(const fetch::Url& url) {
  FakeRequest request;
  const auto target = server::ParseRequestTarget(url.Target());
  if (!target) return request;
  request.path = target->path.substr(std::min(kBase.size(), target->path.size()));
  if (request.path == "/") request.path.clear();
  for (const auto& [name, value] : target->parameters) request.parameters[name] = value;
  return request;
}

std::string WithoutSpaces(std::string text) {
  std::erase(text, ' ');
  for (char& c : text) c = ToUpper(c);
  return text;
}

}  // namespace

std::string PageText(Standard standard, const std::vector<std::string>& rows, int page, int pages,
                     int total) {
  const bool v1 = standard == Standard::kV1;
  std::string text = v1 ? R"({"totalElements":)" : R"({"total_items":)";
  text += std::to_string(total);
  text += v1 ? R"(,"totalPages":)" : R"(,"total_pages":)";
  text += std::to_string(pages);
  text += v1 ? R"(,"number":)" : R"(,"page_number":)";
  text += std::to_string(page);
  text += R"(,"size":)" + std::to_string(rows.size());
  text += v1 ? R"(,"first":)" : R"(,"first_page":)";
  text += Bool(page == 1);
  text += v1 ? R"(,"last":)" : R"(,"last_page":)";
  text += Bool(page >= pages);
  text += R"(,"empty":)" + Bool(rows.empty());
  text += v1 ? R"(,"content":[)" : R"(,"contents":[)";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i > 0) text += ',';
    text += rows[i];
  }
  return text + "]}";
}

FakeFeed::FakeFeed(Standard standard, int services) : standard_(standard) {
  for (int i = 1; i <= services; ++i) order.push_back(i);
}

bool FakeFeed::Meets(int number, const FakeRequest& request) const {
  const auto states = [&](const std::string& name) {
    return request.Has(name) && std::find(deaf.begin(), deaf.end(), name) == deaf.end();
  };
  const std::string name = "Chair yoga " + std::to_string(number);
  for (const char* words : {"text", "search"}) {
    if (states(words) && name.find(request.Get(words)) == std::string::npos) return false;
  }
  if (states("minimum_age") && request.Number("minimum_age", 0) < 18) return false;
  if (states("maximum_age") && request.Number("maximum_age", 0) > 99) return false;
  if (states("postcode") && WithoutSpaces(request.Get("postcode")) != "S12GH") return false;
  if (states("taxonomy_id") && request.Get("taxonomy_id") != "esdServiceType:242") return false;
  if (states("taxonomy_term_id") && request.Get("taxonomy_term_id") != GoodId(1, 'd')) return false;
  if (states("start_time") && request.Get("start_time") > "10:00") return false;
  if (states("end_time") && request.Get("end_time") < "12:00") return false;
  return true;
}

std::string FakeFeed::Page(const FakeRequest& request) const {
  std::vector<int> found;
  std::copy_if(order.begin(), order.end(), std::back_inserter(found),
               [&](int number) { return Meets(number, request); });
  const int per_page = std::clamp(request.Number("per_page", 50), 1, max_per_page);
  const int page = request.Number("page", 1);
  const int total = static_cast<int>(found.size());
  const int pages = std::max(1, (total + per_page - 1) / per_page);
  std::vector<std::string> rows;
  for (int i = (page - 1) * per_page; i < std::min(page * per_page, total); ++i) {
    const int number = found[static_cast<std::size_t>(i)];
    if (request.path == "/services") {
      rows.push_back(GoodRow(standard_, number));
    } else if (request.path.starts_with("/taxonom")) {
      rows.push_back(TermText(number));
    } else {
      rows.push_back(R"({"id":")" + GoodId(number, '6') + R"(","service_id":")" + GoodId(number) +
                     "\"}");
    }
  }
  return PageText(standard_, rows, page, pages, total);
}

// Rows of the lists of terms: as many as there are services.
std::string FakeFeed::TermText(int number) const {
  return R"({"id":")" + GoodId(number, '7') + R"(","name":"Term","description":"Term"})";
}

// The text of a row of another list than that of the services by its own address.
std::string FakeFeed::OtherRow(const std::string& path) const {
  for (int number : order) {
    const bool is_term = path == "/taxonomies/" + GoodId(number, '7') ||
                         path == "/taxonomy_terms/" + GoodId(number, '7');
    if (is_term) return TermText(number);
    if (path == "/service_at_locations/" + GoodId(number, '6')) {
      return R"({"id":")" + GoodId(number, '6') + "\"}";
    }
  }
  return {};
}

fetch::HttpAnswer FakeFeed::Answer(const FakeRequest& request) const {
  fetch::HttpAnswer answer{
      .status = 200,
      .headers = {{"content-type", "application/json"}, {"access-control-allow-origin", "*"}},
      .body = {}};
  const bool v3 = standard_ == Standard::kV3;
  const bool is_list =
      request.path == "/services" || request.path == "/taxonomies" ||
      (v3 && (request.path == "/service_at_locations" || request.path == "/taxonomy_terms"));
  if (is_list) {
    answer.body = Page(request);
    return answer;
  }
  if (v3 && request.path.empty()) {
    answer.body = R"({"version":"HSDS-UK-3.0","profile":"https://docs.larkmoor.uk/profile",)"
                  R"("openapi_url":"https://feed.larkmoor.uk/openapi.json"})";
    return answer;
  }
  answer.body = OtherRow(request.path);
  if (!answer.body.empty()) return answer;
  for (int number : order) {
    if (request.path != "/services/" + GoodId(number)) continue;
    answer.body = GoodRecord(standard_, number);
    return answer;
  }
  answer.status = 404;
  answer.body = R"({"detail":"nothing here"})";
  return answer;
}

absl::StatusOr<fetch::HttpAnswer> FakeFeed::Get(const fetch::Url& url) {
  asked.push_back(url.Target());
  const FakeRequest request = RequestOf(url);
  fetch::HttpAnswer answer = Answer(request);
  if (change) change(request, answer);
  if (answer.status == 0) return Unavailable(url.Text() + ": cut");
  return answer;
}

}  // namespace waypost::validate
