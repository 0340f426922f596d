#include "engine/core/status.h"

#include <gtest/gtest.h>

#include <memory>

namespace waypost {
namespace {

absl::StatusOr<int> Half(int number) {
  if (number % 2 != 0) return InvalidArgument("odd");
  return number / 2;
}

absl::StatusOr<int> Quarter(int number) {
  ASSIGN_OR_RETURN(const int half, Half(number));
  int quarter = -1;
  ASSIGN_OR_RETURN(quarter, Half(half));
  return quarter;
}

absl::Status NeedsEven(int number) {
  RETURN_IF_ERROR(Half(number).status());
  return NotFound("reached the end");
}

TEST(AssignOrReturn, AssignsOrLeavesWithTheError) {
  EXPECT_EQ(*Quarter(12), 3);
  EXPECT_EQ(Quarter(6).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(Quarter(3).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST(ReturnIfError, GoesOnWhenFine) {
  EXPECT_EQ(NeedsEven(2).code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(NeedsEven(1).code(), absl::StatusCode::kInvalidArgument);
}

TEST(Annotate, KeepsTheCodeAndPutsTheContextInFront) {
  const absl::Status status = Annotate(DataLoss("bad byte"), "file a");
  EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(MessageOf(status), "file a: bad byte");
  EXPECT_TRUE(Annotate(absl::OkStatus(), "file a").ok());
}

}  // namespace
}  // namespace waypost
