#include "server/transport/query_slots.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace waypost::server {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds kLong{600'000};

void WaitUntilWaiting(const QuerySlots& slots, std::size_t count) {
  while (slots.waiting() != count) std::this_thread::yield();
}

TEST(QuerySlotsTest, ASlotIsGivenBack) {
  QuerySlots slots(1);
  for (int i = 0; i < 3; ++i) {
    const QuerySlots::Held slot(slots, milliseconds(0));
    EXPECT_TRUE(slot);
  }
}

TEST(QuerySlotsTest, PatienceEnds) {
  QuerySlots slots(2);
  const QuerySlots::Held first(slots, kLong);
  {
    const QuerySlots::Held second(slots, kLong);
    const QuerySlots::Held third(slots, milliseconds(1));
    EXPECT_TRUE(first && second);
    EXPECT_FALSE(third);
  }
  EXPECT_EQ(slots.waiting(), 0U);
  const QuerySlots::Held fourth(slots, milliseconds(0));  // who gave up took nothing away
  EXPECT_TRUE(fourth);
}

// Any of those who waited might be the next one, so a slow client could wait for ever.
TEST(QuerySlotsTest, FirstComeFirstServed) {
  QuerySlots slots(1);
  std::optional<QuerySlots::Held> held(std::in_place, slots, kLong);
  std::mutex mutex;
  std::vector<int> order;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&, i] {
      const QuerySlots::Held slot(slots, kLong);
      const std::lock_guard lock(mutex);
      order.push_back(i);
    });
    WaitUntilWaiting(slots, static_cast<std::size_t>(i) + 1);
  }
  held.reset();
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(order, testing::ElementsAre(0, 1, 2, 3, 4, 5, 6, 7));
}

TEST(QuerySlotsTest, WhoGivesUpLeavesTheLine) {
  QuerySlots slots(1);
  std::optional<QuerySlots::Held> held(std::in_place, slots, kLong);
  bool patient_had_it = false;
  std::thread impatient([&] { EXPECT_FALSE(QuerySlots::Held(slots, milliseconds(1))); });
  impatient.join();
  std::thread patient([&] { patient_had_it = static_cast<bool>(QuerySlots::Held(slots, kLong)); });
  WaitUntilWaiting(slots, 1);
  held.reset();
  patient.join();
  EXPECT_TRUE(patient_had_it);
}

}  // namespace
}  // namespace waypost::server
