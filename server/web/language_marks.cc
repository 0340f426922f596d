#include "server/web/language_marks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/core/ascii.h"

namespace waypost::server {
namespace {

// U+E000 to U+E002 in UTF-8.
constexpr std::string_view kEnglishMark = "\xEE\x80\x80";
constexpr std::string_view kWelshMark = "\xEE\x80\x81";
constexpr std::string_view kEndMark = "\xEE\x80\x82";
constexpr std::size_t kMarkBytes = 3;

// No element may stand in these.
constexpr std::array<std::string_view, 4> kTextOnly = {"title", "option", "textarea", "script"};

// Where the next mark or tag begins; the end of `html` without one.
std::size_t NextSign(std::string_view html) {
  for (std::size_t at = html.find_first_of("<\xEE"); at != html.npos;
       at = html.find_first_of("<\xEE", at + 1)) {
    const std::string_view sign = html.substr(at, kMarkBytes);
    if (html[at] == '<' || sign == kEnglishMark || sign == kWelshMark || sign == kEndMark)
      return at;
  }
  return html.size();
}

std::string_view ElementName(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  const auto end = std::ranges::find_if(tag, [](char c) { return !IsLetter(c) && !IsDigit(c); });
  return tag.substr(0, static_cast<std::size_t>(end - tag.begin()));
}

std::optional<Language> LanguageOf(std::string_view tag) {
  if (tag.find(" lang=\"en") != tag.npos) return Language::kEnglish;
  if (tag.find(" lang=\"cy") != tag.npos) return Language::kWelsh;
  return std::nullopt;
}

class MarkWriter {
 public:
  explicit MarkWriter(Language page) : page_(page), around_(page) {}

  std::string Write(std::string_view html) {
    while (true) {
      const std::size_t at = NextSign(html);
      WriteText(html.substr(0, at));
      html.remove_prefix(at);
      if (html.empty()) break;
      const std::size_t bytes =
          html.front() == '<' ? std::min(html.find('>'), html.size() - 1) + 1 : kMarkBytes;
      if (html.front() == '<') {
        WriteTag(html.substr(0, bytes));
      } else {
        ReadMark(html.substr(0, bytes));
      }
      html.remove_prefix(bytes);
    }
    Close();
    return std::move(out_);
  }

 private:
  void ReadMark(std::string_view mark) {
    if (mark != kEndMark) {
      stretches_.push_back(mark == kEnglishMark ? Language::kEnglish : Language::kWelsh);
    } else if (!stretches_.empty()) {
      stretches_.pop_back();
    }
  }

  // Blanks between elements are in no language.
  void WriteText(std::string_view text) {
    if (text.find_first_not_of(" \n") != text.npos) {
      const Language language = stretches_.empty() ? around_ : stretches_.back();
      if (open_ != language) Close();
      if (!open_ && language != around_ && !is_text_only_) Open(language);
    }
    out_ += text;
  }

  void WriteTag(std::string_view tag) {
    Close();
    out_ += WithoutMarks(tag);
    const std::string_view name = ElementName(tag);
    const bool is_end = tag.starts_with("</");
    if (std::ranges::find(kTextOnly, name) != kTextOnly.end()) is_text_only_ = !is_end;
    if (depth_ > 0) {
      if (name == name_) depth_ += is_end ? -1 : 1;
      if (depth_ == 0) around_ = page_;
    } else if (const auto language = LanguageOf(tag); language && !is_end && name != "html") {
      around_ = *language;
      name_ = name;
      depth_ = 1;
    }
  }

  void Open(Language language) {
    out_.append("<span lang=\"").append(CodeOf(language)).append("\">");
    open_ = language;
  }
  void Close() {
    if (open_) out_ += "</span>";
    open_.reset();
  }

  Language page_;
  Language around_;        // of the element that the text stands in
  std::string_view name_;  // of that element, where it is not the page
  int depth_ = 0;          // of elements of that name in it
  bool is_text_only_ = false;
  std::optional<Language> open_;  // of the span that is open
  std::vector<Language> stretches_;
  std::string out_;
};

}  // namespace

std::string MarkedAs(Language language, std::string_view text) {
  std::string marked(language == Language::kEnglish ? kEnglishMark : kWelshMark);
  return marked.append(text).append(kEndMark);
}

std::string AsPublished(Language page, std::string_view text) {
  return page == Language::kEnglish ? std::string(text) : MarkedAs(Language::kEnglish, text);
}

std::string WithoutMarks(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view sign = text.substr(i, kMarkBytes);
    if (sign == kEnglishMark || sign == kWelshMark || sign == kEndMark) {
      i += kMarkBytes;
    } else {
      plain += text[i++];
    }
  }
  return plain;
}

std::string WithLanguages(std::string_view html, Language language) {
  return MarkWriter(language).Write(html);
}

}  // namespace waypost::server
