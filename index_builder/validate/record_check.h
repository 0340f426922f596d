#pragma once

// What all checks of one record share: whose it is, and where findings go.
//
// A fault that a record shows twice, in the list and in its full form, is counted once: later
// findings of the same kind at the same pointer are dropped. Not for several threads.

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "engine/core/date.h"
#include "index_builder/validate/finding_list.h"

namespace waypost::validate {

class RecordCheck {
 public:
  RecordCheck(FindingList& findings, Standard standard, Date today, std::string page,
              std::string record)
      : findings_(findings),
        standard_(standard),
        today_(today),
        page_(std::move(page)),
        record_(std::move(record)) {}

  Standard standard() const { return standard_; }
  bool is_v1() const { return standard_ == Standard::kV1; }
  Date today() const { return today_; }
  const std::string& record() const { return record_; }

  // From here on the same record is seen at another address.
  void set_page(std::string page) { page_ = std::move(page); }

  void Add(FindingKind kind, const std::string& pointer, std::string_view what) {
    if (!seen_.insert({kind, pointer}).second) return;
    findings_.Add(kind, {.page = page_, .record = record_, .pointer = pointer}, what);
  }

 private:
  FindingList& findings_;
  const Standard standard_;
  const Date today_;
  std::string page_;
  const std::string record_;
  std::set<std::pair<FindingKind, std::string>> seen_;
};

// `pointer` one step further: "/a" and "b/c" give "/a/b~1c" (RFC 6901).
std::string PointerTo(const std::string& pointer, std::string_view member);
std::string PointerTo(const std::string& pointer, std::size_t element);

}  // namespace waypost::validate
