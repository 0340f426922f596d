#pragma once

// A form of a page, filled in and sent as a browser without scripts does.
//
//   PageForm form(page, "id=\"f-age\"");          // the form that has this text in it
//   form.Choose("day", "SA");
//   asking.Get("/search?" + form.Sent());

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waypost::server {

class PageForm {
 public:
  // A failed expectation, and no fields, where no form of the page has that text.
  PageForm(std::string_view page, std::string_view inside);

  // Types into the field of that name.
  void Type(std::string_view name, std::string_view value);
  // Ticks the box, or chooses this button of its group; a failed expectation where there is none.
  void Choose(std::string_view name, std::string_view value);

  // The values that would be sent under that name.
  std::vector<std::string> Values(std::string_view name) const;
  // "near=S1&day=SA".
  std::string Sent() const;

 private:
  struct Input {
    std::string type, name, value;
    bool is_sent = false;
  };
  std::vector<Input> inputs_;
};

}  // namespace waypost::server
