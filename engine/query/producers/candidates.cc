#include "engine/query/producers/candidates.h"

#include <algorithm>
#include <bit>

#include "engine/query/gallop.h"

namespace waypost::query {
namespace {

using Docs = std::span<const DocId>;

// Walks an ascending list from cut to cut. By galloping, so a walk costs the logarithms of its
// steps (bench/questions_bench.cc).
class ListWalk {
 public:
  explicit ListWalk(Docs list) : rest_(list) {}

  // The documents below `last` that were not taken before.
  Docs TakeBelow(std::uint32_t last) {
    const Docs taken = rest_.first(GallopTo(rest_, 0, DocId(last)));
    rest_ = rest_.subspan(taken.size());
    return taken;
  }

 private:
  Docs rest_;
};

class AllProducer final : public DocProducer {
 public:
  explicit AllProducer(Confines confines) : confines_(std::move(confines)) {
    if (!confines_.ranges.empty()) next_ = confines_.ranges[0].first;
  }

  bool Fill(DocBlock& block) override {
    while (!block.full() && Step(block)) {
    }
    return block.count > 0;
  }

 private:
  // Adds a run of documents from whichever of range and extra list comes next.
  bool Step(DocBlock& block) {
    const bool has_range = range_ < confines_.ranges.size();
    // Of the whole range, also when a block filled up inside it: the rest of it follows here.
    const std::uint32_t range_first = has_range ? confines_.ranges[range_].first : UINT32_MAX;
    while (extra_ < confines_.extra.size() && !block.full() &&
           confines_.extra[extra_].value() < range_first) {
      block.Add(confines_.extra[extra_++]);
    }
    if (!has_range) return extra_ < confines_.extra.size();
    if (block.full()) return true;
    const std::uint32_t last = confines_.ranges[range_].last;
    next_ += block.AddRun(DocId(next_), last - next_);
    if (next_ < last) return true;
    SkipExtraBefore(last);
    if (++range_ < confines_.ranges.size()) next_ = confines_.ranges[range_].first;
    return true;
  }

  // Those inside the range were produced with it.
  void SkipExtraBefore(std::uint32_t last) {
    const auto rest = confines_.extra.subspan(extra_);
    extra_ += static_cast<std::size_t>(std::lower_bound(rest.begin(), rest.end(), DocId(last)) -
                                       rest.begin());
  }

  Confines confines_;
  std::size_t range_ = 0;
  std::uint32_t next_ = 0;
  std::size_t extra_ = 0;
};

class ListProducer final : public DocProducer {
 public:
  explicit ListProducer(std::vector<DocId> docs) : docs_(std::move(docs)) {}

  bool Fill(DocBlock& block) override {
    at_ += block.AddList(std::span(docs_).subspan(at_));
    return block.count > 0;
  }

 private:
  std::vector<DocId> docs_;
  std::size_t at_ = 0;
};

// Appends the intersection of two ascending lists, walking the shorter and galloping in the longer.
void AppendIntersection(Docs a, Docs b, std::vector<DocId>& out) {
  if (a.size() > b.size()) std::swap(a, b);
  ListWalk walk(b);
  for (DocId doc : a) {
    const Docs up_to = walk.TakeBelow(doc.value() + 1);
    if (!up_to.empty() && up_to.back() == doc) out.push_back(doc);
  }
}

void AppendCut(Docs list, const Confines& confines, std::vector<DocId>& out) {
  ListWalk walk(list);
  ListWalk extra(confines.extra);
  for (const DocRange& range : confines.ranges) {
    AppendIntersection(walk.TakeBelow(range.first), extra.TakeBelow(range.first), out);
    const Docs inside = walk.TakeBelow(range.last);
    out.insert(out.end(), inside.begin(), inside.end());
    extra.TakeBelow(range.last);
  }
  AppendIntersection(walk.TakeBelow(UINT32_MAX), extra.TakeBelow(UINT32_MAX), out);
}

// Sorts documents and frees them of repeats. Many of them by a bit for each document between the
// first and the last, few by comparing.
void SortUnique(std::vector<DocId>& docs) {
  if (docs.empty()) return;
  const auto [least, greatest] = std::minmax_element(docs.begin(), docs.end());
  const std::uint32_t first = least->value();
  const std::size_t width = greatest->value() - first + 1;
  constexpr std::size_t kSparse = 64;  // one in so many: reading the bits costs more than sorting
  if (width / kSparse > docs.size()) {
    std::sort(docs.begin(), docs.end());
    docs.erase(std::unique(docs.begin(), docs.end()), docs.end());
    return;
  }
  std::vector<std::uint64_t> bits(width / 64 + 1);
  for (const DocId doc : docs) {
    const std::uint32_t at = doc.value() - first;
    bits[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  docs.clear();
  for (std::size_t word = 0; word < bits.size(); ++word) {
    for (std::uint64_t left = bits[word]; left != 0; left &= left - 1) {
      docs.push_back(DocId(first + static_cast<std::uint32_t>(word * 64) +
                           static_cast<std::uint32_t>(std::countr_zero(left))));
    }
  }
}

}  // namespace

std::size_t Confines::size() const {
  std::size_t total = extra.size();
  for (const DocRange& range : ranges) total += range.last - range.first;
  return total;
}

std::unique_ptr<DocProducer> ProduceAll(Confines confines) {
  return std::make_unique<AllProducer>(std::move(confines));
}

std::unique_ptr<DocProducer> ProducePostings(const std::vector<std::span<const DocId>>& lists,
                                             const Confines& confines) {
  std::vector<DocId> docs;
  for (Docs list : lists) AppendCut(list, confines, docs);
  if (lists.size() > 1) SortUnique(docs);
  return std::make_unique<ListProducer>(std::move(docs));
}

}  // namespace waypost::query
