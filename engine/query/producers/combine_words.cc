#include "engine/query/producers/combine_words.h"

#include <array>
#include <bit>

namespace waypost::query {
namespace {

constexpr std::size_t kAtOnce = 8;
using Eight = std::array<std::uint64_t, kAtOnce>;

inline __attribute__((always_inline)) Eight PromisingOfEight(const WordsOfWindow& words,
                                                             std::size_t first, const Eight& any,
                                                             const DocWindow& window) {
  if (words.choices == nullptr) return any;
  Eight promising;
  for (std::size_t i = 0; i < kAtOnce; ++i) promising[i] = any[i] & (*words.repeated)[first + i];
  for (const WordChoices::Choice& choice : words.choices->chosen()) {
    Eight all = any;
    for (std::uint32_t left = choice.members; left != 0; left &= left - 1) {
      const WordMarks& marks = *words.marks[static_cast<std::size_t>(std::countr_zero(left))];
      for (std::size_t i = 0; i < kAtOnce; ++i) {
        all[i] &= marks.own[first + i] | marks.alone[first + i];
      }
    }
    if (choice.level != nullptr) {
      const std::uint64_t* const level = choice.level->From(window.first / 64 + first).data();
      for (std::size_t i = 0; i < kAtOnce; ++i) all[i] &= level[i];
    }
    for (std::size_t i = 0; i < kAtOnce; ++i) promising[i] |= all[i];
  }
  return promising;
}

// Which words of eight hold any document.
inline __attribute__((always_inline)) std::uint64_t WhereAny(const Eight& eight,
                                                             std::size_t first) {
  std::uint64_t where = 0;
  for (std::size_t i = 0; i < kAtOnce; ++i) {
    where |= std::uint64_t{eight[i] != 0} << (first + i);
  }
  return where;
}

inline __attribute__((always_inline)) void CombineAll(const WordsOfWindow& words,
                                                      DocWindow& window) {
  for (std::size_t first = 0; first < window.words; first += kAtOnce) {
    Eight own{};
    Eight alone{};
    for (const WordMarks* marks : words.marks) {
      for (std::size_t i = 0; i < kAtOnce; ++i) {
        own[i] |= marks->own[first + i];
        alone[i] |= marks->alone[first + i];
      }
    }
    Eight any;
    for (std::size_t i = 0; i < kAtOnce; ++i) {
      any[i] = own[i] | alone[i];
      alone[i] &= ~own[i];
    }
    const Eight promising = PromisingOfEight(words, first, any, window);
    for (std::size_t i = 0; i < kAtOnce; ++i) {
      window.of_service[first + i] = own[i];
      window.alone[first + i] = alone[i];
      window.offered[first + i] = promising[i];
    }
    window.with_alone |= WhereAny(alone, first);
    window.with_offered |= WhereAny(promising, first);
  }
}

void CombineAllPlainly(const WordsOfWindow& words, DocWindow& window) { CombineAll(words, window); }

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
__attribute__((target("avx2"), optimize("O3"))) void CombineAllByAvx2(const WordsOfWindow& words,
                                                                      DocWindow& window) {
  CombineAll(words, window);
}
#endif

using CombiningKernel = void (*)(const WordsOfWindow&, DocWindow&);

CombiningKernel ChooseCombining() {
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
  if (__builtin_cpu_supports("avx2")) return &CombineAllByAvx2;
#endif
  return &CombineAllPlainly;
}

}  // namespace

std::uint64_t Promising(const WordsOfWindow& words, std::size_t word, std::uint64_t any,
                        const DocWindow& window) {
  if (words.choices == nullptr) return any;
  std::uint64_t promising = any & (*words.repeated)[word];
  for (const WordChoices::Choice& choice : words.choices->chosen()) {
    std::uint64_t all = any;
    for (std::uint32_t left = choice.members; left != 0; left &= left - 1) {
      all &= words.marks[static_cast<std::size_t>(std::countr_zero(left))]->any(word);
    }
    if (choice.level != nullptr) all &= choice.level->word(window.first / 64 + word);
    promising |= all;
  }
  return promising;
}

void CombineWord(const WordsOfWindow& words, std::size_t word, DocWindow& window) {
  std::uint64_t own = 0;
  std::uint64_t any = 0;
  for (const WordMarks* marks : words.marks) {
    own |= marks->own[word];
    any |= marks->any(word);
  }
  window.Put(word, own, any, Promising(words, word, any, window));
}

void CombineWords(const WordsOfWindow& words, DocWindow& window) {
  static const CombiningKernel kernel = ChooseCombining();
  kernel(words, window);
}

}  // namespace waypost::query
