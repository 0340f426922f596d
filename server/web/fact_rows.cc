#include "server/web/fact_rows.h"

#include <algorithm>
#include <utility>

#include "engine/core/ascii.h"
#include "server/response/page_text.h"
#include "server/web/phone_text.h"

namespace waypost::server {
namespace {

PageData LineData(FactLine line) {
  PageData data;
  Set(data, "line", line.text);
  Set(data, "href", line.href);
  Set(data, "note", line.note);
  Set(data, "is_outside", line.is_outside);
  data.set("search", line.search ? *std::move(line.search) : PageData(false));
  return data;
}

PageData RowData(std::string_view name, std::vector<FactLine> lines) {
  std::vector<PageData> items;
  for (FactLine& line : lines) items.push_back(LineData(std::move(line)));
  PageData row;
  Set(row, "term", name);
  Set(row, "is_not_stated", false);
  row.set("only", items.size() == 1 ? items.front() : PageData(false));
  if (items.size() == 1) items.clear();
  SetList(row, "lines", std::move(items));
  return row;
}

// Letters, digits and what stands in addresses in use; quotes and comments are allowed by the
// standard alone.
bool IsOfMailAddress(char c) {
  return IsLetter(c) || IsDigit(c) ||
         (c != '\0' && std::string_view("@._+-'&").find(c) != std::string_view::npos);
}

}  // namespace

void FactRows::AddLines(std::string_view name, std::vector<FactLine> lines) {
  if (!lines.empty()) rows_.push_back(RowData(name, std::move(lines)));
}

void FactRows::Add(std::string_view name, const std::vector<std::string>& texts) {
  std::vector<FactLine> lines;
  for (const std::string& text : texts) lines.push_back({text});
  AddLines(name, std::move(lines));
}

void FactRows::Add(std::string_view name, std::string_view text) {
  if (!text.empty()) AddLines(name, {{std::string(text)}});
}

void FactRows::AddNotStated(std::string_view name, std::string_view words) {
  rows_.push_back(RowData(name, {{std::string(words)}}));
  Set(rows_.back(), "is_not_stated", true);
}

PageData FactRows::Take() && {
  PageData data;
  SetList(data, "rows", std::move(rows_));
  return data;
}

bool IsWebAddress(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

std::string MailAddress(std::string_view email, std::string_view subject) {
  const bool has_form = std::ranges::count(email, '@') == 1 && !email.starts_with('@') &&
                        !email.ends_with('@') && std::ranges::all_of(email, IsOfMailAddress);
  if (!has_form) return {};
  std::string address("mailto:");
  for (const char c : email) {
    // "&" would begin a field of the message.
    if (c == '&') {
      address += "%26";
    } else {
      address += c;
    }
  }
  if (!subject.empty()) address += QueryString({{"subject", std::string(subject)}});
  return address;
}

void AddPhoneLines(const PhoneFacts& phone, std::vector<FactLine>& lines) {
  std::string note;
  for (const std::string& part : {phone.extension, phone.description}) {
    if (part.empty()) continue;
    if (!note.empty()) note += ", ";
    note += part;
  }
  for (const PhonePart& part : PhoneParts(phone.number)) {
    lines.push_back({.text = part.text,
                     .href = part.dial.empty() ? std::string() : "tel:" + part.dial,
                     .note = note});
  }
}

FactLine MailLine(const std::string& email) { return {.text = email, .href = MailAddress(email)}; }

FactLine WebLine(const std::string& url) {
  if (!IsWebAddress(url)) return {.text = url};
  return {.text = url, .href = url, .is_outside = true};
}

std::vector<FactLine> ContactLines(const ContactFacts& contact) {
  std::vector<FactLine> lines;
  std::string who;
  for (const std::string& part : {contact.name, contact.title, contact.department}) {
    if (part.empty()) continue;
    if (!who.empty()) who += ", ";
    who += part;
  }
  if (!who.empty()) lines.push_back({who});
  for (const PhoneFacts& phone : contact.phones) AddPhoneLines(phone, lines);
  if (!contact.email.empty()) lines.push_back(MailLine(contact.email));
  return lines;
}

}  // namespace waypost::server
