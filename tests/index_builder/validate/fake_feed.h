#pragma once

// A feed without a socket, which does everything right until it is told otherwise.
//
//   FakeFeed feed(Standard::kV1, 5);
//   feed.change = [](const FakeRequest& request, fetch::HttpAnswer& answer) { ... };
//
// Services are those of good_record.h at https://feed.larkmoor.uk/api; every filter of the five
// self-tests works. `change` may alter any answer.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "index_builder/fetch/http_exchange.h"
#include "tests/index_builder/validate/good_record.h"

namespace waypost::validate {

struct FakeRequest {
  std::string path;  // "/services/x"; "" is the root
  std::map<std::string, std::string> parameters;

  bool Has(const std::string& name) const { return parameters.contains(name); }
  std::string Get(const std::string& name) const {
    return Has(name) ? parameters.at(name) : std::string();
  }
  int Number(const std::string& name, int otherwise) const {
    return Has(name) ? std::stoi(Get(name)) : otherwise;
  }
};

class FakeFeed : public fetch::HttpExchange {
 public:
  FakeFeed(Standard standard, int services);

  absl::StatusOr<fetch::HttpAnswer> Get(const fetch::Url& url) override;

  static fetch::Url Root() { return *fetch::Url::Parse("https://feed.larkmoor.uk/api"); }

  std::function<void(const FakeRequest&, fetch::HttpAnswer&)> change;
  std::vector<std::string> asked;  // targets
  // Filters that are passed over.
  std::vector<std::string> deaf;
  std::vector<int> order;  // the numbers of the services as they are listed
  int max_per_page = 1000;

 private:
  bool Meets(int number, const FakeRequest& request) const;
  fetch::HttpAnswer Answer(const FakeRequest& request) const;
  std::string Page(const FakeRequest& request) const;
  std::string TermText(int number) const;
  std::string OtherRow(const std::string& path) const;

  const Standard standard_;
};

// A page of rows in either dialect.
std::string PageText(Standard standard, const std::vector<std::string>& rows, int page, int pages,
                     int total);

}  // namespace waypost::validate
