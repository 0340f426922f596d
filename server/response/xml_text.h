#pragma once

// XML 1.0 as text, written straight into one string.
//
//   XmlText xml;
//   xml.Start("entry").Text("title", "Tea & coffee");
//   xml.Empty("link", {{"rel", "self"}, {"href", address}}).End();
//   std::move(xml).Take()
//
// Nothing that a text says can end its element or its attribute. Characters that XML does not allow
// are left out, bytes that are no UTF-8 become U+FFFD.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waypost::server {

// Appends `text` as it may stand in an element or between the quotation marks of an attribute.
void AppendXmlText(std::string& out, std::string_view text);

class XmlText {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  XmlText() : out_("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n") {}

  // Names of elements outlive the text.
  XmlText& Start(std::string_view name, Attributes attributes = {});
  XmlText& End();
  // Nothing for "".
  XmlText& Text(std::string_view name, std::string_view text);
  XmlText& Empty(std::string_view name, Attributes attributes);

  std::string Take() && { return std::move(out_); }

 private:
  void Open(std::string_view name, Attributes attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace waypost::server
