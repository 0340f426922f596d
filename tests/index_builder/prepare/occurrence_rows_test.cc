#include "index_builder/prepare/occurrence_rows.h"

#include <gtest/gtest.h>

namespace waypost::prepare {
namespace {

TEST(OccurrenceRows, ComeBackAsTheyWere) {
  const std::vector<std::vector<Occurrence>> all = {
      {},
      {{0, 0}},
      {{127, 1}, {128, 128}, {16'384, 65'535}, {UINT32_MAX, 3}},
      {{5, 0}, {6, 0}},
  };
  OccurrenceRows rows({});
  for (const auto& row : all) ASSERT_TRUE(rows.Add(row).ok());
  ASSERT_EQ(rows.size(), all.size());
  std::vector<Occurrence> back = {{9, 9}};
  for (std::size_t i = all.size(); i-- > 0;) {
    ASSERT_TRUE(rows.Read(i, back).ok());
    EXPECT_EQ(back, all[i]) << i;
  }
}

}  // namespace
}  // namespace waypost::prepare
