#pragma once

// The artefact that the tests of this folder read and harm: a text, a column, a jagged column, an
// empty section, and one with a number that no program knows.

#include <cstdint>
#include <vector>

#include "engine/core/strong_id.h"
#include "engine/format/section_id.h"
#include "tests/support/damage.h"

namespace waypost::testing {

struct RowTag;
using Row = StrongId<RowTag, std::uint32_t>;

inline constexpr auto kText = SectionId::kManifest;
inline constexpr auto kNumbers = SectionId{9001};  // std::uint64_t: 1, 2, 3
inline constexpr auto kOffsets = SectionId{9002};  // rows {10, 11}, {}, {12}
inline constexpr auto kValues = SectionId{9003};   // std::uint16_t
inline constexpr auto kEmpty = SectionId{9004};
inline constexpr auto kSectionsOfSmall = std::size_t{5};

// "hello" in kText; three documents.
Bytes SmallArtefact();

}  // namespace waypost::testing
