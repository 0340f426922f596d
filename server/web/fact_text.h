#pragma once

// Facts of a document in words, as cards and the page of a service tell them. "" for what is not
// stated.

#include <string>
#include <string_view>

#include "engine/core/enum_set.h"
#include "engine/core/units.h"
#include "engine/query/result.h"
#include "server/web/interface_text.h"

namespace waypost::server {

// What is told of where a confidential place is; `district` may be "".
std::string HiddenPlaceText(const InterfaceText& text, std::string_view district);

// "0.8 miles", "about 0.8 miles"; "" for a confidential place, whose distance is not told either.
std::string DistanceText(const Index& index, const query::Place& from, DocId doc,
                         Millimetres distance);

// How it comes to people: "Comes to people in Sheffield, Rotherham; Online or by phone".
std::string ComingText(const Index& index, const InterfaceText& text, DocId doc);

// "Aged 5 to 11, Aged 60 and over".
std::string AgesText(const Index& index, const InterfaceText& text, DocId doc);

// "Not stated: whether it is free. Check first."; "" of a certain hit.
std::string DoubtsText(const InterfaceText& text, const query::Hit& hit);

// The values of a set by their words: `list` is "access", "accessibility", "reach", ...
template <typename E>
std::string ListText(const InterfaceText& text, std::string_view list, EnumSet<E> set,
                     std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (!set.Has(static_cast<E>(i))) continue;
    std::string key(list);
    key.append(".").append(NameOf(static_cast<E>(i)));
    if (!out.empty()) out += ", ";
    out += text(key);
  }
  return out;
}

}  // namespace waypost::server
