#include "engine/ask/choose_readings.h"

#include <algorithm>

namespace waypost::ask {
namespace {

using Denials = std::initializer_list<std::string_view>;

bool Among(std::string_view word, Denials words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view WordOf(const Sentence& sentence, std::size_t at) {
  return at < sentence.size() ? std::string_view(sentence[at].text) : std::string_view();
}

// "no church", "not a church", "nothing religious", "isn't in a church", "instead of": the word at `at`
// refuses what follows.
bool Refuses(const Sentence& sentence, std::size_t at) {
  const std::string_view word = sentence[at].text;
  const std::string_view before = at > 0 ? WordOf(sentence, at - 1) : std::string_view();
  if (Among(word, {"except", "nothing", "avoid", "avoiding", "hate", "hates", "isnt", "arent"})) return true;
  if (word == "than") return Among(before, {"rather", "other"});
  if (word == "of") return before == "instead";
  if (word == "want" || word == "like" || word == "fancy") return Among(before, {"dont", "doesnt"});
  if (word == "no") {
    return !Among(before, {"have", "has", "had", "got", "ive", "with", "theres", "weve", "there", "and",
                           "hes", "shes", "im", "is", "are", "we"});
  }
  if (word == "not") {
    return !Among(before, {"am", "im", "do", "did", "can", "could", "has", "have", "had", "he", "she",
                           "is", "are", "was", "will", "im", "were", "would", "we", "they", "why"});
  }
  return false;
}

}  // namespace

std::vector<Reading> ChooseReadings(std::vector<Reading> candidates, std::size_t words) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const Reading& a, const Reading& b) {
    if (a.weight != b.weight) return a.weight > b.weight;
    if (a.last - a.first != b.last - b.first) return a.last - a.first > b.last - b.first;
    return a.first < b.first;
  });
  std::vector<bool> taken(words);
  std::vector<Reading> chosen;
  for (Reading& candidate : candidates) {
    const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(candidate.first);
    const auto end = taken.begin() + static_cast<std::ptrdiff_t>(candidate.last);
    if (std::find(begin, end, true) != end) continue;
    std::fill(begin, end, true);
    chosen.push_back(std::move(candidate));
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Reading& a, const Reading& b) { return a.first < b.first; });
  return chosen;
}

void DenyReadings(const Sentence& sentence, std::vector<Reading>& readings) {
  std::size_t free_from = 0;  // words before it belong to another reading
  for (Reading& reading : readings) {
    const std::size_t begin = free_from;
    free_from = reading.last;
    if (!reading.can_be_denied) continue;
    int heavy = 0;
    for (std::size_t at = reading.first; at-- > begin && heavy <= 1;) {
      if (Refuses(sentence, at)) {
        reading.meanings = {{Kind::kNot, ""}};
        reading.first = at;
        break;
      }
      if (sentence[at + 1].before >= Break::kComma || sentence[at].text == "but") break;
      heavy += sentence[at].is_light || sentence[at].sense == kNotSense ? 0 : 1;
    }
  }
}

}  // namespace waypost::ask
