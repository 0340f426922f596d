#pragma once

// Public ids: the only ids that leave the program.
//
// A publisher's id that is a UUID is kept; every other one is turned into a UUID that depends only
// on source, kind of thing and id, so it is the same in every build and on every machine:
//
//   Uuid id = PublicId("bristol", "service", "1502");     // UUIDv5 of "bristol<1F>service<1F>1502"
//   FormatUuid(id)                                        // "xxxxxxxx-xxxx-5xxx-yxxx-xxxxxxxxxxxx"
//
// The bytes of a Uuid sort as its text does.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace waypost {

using Uuid = std::array<std::uint8_t, 16>;

// The namespace of all derived ids (FORMAT.md, "Public ids"). Changing it would change every public
// id of every index: never.
inline constexpr std::string_view kPublicIdNamespace = "fab7cc8b-d495-46e1-abe8-9e5aaf0042f1";

// UUIDv5 (RFC 4122, SHA-1) of source, entity and id joined by the byte 0x1F. `entity` is the
// singular name in the data standard: "service", "organization", "location", ...
Uuid PublicId(std::string_view source, std::string_view entity, std::string_view id);

// Reads exactly 8-4-4-4-12 hexadecimal digits, either case; no braces, no "urn:uuid:". Any version.
std::optional<Uuid> ParseUuid(std::string_view text);
inline bool IsUuid(std::string_view text) { return ParseUuid(text).has_value(); }

// 36 characters, lower case.
std::string FormatUuid(const Uuid& uuid);

}  // namespace waypost
