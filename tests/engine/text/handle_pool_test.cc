#include "engine/text/handle_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "engine/text/analyser.h"
#include "engine/text/vocabulary.h"

namespace waypost::text {
namespace {

// Which of the handles made it is; a write to `uses` from two threads at once is a data race.
struct Numbered {
  int number = 0;
  int uses = 0;
};

TEST(HandlePool, LendsTheLastReturnedFirst) {
  int made = 0;
  HandlePool<Numbered> pool(3, [&made] { return Numbered{++made}; });
  EXPECT_EQ(pool.Borrow().value()->number, 1);
  {
    const auto first = pool.Borrow().value();
    const auto second = pool.Borrow().value();
    EXPECT_EQ(first->number, 1);
    EXPECT_EQ(second->number, 2);
  }  // `second` is returned first, `first` last
  EXPECT_EQ(pool.Borrow().value()->number, 1);
  EXPECT_EQ(made, 2);
}

TEST(HandlePool, AFailureLeavesThePlaceFree) {
  bool fails = true;
  HandlePool<Numbered> pool(1, [&fails]() -> absl::StatusOr<Numbered> {
    if (fails) return DataLoss("broken");
    return Numbered{7};
  });
  EXPECT_EQ(pool.Borrow().status().code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(pool.Borrow().status().code(), absl::StatusCode::kDataLoss);
  fails = false;
  EXPECT_EQ(pool.Borrow().value()->number, 7);
}

// Runs `work` in `count` threads.
template <typename Work>
void InThreads(int count, Work work) {
  std::vector<std::thread> threads;
  threads.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
}

TEST(HandlePool, NoHandleIsLentTwiceAtOnce) {
  std::atomic<int> made = 0;
  std::atomic<int> out = 0;
  std::atomic<int> most = 0;
  HandlePool<Numbered> pool(3, [&made] { return Numbered{++made}; });
  InThreads(8, [&] {
    for (int i = 0; i < 500; ++i) {
      const auto handle = pool.Borrow().value();
      const int now = ++out;
      for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
      }
      ++handle->uses;
      --out;
    }
  });
  EXPECT_LE(made, 3);
  EXPECT_LE(most, 3);
  int uses = 0;
  const auto first = pool.Borrow().value();
  const auto second = pool.Borrow().value();
  const auto third = pool.Borrow().value();
  uses = first->uses + second->uses + third->uses;
  EXPECT_EQ(uses, 8 * 500);
}

TEST(HandlePool, ThreadsShareAnalysers) {
  HandlePool<Analyser> pool(2, [] { return Analyser::Create({}); });
  InThreads(6, [&pool] {
    for (int i = 0; i < 100; ++i) {
      const auto analyser = pool.Borrow().value();
      EXPECT_EQ(analyser->Terms("Running Cafés " + std::to_string(i)),
                (std::vector<std::string>{"run", "cafe", std::to_string(i)}));
    }
  });
}

TEST(VocabularyPool, ThreadsShareOneFile) {
  const std::vector<VocabularyWord> words = {{"library", 5}, {"counselling", 9}, {"swimming", 4}};
  const std::string blob = BuildVocabularyBlob(words, {}).value();
  std::FILE* file = std::tmpfile();
  std::fwrite("section", 1, 7, file);
  std::fwrite(blob.data(), 1, blob.size(), file);
  std::fflush(file);
  {
    const auto pool =
        OpenVocabularyPool(::fileno(file), 7, std::as_bytes(std::span(blob)), 3).value();
    EXPECT_EQ(pool->size(), 3U);
    InThreads(6, [&pool] {
      for (int i = 0; i < 100; ++i) {
        const auto vocabulary = pool->Borrow().value();
        EXPECT_EQ(vocabulary->Suggest("librery").value(), "library");
        EXPECT_EQ(vocabulary->ExpandPrefix("sw", 5).value(), std::vector<std::string>{"swimming"});
      }
    });
  }
  std::fclose(file);
}

TEST(VocabularyPool, ADamagedSectionIsFoundAtOnce) {
  std::string blob = BuildVocabularyBlob({}, {}).value();
  std::FILE* file = std::tmpfile();
  std::fwrite(blob.data(), 1, blob.size(), file);
  std::fflush(file);
  const int descriptor = ::fileno(file);
  EXPECT_TRUE(OpenVocabularyPool(descriptor, 0, std::as_bytes(std::span(blob))).ok());
  EXPECT_EQ(OpenVocabularyPool(descriptor, 9, std::as_bytes(std::span(blob))).status().code(),
            absl::StatusCode::kDataLoss);  // the bytes are right, the place is not
  blob[100] = static_cast<char>(blob[100] ^ 1);
  EXPECT_EQ(OpenVocabularyPool(descriptor, 0, std::as_bytes(std::span(blob))).status().code(),
            absl::StatusCode::kDataLoss);
  std::fclose(file);
}

}  // namespace
}  // namespace waypost::text
