#include "tests/server/web/page_form.h"

#include <gtest/gtest.h>

#include "engine/query/parse_query.h"
#include "server/response/page_text.h"

namespace waypost::server {
namespace {

std::string Unescaped(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (const auto& [entity, character] : kEntities) {
    for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos;) {
      text.replace(at, entity.size(), character);
      at += character.size();
    }
  }
  return text;
}

std::string Attribute(std::string_view tag, std::string_view name) {
  const std::string opening = " " + std::string(name) + "=\"";
  const std::size_t begin = tag.find(opening);
  if (begin == std::string_view::npos) return {};
  const std::size_t first = begin + opening.size();
  return Unescaped(std::string(tag.substr(first, tag.find('"', first) - first)));
}

// The text of the form around `inside`.
std::string_view FormAround(std::string_view page, std::string_view inside) {
  const std::size_t at = page.find(inside);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = page.rfind("<form", at);
  const std::size_t end = page.find("</form>", at);
  return begin == std::string_view::npos ? std::string_view() : page.substr(begin, end - begin);
}

}  // namespace

PageForm::PageForm(std::string_view page, std::string_view inside) {
  std::string_view form = FormAround(page, inside);
  EXPECT_FALSE(form.empty()) << "no form has " << inside;
  for (std::size_t at; (at = form.find("<input ")) != std::string_view::npos;) {
    form.remove_prefix(at);
    const std::string_view tag = form.substr(0, form.find('>'));
    form.remove_prefix(tag.size());
    Input input{.type = Attribute(tag, "type"),
                .name = Attribute(tag, "name"),
                .value = Attribute(tag, "value")};
    const bool is_choice = input.type == "checkbox" || input.type == "radio";
    input.is_sent = !is_choice || tag.find(" checked") != std::string_view::npos;
    inputs_.push_back(std::move(input));
  }
}

void PageForm::Type(std::string_view name, std::string_view value) {
  for (Input& input : inputs_) {
    if (input.name != name || input.type != "text") continue;
    input.value = value;
    return;
  }
  ADD_FAILURE() << "no field " << name;
}

void PageForm::Choose(std::string_view name, std::string_view value) {
  bool is_there = false;
  for (Input& input : inputs_) {
    if (input.name != name) continue;
    const bool is_meant = input.value == value;
    is_there = is_there || is_meant;
    if (input.type == "radio") input.is_sent = is_meant;
    if (input.type == "checkbox" && is_meant) input.is_sent = true;
  }
  EXPECT_TRUE(is_there) << name << " offers no " << value;
}

std::vector<std::string> PageForm::Values(std::string_view name) const {
  std::vector<std::string> values;
  for (const Input& input : inputs_) {
    if (input.name == name && input.is_sent) values.push_back(input.value);
  }
  return values;
}

std::string PageForm::Sent() const {
  std::vector<query::Parameter> sent;
  for (const Input& input : inputs_) {
    if (input.is_sent) sent.push_back({input.name, input.value});
  }
  const std::string text = QueryString(sent);
  return text.empty() ? text : text.substr(1);
}

}  // namespace waypost::server
