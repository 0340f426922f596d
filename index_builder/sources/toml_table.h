#pragma once

// TOML files read so that every mistake is answered with file, line and key.
//
//   ASSIGN_OR_RETURN(TomlFile file, TomlFile::Read("county.toml"));
//   TomlTable root = file.root();
//   ASSIGN_OR_RETURN(std::string out, root.String("out"));        // "" when absent
//   RETURN_IF_ERROR(root.RefuseOtherKeys({"out", "source"}));     // "county.toml:3: unknown key
//   ..."
//
// A value of another type than asked for is an InvalidArgument ("county.toml:7: out: a string was
// due"). toml++ and its exceptions stay in toml_table.cc. Tables borrow from their file: keep the
// TomlFile alive. Not safe to use from several threads.

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/date.h"
#include "engine/core/status.h"

namespace waypost::sources {

class TomlTable {
 public:
  // "" and nullopt when the key is absent.
  absl::StatusOr<std::string> String(std::string_view key) const;
  absl::StatusOr<std::optional<bool>> Bool(std::string_view key) const;
  absl::StatusOr<std::optional<std::int64_t>> Whole(std::string_view key) const;
  // A TOML date (2026-11-21) or a string of that form.
  absl::StatusOr<std::optional<Date>> DateOf(std::string_view key) const;
  // A string or an array of strings; empty when absent.
  absl::StatusOr<std::vector<std::string>> Strings(std::string_view key) const;
  // A table; nullopt when absent.
  absl::StatusOr<std::optional<TomlTable>> Table(std::string_view key) const;
  // [[key]] tables, or one [key] table; empty when absent.
  absl::StatusOr<std::vector<TomlTable>> Tables(std::string_view key) const;

  bool Has(std::string_view key) const;
  bool IsTable(std::string_view key) const;
  // Keys in byte order.
  std::vector<std::string> Keys() const;
  absl::Status RefuseOtherKeys(std::initializer_list<std::string_view> known) const;
  absl::Status RefuseOtherKeys(std::span<const std::string_view> known) const;

  // InvalidArgument "file:line: name: message"; with a key, at the line of its value.
  absl::Status Fail(std::string_view message) const;
  absl::Status Fail(std::string_view key, std::string_view message) const;
  // "file:line: name.key", for errors found later.
  std::string Where(std::string_view key) const;
  // "source[2]", "" for the whole file.
  const std::string& name() const { return name_; }

 private:
  friend class TomlFile;
  TomlTable(const std::string* path, const void* table, std::string name)
      : path_(path), table_(table), name_(std::move(name)) {}

  const std::string* path_;
  const void* table_;  // a toml::table of the file
  std::string name_;
};

class TomlFile {
 public:
  // At most kMaxBytes. NotFound; InvalidArgument with line and column where the text is no TOML.
  static absl::StatusOr<TomlFile> Read(const std::string& path);
  static absl::StatusOr<TomlFile> Parse(const std::string& path, std::string_view text);
  static constexpr std::size_t kMaxBytes = 4 * 1024 * 1024;

  TomlFile(TomlFile&&) noexcept;
  TomlFile& operator=(TomlFile&&) noexcept;
  ~TomlFile();

  TomlTable root() const;

 private:
  struct Content;
  explicit TomlFile(std::unique_ptr<Content> content);
  std::unique_ptr<Content> content_;
};

}  // namespace waypost::sources
