#include "server/response/search_feed.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "engine/format/public_id.h"
#include "engine/query/format_query.h"
#include "engine/query/modified.h"
#include "server/response/card_fields.h"
#include "server/response/page_text.h"
#include "server/response/source_facts.h"
#include "server/response/xml_text.h"

namespace waypost::server {
namespace {

struct FeedEntry {
  Moment modified;
  DocId doc;
  bool certain = false;
};

// Of the certain and of the possible ones the newest each, and of those the newest of all: what is
// new and only possible would otherwise never be seen behind fifty that are old and certain.
std::vector<FeedEntry> EntriesOf(const Index& index, const query::RankedResults& ranked) {
  std::vector<FeedEntry> entries;
  const auto add = [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < std::min(last, first + kMostEntries); ++i) {
      const DocId doc = ranked.docs[i];
      const auto modified = query::ModifiedOf(index, doc, ranked.resolved.now.date);
      if (modified) entries.push_back({*modified, doc, i < ranked.total_certain});
    }
  };
  const auto certain = static_cast<std::size_t>(ranked.total_certain);
  add(0, certain);
  add(certain, ranked.docs.size());
  // Services are numbered in order of their public ids.
  std::ranges::sort(entries, [&](const FeedEntry& a, const FeedEntry& b) {
    if (a.modified != b.modified) return a.modified > b.modified;
    return index.documents().service[a.doc] < index.documents().service[b.doc];
  });
  if (entries.size() > kMostEntries) entries.resize(kMostEntries);
  return entries;
}

// "51.45": a hundredth of a degree is about a kilometre.
std::string HundredthsText(double degrees) {
  std::array<char, 16> buffer;
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.2f", degrees);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

// Services for “coffee” near WE1 (day: SA; free: yes)
std::string TitleOf(const query::Query& question) {
  std::string title = "Services";
  if (!question.words.empty()) title += " for “" + question.words + "”";
  if (question.near) title += " near " + question.near->text;
  std::string others;
  for (const query::Parameter& parameter : query::FormatQuery(question)) {
    if (parameter.name == "q" || parameter.name == "near") continue;
    others += others.empty() ? " (" : "; ";
    others += parameter.name + ": " + parameter.value;
  }
  return others.empty() ? title : title + others + ")";
}

class FeedWriter {
 public:
  FeedWriter(const Index& index, const query::RankedResults& ranked, const FeedPlace& place)
      : index_(index), place_(place), entries_(EntriesOf(index, ranked)) {
    question_ = FeedQuestion(ranked.resolved.query);
  }

  std::string Write() && {
    xml_.Start("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", "en-GB"}});
    WriteHead();
    for (const FeedEntry& entry : entries_) WriteEntry(entry);
    xml_.End();
    return std::move(xml_).Take();
  }

 private:
  void WriteHead() {
    std::vector<query::Parameter> asked = query::FormatQuery(question_);
    const std::string key = QueryString(asked);
    asked.push_back({"format", "atom"});
    xml_.Text("id", "urn:uuid:" + FormatUuid(PublicId(place_.host, "feed", key)));
    xml_.Text("title", TitleOf(question_));
    xml_.Text("updated", FormatMoment(Updated()));
    xml_.Empty("link", {{"rel", "self"},
                        {"type", "application/atom+xml"},
                        {"href", place_.origin + "/api/search" + QueryString(asked)}});
    xml_.Start("author").Text("name", "Waypost").End();
    xml_.Text("generator", "Waypost");
    xml_.Text("rights", Rights());
  }

  // Without an entry that of the index, which says that there is none.
  Moment Updated() const {
    return entries_.empty() ? Moment(index_.as_of()) : entries_.front().modified;
  }

  std::string Rights() const {
    std::set<SourceOrdinal> sources;
    for (const FeedEntry& entry : entries_) sources.insert(index_.documents().source[entry.doc]);
    std::string text;
    for (const SourceOrdinal source : sources) {
      const std::string line = LicenceLine(ReadSource(index_.sources().info[source]));
      if (!line.empty()) text.append(text.empty() ? "" : "\n").append(line);
    }
    return text;
  }

  void WriteEntry(const FeedEntry& entry) {
    const CardFields card = ReadCard(index_, entry.doc);
    const std::string id =
        FormatUuid(index_.services().public_id[index_.documents().service[entry.doc]]);
    xml_.Start("entry");
    xml_.Text("id", "urn:uuid:" + id);
    xml_.Text("title", card.name.empty() ? "A service without a name" : card.name);
    xml_.Text("updated", FormatMoment(entry.modified));
    xml_.Empty("link", {{"rel", "alternate"}, {"href", place_.origin + "/services/" + id}});
    if (!card.organisation.empty()) {
      xml_.Start("author").Text("name", card.organisation).End();
    }
    for (const TaxonomyTermId term : index_.documents().terms[entry.doc]) {
      xml_.Empty("category", {{"term", index_.taxonomy().id_text(term)},
                              {"label", index_.taxonomy().label(term)}});
    }
    if (!entry.certain) {
      xml_.Empty("category", {{"term", "possible"}, {"scheme", "urn:waypost:certainty"}});
    }
    xml_.Text("summary", card.summary);
    xml_.End();
  }

  const Index& index_;
  const FeedPlace& place_;
  const std::vector<FeedEntry> entries_;
  query::Query question_;
  XmlText xml_;
};

}  // namespace

query::Query FeedQuestion(query::Query query) {
  const query::Query defaults;
  query.page = defaults.page;
  query.per_page = defaults.per_page;
  query.sort.reset();
  query.mode = query::Mode::kAll;
  query.facets.clear();
  query.facet_limit = defaults.facet_limit;
  query.highlight = false;
  query.explain = false;
  query.at.reset();
  if (!query.near) return query;
  query::Near& near = *query.near;
  if (near.postcode) {
    const bool is_unit = near.postcode->level() == PostcodeLevel::kUnit;
    near.text = is_unit ? near.postcode->DistrictText() : near.postcode->text();
    near.postcode = Postcode::Parse(near.text);
  } else if (near.point) {
    near.text =
        HundredthsText(near.point->lat_degrees()) + "," + HundredthsText(near.point->lon_degrees());
  }
  return query;
}

HttpResponse SearchFeed(const Index& index, const query::RankedResults& ranked,
                        const FeedPlace& place) {
  return {.content_type = "application/atom+xml; charset=utf-8",
          .body = FeedWriter(index, ranked, place).Write()};
}

}  // namespace waypost::server
