#include "engine/query/producers/candidates.h"

#include <algorithm>

namespace waypost::query {
namespace {

using Docs = std::span<const DocId>;

// The part of an ascending list that lies in [first, last).
Docs Cut(Docs list, std::uint32_t first, std::uint32_t last) {
  const auto begin = std::lower_bound(list.begin(), list.end(), DocId(first));
  const auto end = std::lower_bound(begin, list.end(), DocId(last));
  return {begin, end};
}

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
    while (next_ < last && !block.full()) block.Add(DocId(next_++));
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
    while (!block.full() && at_ < docs_.size()) block.Add(docs_[at_++]);
    return block.count > 0;
  }

 private:
  std::vector<DocId> docs_;
  std::size_t at_ = 0;
};

// Appends the intersection of two ascending lists, walking the shorter and searching the longer.
void AppendIntersection(Docs a, Docs b, std::vector<DocId>& out) {
  if (a.size() > b.size()) std::swap(a, b);
  auto from = b.begin();
  for (DocId doc : a) {
    from = std::lower_bound(from, b.end(), doc);
    if (from == b.end()) return;
    if (*from == doc) out.push_back(doc);
  }
}

void AppendCut(Docs list, const Confines& confines, std::vector<DocId>& out) {
  std::uint32_t gap_first = 0;
  for (const DocRange& range : confines.ranges) {
    AppendIntersection(Cut(list, gap_first, range.first),
                       Cut(confines.extra, gap_first, range.first), out);
    const Docs inside = Cut(list, range.first, range.last);
    out.insert(out.end(), inside.begin(), inside.end());
    gap_first = range.last;
  }
  AppendIntersection(Cut(list, gap_first, UINT32_MAX), Cut(confines.extra, gap_first, UINT32_MAX),
                     out);
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
  if (lists.size() > 1) {
    std::sort(docs.begin(), docs.end());
    docs.erase(std::unique(docs.begin(), docs.end()), docs.end());
  }
  return std::make_unique<ListProducer>(std::move(docs));
}

}  // namespace waypost::query
