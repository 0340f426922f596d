#pragma once

// A jagged column while it is being built: rows are appended one after the other.
//
//   JaggedRows<TaxonomyTermId> terms;
//   for (const Service& service : services) terms.AddRow(service.terms);
//   RETURN_IF_ERROR(writer.AddJagged(SectionId::kDocTermOffsets, SectionId::kDocTerms, terms));
//
// For texts, `TextRows` takes anything that converts to std::string_view. `Offset` as in
// JaggedColumn. REQUIRES: at most as many values as `Offset` can count (the writer checks).

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/format/column.h"

namespace waypost {

template <ColumnElement T, typename Offset = std::uint32_t>
class JaggedRows {
 public:
  void AddRow(std::span<const T> row) {
    values_.insert(values_.end(), row.begin(), row.end());
    EndRow();
  }
  // For rows that come value by value.
  void Add(const T& value) { values_.push_back(value); }
  void EndRow() { offsets_.push_back(static_cast<Offset>(values_.size())); }

  std::size_t size() const { return offsets_.size() - 1; }
  std::span<const T> row(std::size_t i) const {
    return std::span(values_).subspan(offsets_[i], offsets_[i + 1] - offsets_[i]);
  }
  std::span<const Offset> offsets() const { return offsets_; }
  std::span<const T> values() const { return values_; }

 private:
  std::vector<Offset> offsets_ = {0};
  std::vector<T> values_;
};

template <typename Offset = std::uint32_t>
class BasicTextRows {
 public:
  void AddRow(std::string_view text) { rows_.AddRow({text.data(), text.size()}); }

  std::size_t size() const { return rows_.size(); }
  std::string_view row(std::size_t i) const { return {rows_.row(i).data(), rows_.row(i).size()}; }
  std::span<const Offset> offsets() const { return rows_.offsets(); }
  std::span<const char> values() const { return rows_.values(); }

 private:
  JaggedRows<char, Offset> rows_;
};

using TextRows = BasicTextRows<std::uint32_t>;

}  // namespace waypost
