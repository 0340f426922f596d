#include "server/transport/connection_threads.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

namespace waypost::server {
namespace {

TEST(ConnectionThreadsTest, TasksUpToTheLimitRunAtOnce) {
  std::latch all(4);
  ConnectionThreads threads(4);
  for (int i = 0; i < 4; ++i) threads.Start([&] { all.arrive_and_wait(); });
  threads.Join();
}

TEST(ConnectionThreadsTest, ATaskBeyondTheLimitRunsOnTheCallersThread) {
  std::latch leave(1);
  ConnectionThreads threads(1);
  threads.Start([&] { leave.wait(); });
  std::thread::id ran_on;
  threads.Start([&] { ran_on = std::this_thread::get_id(); });
  EXPECT_EQ(ran_on, std::this_thread::get_id());
  leave.count_down();
  threads.Join();
}

TEST(ConnectionThreadsTest, JoinWaitsForEveryTask) {
  std::atomic<int> done = 0;
  ConnectionThreads threads(2);
  for (int i = 0; i < 100; ++i) threads.Start([&] { ++done; });
  threads.Join();
  EXPECT_EQ(done, 100);
}

}  // namespace
}  // namespace waypost::server
