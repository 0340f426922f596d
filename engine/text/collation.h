#pragma once

// Names in the order an English reader expects: ICU's root collation for English at secondary
// strength, so case makes no difference, accents do after letters, and spaces and punctuation sort
// before digits, digits before letters ("A1" < "Aa" = "AA" < "Ab").
//
//   ASSIGN_OR_RETURN(const Collation collation, Collation::Create());
//   collation.Key("age uk") == collation.Key("Age UK");
//
// Keys compare by bytes. They are a function of the name and of `CollationVersion()`, which the
// manifest records: keys of two versions must not be mixed. Safe to use from any thread.

#include <memory>
#include <string>
#include <string_view>

#include "engine/core/status.h"

namespace waypost::text {

// "icu 72.1 collation 153.120": library and collation data.
std::string CollationVersion();

class Collation {
 public:
  // Errors: Internal when ICU's data are not installed.
  static absl::StatusOr<Collation> Create();

  Collation(Collation&&) noexcept;
  Collation& operator=(Collation&&) noexcept;
  ~Collation();

  // No zero bytes; "" for a name without any sortable character. Bytes that are no UTF-8 sort as
  // U+FFFD. About a microsecond.
  std::string Key(std::string_view name) const;

 private:
  struct State;
  explicit Collation(std::unique_ptr<const State> state);

  std::unique_ptr<const State> state_;
};

}  // namespace waypost::text
