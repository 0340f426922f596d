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
  void One(const T& value) {
    PutRaw(&value, sizeof(value));
  }

  template <typename List>
  void All(const List& list) {
    One(static_cast<std::uint32_t>(list.size()));
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
  void One(T& value) {
    TakeRaw(&value, sizeof(value));
  }

  template <typename List>
  void All(List& list) {
    std::uint32_t size = 0;
    One(size);
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

// The members of a row in their order: written and read by one list.
template <typename Bytes, typename Row>
void Visit(Bytes& bytes, Row& row) {
  bytes.One(row.facts);
  bytes.All(row.location_id);
  bytes.All(row.card);
  bytes.All(row.session_line);
  bytes.All(row.authorities);
  bytes.All(row.areas);
  bytes.All(row.ages);
  bytes.All(row.languages);
  bytes.All(row.terms);
  bytes.All(row.inferred);
  bytes.All(row.sessions);
}

}  // namespace

absl::Status DocumentRows::Add(const DocumentRow& row) {
  bytes_.clear();
  RowWriter writer(bytes_);
  Visit(writer, row);
  return blobs_.Add(bytes_);
}

absl::Status DocumentRows::Read(std::size_t number, DocumentRow& row) {
  RETURN_IF_ERROR(blobs_.Read(number, bytes_));
  RowReader reader(bytes_);
  Visit(reader, row);
  if (!reader.AtEnd()) return DataLoss("a document in a scratch file is damaged; build again");
  return absl::OkStatus();
}

}  // namespace waypost::sections
