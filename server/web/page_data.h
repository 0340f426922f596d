#pragma once

// Values of a template. mustache looks for a name in what stands around when an object lacks it, so
// a value that is not there is set to false rather than left out.

#include <kainjow/mustache.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waypost::server {

using PageData = kainjow::mustache::data;

// A value, or false for "": {{#name}}...{{/name}} is left out then.
inline void Set(PageData& data, const std::string& name, std::string_view text) {
  data.set(name, text.empty() ? PageData(false) : PageData(std::string(text)));
}
inline void Set(PageData& data, const std::string& name, bool value) {
  data.set(name, PageData(value));
}
inline void Set(PageData& data, const std::string& name, const char* text) {
  Set(data, name, std::string_view(text));
}
inline void Set(PageData& data, const std::string& name, const std::string& text) {
  Set(data, name, std::string_view(text));
}
inline void Set(PageData& data, const std::string& name, PageData value) {
  data.set(name, std::move(value));
}

// A list of objects; false when it is empty, so that {{#name}} around a heading leaves that out
// too. Use as {{#has_items}}<h2>...{{#items}}...{{/items}}{{/has_items}}.
inline void SetList(PageData& data, const std::string& name, std::vector<PageData> items) {
  data.set("has_" + name, PageData(!items.empty()));
  PageData list(PageData::type::list);
  for (PageData& item : items) list.push_back(std::move(item));
  data.set(name, list);
}

}  // namespace waypost::server
