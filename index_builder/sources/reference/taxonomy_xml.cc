#include <pugixml.hpp>

#include <string>
#include <utility>
#include <vector>

#include "index_builder/record/folded_words.h"
#include "index_builder/record/safe_text.h"
#include "index_builder/sources/reference/taxonomy_formats.h"
#include "index_builder/sources/reference/taxonomy_terms.h"
#include "index_builder/sources/reference/whole_input.h"

namespace waypost::sources {
namespace {

using record::VocabularyTerm;

bool IsNamed(pugi::xml_node node, std::string_view name) { return name == node.name(); }

// Elements still to be visited, with the code of the term above them. A stack of our own, because
// the depth of the file is not ours to trust.
struct Visit {
  pugi::xml_node node;
  std::string parent;
};

void PushChildren(pugi::xml_node node, const std::string& parent, std::vector<Visit>& open) {
  // Last child first, so that the stack gives them in document order.
  for (pugi::xml_node child = node.last_child(); child; child = child.previous_sibling()) {
    if (child.type() == pugi::node_element) open.push_back({child, parent});
  }
}

VocabularyTerm EsdTerm(std::string_view vocabulary, pugi::xml_node node) {
  VocabularyTerm term = MakeTerm(vocabulary, node.child_value("Identifier"),
                                 node.child_value("Label"), node.child_value("Description"));
  AddOtherId(term, node.child_value("URI"));
  return term;
}

void ReadEsd(pugi::xml_node root, record::Taxonomy& taxonomy) {
  std::vector<Visit> open;
  PushChildren(root, "", open);
  while (!open.empty()) {
    const Visit visit = std::move(open.back());
    open.pop_back();
    if (IsNamed(visit.node, "Function")) {
      VocabularyTerm term = EsdTerm("esdFunctions", visit.node);
      term.parent = visit.parent;
      const std::string code = term.code;
      taxonomy.terms.push_back(std::move(term));
      PushChildren(visit.node, code, open);
    } else if (IsNamed(visit.node, "Service")) {
      VocabularyTerm term = EsdTerm("esdServiceTypes", visit.node);
      if (!visit.parent.empty()) {
        taxonomy.mappings.push_back(
            {{"esdFunctions", visit.parent, ""}, {"esdServiceTypes", term.code, term.label}});
      }
      taxonomy.terms.push_back(std::move(term));
    } else if (IsNamed(visit.node, "Functions") || IsNamed(visit.node, "Services")) {
      PushChildren(visit.node, visit.parent, open);
    }
  }
}

// <top_level id="1102" title="Food"><second_level ...>: every element with an id and a title.
void ReadOpenEligibility(pugi::xml_node list, std::string_view vocabulary,
                         record::Taxonomy& taxonomy) {
  std::vector<Visit> open;
  PushChildren(list, "", open);
  const pugi::xml_node descriptions = list.child("descriptions");
  while (!open.empty()) {
    const Visit visit = std::move(open.back());
    open.pop_back();
    if (!std::string_view(visit.node.name()).ends_with("_level")) continue;
    const std::string id = visit.node.attribute("id").value();
    const pugi::xml_node description = descriptions.find_child_by_attribute("id", id.c_str());
    VocabularyTerm term = MakeTerm(vocabulary, id, visit.node.attribute("title").value(),
                                   record::Trim(description.text().get()));
    term.parent = visit.parent;
    const std::string code = term.code;
    taxonomy.terms.push_back(std::move(term));
    PushChildren(visit.node, code, open);
  }
}

}  // namespace

absl::Status ReadTaxonomyXml(const std::string& name, std::string_view text, record::ProblemSink&,
                             record::Taxonomy& taxonomy) {
  // The parser takes the bytes as they come; what is no UTF-8 would pass through to every answer.
  bool repaired = false;
  const std::string utf8 = record::RepairUtf8(text, &repaired);
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(utf8.data(), utf8.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result) {
    const std::size_t offset = result.offset < 0 ? 0 : static_cast<std::size_t>(result.offset);
    return InvalidArgument(name + ": line " + std::to_string(LineOfOffset(utf8, offset)) +
                           ": not XML: " + result.description() +
                           "; correct the file or fetch it again");
  }
  const pugi::xml_node root = document.document_element();
  if (IsNamed(root, "Functions") || IsNamed(root, "Services")) {
    ReadEsd(root, taxonomy);
  } else if (IsNamed(root, "taxonomy")) {
    ReadOpenEligibility(root.child("services"), "openEligibility", taxonomy);
    ReadOpenEligibility(root.child("situations"), "openEligibilitySituations", taxonomy);
  } else {
    return InvalidArgument(name + ": line 1: no taxonomy: the root element is <" + root.name() +
                           ">; expected esd <Functions> or Open Eligibility <taxonomy>");
  }
  return absl::OkStatus();
}

}  // namespace waypost::sources
