#include "engine/text/stop_words.h"

#include <algorithm>
#include <array>

namespace waypost::text {
namespace {

constexpr auto kStopWords = std::to_array<std::string_view>(
    {"a",       "about",     "above",  "after",      "again",    "against",    "all",     "am",
     "an",      "and",       "any",    "are",        "arent",    "as",         "at",      "be",
     "because", "been",      "before", "being",      "below",    "between",    "both",    "but",
     "by",      "cannot",    "could",  "couldnt",    "did",      "didnt",      "do",      "does",
     "doesnt",  "doing",     "dont",   "down",       "during",   "each",       "few",     "for",
     "from",    "further",   "had",    "hadnt",      "has",      "hasnt",      "have",    "havent",
     "having",  "he",        "hed",    "her",        "here",     "hers",       "herself", "him",
     "himself", "his",       "how",    "i",          "if",       "im",         "in",      "into",
     "is",      "isnt",      "it",     "its",        "itself",   "ive",        "me",      "more",
     "most",    "mustnt",    "my",     "myself",     "no",       "nor",        "not",     "of",
     "off",     "on",        "once",   "only",       "or",       "other",      "ought",   "our",
     "ours",    "ourselves", "out",    "over",       "own",      "same",       "shant",   "she",
     "should",  "shouldnt",  "so",     "some",       "such",     "than",       "that",    "the",
     "their",   "theirs",    "them",   "themselves", "then",     "there",      "these",   "they",
     "theyd",   "theyll",    "theyre", "theyve",     "this",     "those",      "through", "to",
     "too",     "under",     "until",  "up",         "very",     "was",        "wasnt",   "we",
     "were",    "werent",    "weve",   "what",       "when",     "where",      "which",   "while",
     "who",     "whom",      "why",    "with",       "would",    "wouldnt",    "you",     "youd",
     "youll",   "your",      "youre",  "yours",      "yourself", "yourselves", "youve"});

static_assert(std::ranges::is_sorted(kStopWords), "searched by halves");

}  // namespace

bool IsEnglishStopWord(std::string_view word) {
  return std::ranges::binary_search(kStopWords, word);
}

}  // namespace waypost::text
