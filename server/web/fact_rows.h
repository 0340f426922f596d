#pragma once

// Facts with their names, in rows: the data of templates/fact_rows.mustache. A row has one line of
// text or a list of them, of which some lead elsewhere.
//
//   FactRows rows;
//   rows.Add(text("service.cost"), {"£4 per session"});
//   rows.AddLines(text("service.website"), {WebLine(url)});
//   Set(data, "facts", std::move(rows).Take());

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/response/service_facts.h"
#include "server/web/page_data.h"

namespace waypost::server {

struct FactLine {
  std::string text;
  std::string href = {};
  std::string note = {};                // after it
  std::optional<PageData> search = {};  // the data of templates/link.mustache, instead of `text`
  bool is_outside = false;              // leads to another site
};

class FactRows {
 public:
  // Nothing without lines.
  void AddLines(std::string_view name, std::vector<FactLine> lines);
  void Add(std::string_view name, const std::vector<std::string>& texts);
  // Nothing for "".
  void Add(std::string_view name, std::string_view text);
  // Says in `words` that it is not stated.
  void AddNotStated(std::string_view name, std::string_view words);

  bool empty() const { return rows_.empty(); }
  // With `has_rows` and `rows`.
  PageData Take() &&;

 private:
  std::vector<PageData> rows_;
};

// A line for each number, to press where it looks like one.
void AddPhoneLines(const PhoneFacts& phone, std::vector<FactLine>& lines);
// An address to write to, where it has the form of one.
FactLine MailLine(const std::string& email);
// An address of the web; a link for http and https alone.
FactLine WebLine(const std::string& url);

// A person: name, role, phones and address.
std::vector<FactLine> ContactLines(const ContactFacts& contact);

// "mailto:info@example.org?subject=..."; "" when `email` has not the form of an address.
std::string MailAddress(std::string_view email, std::string_view subject = "");
bool IsWebAddress(std::string_view url);

}  // namespace waypost::server
