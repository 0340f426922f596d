#include "index_builder/sections/document_row.h"

#include <cstring>
#include <string_view>
#include <type_traits>

namespace waypost::sections {
namespace {

static_assert(std::is_trivially_copyable_v<DocumentFacts>);

// Values follow one another as their bytes, lists after their length.
class RowWriter {
 public:
  explicit RowWriter(std::string& bytes) : bytes_(bytes) {}

  template <typename T>
  requires std::is_trivially_copyable_v<T>
  void Put(const T& value) { PutRaw(&value, sizeof(value)); }

  template <typename List>
  void PutList(const List& list) {
    Put(static_cast<std::uint32_t>(list.size()));
    PutRaw(list.data(), list.size() * sizeof(*list.data()));
  }

 private:
  void PutRaw(const void* data, std::size_t size) {
    bytes_.append(static_cast<const char*>(data), size);
  }
  std::string& bytes_;
};

class RowReader {
 public:
  explicit RowReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  void Take(T& value) {
    TakeRaw(&value, sizeof(value));
  }

  template <typename List>
  void TakeList(List& list) {
    std::uint32_t size = 0;
    Take(size);
    const std::size_t each = sizeof(*list.data());
    if (size > bytes_.size() / each) ok_ = false;
    list.resize(ok_ ? size : 0);
    TakeRaw(list.data(), list.size() * each);
  }

  bool AtEnd() const { return ok_ && bytes_.empty(); }

 private:
  void TakeRaw(void* data, std::size_t size) {
    if (!ok_ || size > bytes_.size()) {
      ok_ = false;
      return;
    }
    if (size > 0) std::memcpy(data, bytes_.data(), size);
    bytes_.remove_prefix(size);
  }

  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace

absl::Status DocumentRows::Add(const DocumentRow& row) {
  bytes_.clear();
  RowWriter writer(bytes_);
  writer.Put(row.facts);
  writer.PutList(row.location_id);
  writer.PutList(row.card);
  writer.PutList(row.authorities);
  writer.PutList(row.areas);
  writer.PutList(row.ages);
  writer.PutList(row.languages);
  writer.PutList(row.terms);
  writer.PutList(row.weekly);
  writer.PutList(row.dated);
  return blobs_.Add(bytes_);
}

absl::Status DocumentRows::Read(std::size_t number, DocumentRow& row) {
  RETURN_IF_ERROR(blobs_.Read(number, bytes_));
  RowReader reader(bytes_);
  reader.Take(row.facts);
  reader.TakeList(row.location_id);
  reader.TakeList(row.card);
  reader.TakeList(row.authorities);
  reader.TakeList(row.areas);
  reader.TakeList(row.ages);
  reader.TakeList(row.languages);
  reader.TakeList(row.terms);
  reader.TakeList(row.weekly);
  reader.TakeList(row.dated);
  if (!reader.AtEnd()) return DataLoss("a document in a scratch file is damaged; build again");
  return absl::OkStatus();
}

}  // namespace waypost::sections
