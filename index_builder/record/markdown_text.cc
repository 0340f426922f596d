#include "index_builder/record/markdown_text.h"

namespace waypost::record {
namespace {

// "[label](target)" at the front of `text`; length 0 when it is none. Labels and targets stay on
// one line and within a bound, so that a text full of brackets is not searched again and again;
// only the target of an image, which may be embedded, is unbounded.
struct Link {
  std::size_t length = 0;
  std::string_view label;
  std::string_view target;
};

constexpr std::size_t kMaxLabel = 1000;
constexpr std::size_t kMaxTarget = 4000;

// Where the target of an embedded image may end: the next ")", space or line end. What was found is
// remembered, so that a text of many images without an end is searched once and not once for each.
class TargetEnds {
 public:
  explicit TargetEnds(std::string_view text) : text_(text) {}

  // REQUIRES: `from` never goes down.
  std::size_t FirstFrom(std::size_t from) {
    if (!searched_ || (next_ < from && next_ != std::string_view::npos)) {
      next_ = text_.find_first_of(") \n", from);
      searched_ = true;
    }
    return next_;
  }

 private:
  std::string_view text_;
  std::size_t next_ = 0;
  bool searched_ = false;
};

Link ReadLink(std::string_view whole, std::size_t begin, TargetEnds& ends) {
  const std::string_view text = whole.substr(begin);
  const std::string_view window = text.substr(0, kMaxLabel);
  const std::size_t middle = window.find("](", 1);
  if (middle == std::string_view::npos || window.substr(0, middle).find('\n') != window.npos)
    return {};
  if (window.substr(1, middle - 1).find('[') != std::string_view::npos) return {};
  const std::string_view target = text.substr(middle + 2);
  std::size_t end = std::string_view::npos;
  if (target.starts_with("data:")) {
    const std::size_t stop = ends.FirstFrom(begin + middle + 2);
    if (stop != std::string_view::npos) end = stop - (begin + middle + 2);
  } else {
    end = target.substr(0, kMaxTarget).find_first_of(")\n");
  }
  if (end == std::string_view::npos || target[end] != ')') return {};
  return {middle + 2 + end + 1, text.substr(1, middle - 1), target.substr(0, end)};
}

bool IsAddress(std::string_view target) {
  return target.starts_with("http://") || target.starts_with("https://") ||
         target.starts_with("mailto:") || target.starts_with("www.");
}

// The length of "**words**" or "__words__" on one line at the front of `text`, or 0.
std::size_t StrongLength(std::string_view text) {
  const std::string_view mark = text.substr(0, 2);
  if (mark != "**" && mark != "__") return 0;
  const std::string_view rest = text.substr(2, kMaxLabel);
  if (rest.empty() || rest.front() == ' ' || rest.front() == mark[0]) return 0;
  const std::size_t end = rest.find(mark);
  if (end == std::string_view::npos || end == 0 || rest[end - 1] == ' ') return 0;
  if (rest.substr(0, end).find('\n') != std::string_view::npos) return 0;
  return end + 4;
}

// The length of "## " at the beginning of a line, or 0.
std::size_t HeadingLength(std::string_view text) {
  std::size_t marks = 0;
  while (marks < text.size() && text[marks] == '#') ++marks;
  const bool heading = marks >= 1 && marks <= 6 && marks < text.size() && text[marks] == ' ';
  return heading ? marks + 1 : 0;
}

}  // namespace

bool MayHaveMarks(std::string_view text) {
  return text.find("](") != std::string_view::npos || text.find("**") != std::string_view::npos ||
         text.find("__") != std::string_view::npos || text.find("# ") != std::string_view::npos;
}

MarkdownMarks MarkdownText(std::string_view text) {
  MarkdownMarks marks;
  TargetEnds ends(text);
  bool line_start = true;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    if (line_start && rest.front() == '#') {
      const std::size_t heading = HeadingLength(rest);
      marks.had_marks = marks.had_marks || heading > 0;
      i += heading;
      line_start = false;
      if (heading > 0) continue;
    }
    line_start = rest.front() == '\n';
    const bool image = rest.starts_with("![");
    if (image || rest.front() == '[') {
      const Link link = ReadLink(text, i + (image ? 1 : 0), ends);
      if (link.length > 0 && (image || IsAddress(link.target))) {
        marks.text += link.label;
        if (!image && link.label != link.target) {
          marks.text += " (" + std::string(link.target) + ")";
        }
        marks.had_marks = true;
        marks.had_image = marks.had_image || image;
        i += link.length + (image ? 1 : 0);
        continue;
      }
    }
    if (const std::size_t strong = StrongLength(rest); strong > 0) {
      marks.text += rest.substr(2, strong - 4);
      marks.had_marks = true;
      i += strong;
      continue;
    }
    marks.text += rest.front();
    ++i;
  }
  return marks;
}

}  // namespace waypost::record
