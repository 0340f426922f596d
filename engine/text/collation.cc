#include "engine/text/collation.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>

#include <cstdint>
#include <utility>

namespace waypost::text {

struct Collation::State {
  std::unique_ptr<const icu::Collator> collator;
};

Collation::Collation(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Collation::Collation(Collation&&) noexcept = default;
Collation& Collation::operator=(Collation&&) noexcept = default;
Collation::~Collation() = default;

namespace {

std::unique_ptr<icu::Collator> MakeCollator() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale::getEnglish(), error));
  if (U_FAILURE(error)) return nullptr;
  collator->setStrength(icu::Collator::SECONDARY);
  return collator;
}

}  // namespace

absl::StatusOr<Collation> Collation::Create() {
  std::unique_ptr<icu::Collator> collator = MakeCollator();
  if (collator == nullptr) return Internal("ICU cannot sort English: its data are not installed");
  return Collation(std::make_unique<const State>(State{std::move(collator)}));
}

std::string Collation::Key(std::string_view name) const {
  const auto wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  std::string key(name.size() * 2 + 16, '\0');
  const auto capacity = static_cast<std::int32_t>(key.size());
  auto* bytes = reinterpret_cast<std::uint8_t*>(key.data());
  std::int32_t size = state_->collator->getSortKey(wide, bytes, capacity);
  if (size > capacity) {
    key.resize(static_cast<std::size_t>(size));
    bytes = reinterpret_cast<std::uint8_t*>(key.data());
    size = state_->collator->getSortKey(wide, bytes, size);
  }
  key.resize(size > 0 ? static_cast<std::size_t>(size) - 1 : 0);  // without the final zero
  return key;
}

std::string CollationVersion() {
  const std::unique_ptr<icu::Collator> collator = MakeCollator();
  std::string version = "icu " U_ICU_VERSION " collation ";
  if (collator == nullptr) return version + "none";
  UVersionInfo info;
  collator->getVersion(info);
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_versionToString(info, text);
  return version + text;
}

}  // namespace waypost::text
