#include "server/web/docs_page.h"

#include <kainjow/mustache.hpp>

#include "server/openapi/operations.h"
#include "server/web/docs_template.h"
#include "server/web/page_data.h"

namespace waypost::server {
namespace {

using kainjow::mustache::mustache;

// As many parameters as are shown without being asked for.
constexpr std::size_t kFewParameters = 6;
// In addresses of examples, for a service that there is.
constexpr std::string_view kServiceHole = "{service}";
// More than all ids of services that are filled in.
constexpr std::size_t kMostFilled = 1024;
constexpr std::string_view kDocsPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

// What stands between two of the same sign is code: "at most `per_page`".
PageData PiecesOf(std::string_view text) {
  PageData pieces(PageData::type::list);
  bool is_code = false;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find('`'));
    if (!part.empty()) {
      PageData piece;
      piece.set("text", std::string(part));
      piece.set("code", is_code);
      pieces.push_back(piece);
    }
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    is_code = !is_code;
  }
  return pieces;
}

PageData ParagraphsOf(std::string_view text) {
  constexpr std::string_view kBetween = "\n\n";
  PageData paragraphs(PageData::type::list);
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(kBetween));
    PageData paragraph;
    paragraph.set("said", PiecesOf(part));
    paragraphs.push_back(paragraph);
    text.remove_prefix(std::min(part.size() + kBetween.size(), text.size()));
  }
  return paragraphs;
}

// Every name is set, for an inner thing without one would show the outer thing's.
void SetType(const DescribedType& type, PageData& thing) {
  thing.set("words", type.words);
  thing.set("schema", type.schema);
  thing.set("has_schema", !type.schema.empty());
}

PageData ParameterOf(const DescribedParameter& parameter) {
  PageData row;
  row.set("name", parameter.name);
  row.set("said", PiecesOf(parameter.description));
  row.set("example", parameter.example);
  row.set("is_required", parameter.is_required);
  SetType(parameter.type, row);
  return row;
}

PageData ResponseOf(const DescribedResponse& response) {
  PageData row;
  row.set("status", response.status);
  row.set("said", PiecesOf(response.description));
  PageData contents(PageData::type::list);
  for (const DescribedContent& content : response.contents) {
    PageData form;
    form.set("media_type", content.media_type);
    SetType(content.type, form);
    contents.push_back(form);
  }
  row.set("contents", contents);
  return row;
}

PageData OperationOf(const DescribedOperation& operation) {
  PageData section;
  section.set("id", operation.id);
  section.set("path", operation.path);
  section.set("summary", operation.summary);
  section.set("said", PiecesOf(operation.description));
  section.set("href", operation.example);
  section.set("has_example", !operation.example.empty());
  PageData parameters(PageData::type::list);
  for (const DescribedParameter& parameter : operation.parameters) {
    parameters.push_back(ParameterOf(parameter));
  }
  section.set("parameters", parameters);
  section.set("has_parameters", !operation.parameters.empty());
  section.set("is_short", operation.parameters.size() <= kFewParameters);
  section.set("count", std::to_string(operation.parameters.size()));
  PageData responses(PageData::type::list);
  for (const DescribedResponse& response : operation.responses) {
    responses.push_back(ResponseOf(response));
  }
  section.set("responses", responses);
  return section;
}

PageData TagOf(const DescribedTag& tag) {
  PageData group;
  group.set("name", tag.name);
  group.set("about", tag.description);
  PageData operations(PageData::type::list);
  for (const DescribedOperation& operation : tag.operations) {
    operations.push_back(OperationOf(operation));
  }
  group.set("operations", operations);
  return group;
}

PageData SchemaOf(const DescribedSchema& schema) {
  PageData section;
  section.set("name", schema.name);
  section.set("said", PiecesOf(schema.description));
  section.set("has_words", !schema.type.words.empty());
  SetType(schema.type, section);
  PageData includes(PageData::type::list);
  for (const std::string& name : schema.includes) includes.push_back(PageData(name));
  section.set("includes", includes);
  PageData members(PageData::type::list);
  for (const DescribedMember& member : schema.members) {
    PageData row;
    row.set("name", member.name);
    row.set("said", PiecesOf(member.description));
    row.set("is_required", member.is_required);
    SetType(member.type, row);
    members.push_back(row);
  }
  section.set("members", members);
  section.set("has_members", !schema.members.empty());
  return section;
}

}  // namespace

absl::StatusOr<std::string> RenderDocs(std::string_view description) {
  ASSIGN_OR_RETURN(const DescribedApi api, ReadOperations(description));
  PageData page;
  page.set("title", api.title);
  page.set("paragraphs", ParagraphsOf(api.description));
  PageData tags(PageData::type::list);
  for (const DescribedTag& tag : api.tags) tags.push_back(TagOf(tag));
  page.set("tags", tags);
  PageData schemas(PageData::type::list);
  for (const DescribedSchema& schema : api.schemas) schemas.push_back(SchemaOf(schema));
  page.set("schemas", schemas);
  mustache view{std::string(kDocsTemplate)};
  return view.render(page);
}

HttpResponse DocsPage(std::string_view docs, std::string_view service) {
  HttpResponse response{.content_type = "text/html; charset=utf-8",
                        .headers = {{"Content-Security-Policy", std::string(kDocsPolicy)}}};
  response.body.reserve(docs.size() + kMostFilled);
  for (;;) {
    const std::size_t hole = docs.find(kServiceHole);
    response.body.append(docs.substr(0, hole));
    if (hole == std::string_view::npos) return response;
    response.body.append(service);
    docs.remove_prefix(hole + kServiceHole.size());
  }
}

}  // namespace waypost::server
