#include "server/response/xml_text.h"

#include "server/response/utf8.h"

namespace waypost::server {
namespace {

// U+FFFE and U+FFFF are in no XML document, whichever way they are written.
bool IsForbidden(std::string_view character) {
  return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
}

void AppendByte(std::string& out, char c) {
  switch (c) {
    case '&':
      out += "&amp;";
      return;
    case '<':
      out += "&lt;";
      return;
    case '>':
      out += "&gt;";
      return;
    case '"':
      out += "&quot;";
      return;
    // As they are, a reader would make blanks of them in attributes.
    case '\n':
      out += "&#10;";
      return;
    case '\t':
      out += "&#9;";
      return;
    default:
      break;
  }
  if (static_cast<unsigned char>(c) >= 0x20) out += c;
}

}  // namespace

void AppendXmlText(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = Utf8Length(text);
    if (length == 0) {
      out += kReplacement;
    } else if (length == 1) {
      AppendByte(out, text[0]);
    } else if (!IsForbidden(text.substr(0, length))) {
      out += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
}

void XmlText::Open(std::string_view name, Attributes attributes) {
  out_.append("<").append(name);
  for (const auto& [key, value] : attributes) {
    out_.append(" ").append(key).append("=\"");
    AppendXmlText(out_, value);
    out_ += '"';
  }
}

XmlText& XmlText::Start(std::string_view name, Attributes attributes) {
  Open(name, attributes);
  out_ += ">\n";
  open_.push_back(name);
  return *this;
}

XmlText& XmlText::End() {
  out_.append("</").append(open_.back()).append(">\n");
  open_.pop_back();
  return *this;
}

XmlText& XmlText::Text(std::string_view name, std::string_view text) {
  if (text.empty()) return *this;
  Open(name, {});
  out_ += '>';
  AppendXmlText(out_, text);
  out_.append("</").append(name).append(">\n");
  return *this;
}

XmlText& XmlText::Empty(std::string_view name, Attributes attributes) {
  Open(name, attributes);
  out_ += "/>\n";
  return *this;
}

}  // namespace waypost::server
