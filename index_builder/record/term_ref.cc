#include "index_builder/record/term_ref.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "index_builder/record/folded_words.h"

namespace waypost::record {
namespace {

// A vocabulary that is known by name. `folded_names` are FoldWords of the names without spaces.
struct Scheme {
  std::string_view vocabulary;
  std::string_view curie_prefix;
  std::array<std::string_view, 6> folded_names;
  std::array<std::string_view, 3> uri_prefixes;  // without http(s)://, followed by the code
};

constexpr std::array<Scheme, 9> kSchemes = {{
    {"esdServiceTypes",
     "esdServiceType",
     {"esdservicetypes", "esdservicetype", "service", "servicetype", "servicetypes", "esdservices"},
     {"id.esd.org.uk/service/", "standards.esd.org.uk/?uri=service/", ""}},
    {"esdNeeds",
     "esdNeed",
     {"esdneeds", "esdneed", "need", "needs", "", ""},
     {"id.esd.org.uk/need/", "", ""}},
    {"esdCircumstances",
     "esdCircumstance",
     {"esdcircumstances", "esdcircumstance", "circumstance", "circumstances", "", ""},
     {"id.esd.org.uk/circumstance/", "", ""}},
    {"esdFunctions",
     "esdFunction",
     {"esdfunctions", "esdfunction", "function", "functions", "", ""},
     {"id.esd.org.uk/function/", "", ""}},
    {"openActiveActivity",
     "openActiveActivity",
     {"openactiveactivity", "openactive", "activity", "openactiveactivitylist",
      "openactiveactivities", "oa"},
     {"openactive.io/activity-list#", "openactive.io/activity-list/#",
      "www.openactive.io/activity-list/#"}},
    {"openActiveAccessibility",
     "openActiveAccessibility",
     {"openactiveaccessibility", "openactiveaccessibilitysupport", "accessibilitysupport", "", "",
      ""},
     {"openactive.io/accessibility-support#", "", ""}},
    {"openEligibility",
     "openEligibility",
     {"openeligibility", "openeligibilitytaxonomy", "oe", "", "", ""},
     {"openeligibility.org/taxonomy/#", "openeligibility.org/taxonomy#", "openeligibility.org/#"}},
    {"snomedCT",
     "snomedCT",
     {"snomedct", "snomed", "sct", "", "", ""},
     {"snomed.info/id/", "", ""}},
    {"lgsl", "lgsl", {"lgsl", "esdlgsl", "", "", "", ""}, {"", "", ""}},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kEsdLists = {{
    {"services", "esdServiceTypes"},
    {"englishandwelshservices", "esdServiceTypes"},
    {"communityservices", "esdServiceTypes"},
    {"scottishservices", "esdServiceTypes"},
    {"needs", "esdNeeds"},
    {"circumstances", "esdCircumstances"},
    {"circumstancespersonal", "esdCircumstances"},
    {"circumstanceseligibility", "esdCircumstances"},
    {"functions", "esdFunctions"},
}};

std::string FoldWithoutSpaces(std::string_view text) {
  std::string joined;
  for (char c : FoldWords(text)) {
    if (c != ' ') joined += c;
  }
  return joined;
}

const Scheme* SchemeNamed(std::string_view name) {
  const std::string folded = FoldWithoutSpaces(name);
  if (folded.empty()) return nullptr;
  for (const Scheme& scheme : kSchemes) {
    for (std::string_view known : scheme.folded_names) {
      if (known == folded) return &scheme;
    }
  }
  return nullptr;
}

std::string_view WithoutWebScheme(std::string_view uri) {
  for (std::string_view scheme : {"http://", "https://"}) {
    if (uri.size() > scheme.size() && EqualsIgnoringCase(uri.substr(0, scheme.size()), scheme)) {
      return uri.substr(scheme.size());
    }
  }
  return {};
}

std::string_view WithoutSlash(std::string_view code) {
  while (code.ends_with('/')) code.remove_suffix(1);
  return code;
}

// A URI of a known scheme.
std::optional<TermRef> FromUri(std::string_view text) {
  const std::string_view rest = WithoutWebScheme(Trim(text));
  if (rest.empty()) return std::nullopt;
  for (const Scheme& scheme : kSchemes) {
    for (std::string_view prefix : scheme.uri_prefixes) {
      if (prefix.empty() || rest.size() <= prefix.size()) continue;
      if (!EqualsIgnoringCase(rest.substr(0, prefix.size()), prefix)) continue;
      const std::string_view code = WithoutSlash(rest.substr(prefix.size()));
      if (!code.empty()) return TermRef{std::string(scheme.vocabulary), std::string(code), ""};
    }
  }
  return std::nullopt;
}

struct Curie {
  std::string_view prefix;
  std::string_view code;
};

// "prefix:code" where the prefix is a word, not the scheme of a web address.
std::optional<Curie> SplitCurie(std::string_view text) {
  text = Trim(text);
  const std::size_t colon = text.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon + 1 == text.size())
    return std::nullopt;
  if (text.substr(colon + 1).starts_with("//")) return std::nullopt;
  for (char c : text.substr(0, colon)) {
    if (c == ' ' || c == '/' || c == '#') return std::nullopt;
  }
  const std::string_view code = Trim(text.substr(colon + 1));
  if (code.empty()) return std::nullopt;
  return Curie{text.substr(0, colon), code};
}

// A URI or a CURIE of a known scheme.
std::optional<TermRef> FromKnownScheme(std::string_view text) {
  if (std::optional<TermRef> uri = FromUri(text)) return uri;
  const std::optional<Curie> curie = SplitCurie(text);
  if (!curie) return std::nullopt;
  const Scheme* scheme = SchemeNamed(curie->prefix);
  if (scheme == nullptr) return std::nullopt;
  return TermRef{std::string(scheme->vocabulary), std::string(curie->code), ""};
}

// True for "bccservicetype" and "BCC Service Types": the prefix only repeats the vocabulary.
bool SameVocabulary(std::string_view prefix, std::string_view vocabulary) {
  const std::string a = FoldWithoutSpaces(prefix);
  const std::string b = FoldWithoutSpaces(vocabulary);
  return a == b || a + "s" == b || a == b + "s";
}

TermRef WithStatedVocabulary(std::string_view stated, std::string_view code) {
  if (stated.empty()) {
    if (const std::optional<Curie> curie = SplitCurie(code)) {
      return TermRef{CanonicalVocabulary(curie->prefix), std::string(curie->code), ""};
    }
    return TermRef{"", std::string(Trim(code)), ""};
  }
  const std::size_t colon = code.find(':');  // a local list's name may have spaces
  if (colon != std::string_view::npos && colon + 1 < code.size() &&
      SameVocabulary(code.substr(0, colon), stated)) {
    code.remove_prefix(colon + 1);
  }
  return TermRef{CanonicalVocabulary(stated), std::string(Trim(code)), ""};
}

std::string_view FirstNonEmpty(std::initializer_list<std::string_view> texts) {
  for (std::string_view text : texts) {
    if (!Trim(text).empty()) return Trim(text);
  }
  return {};
}

// Some publishers write the name of a term as the term "itself".
std::string_view BareTerm(const TermFields& fields) {
  return FoldWords(fields.term) == FoldWords(fields.name) ? std::string_view() : fields.term;
}

std::string EncodeVocabulary(std::string_view vocabulary) {
  std::string encoded;
  for (char c : vocabulary) {
    if (c == ':') {
      encoded += "%3A";
    } else if (c == '%') {
      encoded += "%25";
    } else {
      encoded += c;
    }
  }
  return encoded;
}

std::string DecodeVocabulary(std::string_view encoded) {
  std::string vocabulary;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    const std::string_view escape = encoded.substr(i, 3);
    if (escape == "%3A" || escape == "%25") {
      vocabulary += escape == "%25" ? '%' : ':';
      i += 2;
    } else {
      vocabulary += encoded[i];
    }
  }
  return vocabulary;
}

}  // namespace

std::string CanonicalVocabulary(std::string_view name) {
  name = Trim(name);
  if (const Scheme* scheme = SchemeNamed(name)) return std::string(scheme->vocabulary);
  const std::string_view rest = WithoutSlash(WithoutWebScheme(name));
  constexpr std::string_view kListPath = "id.esd.org.uk/list/";
  if (rest.starts_with(kListPath)) {
    const std::string list = FoldWithoutSpaces(rest.substr(kListPath.size()));
    for (const auto& [id, vocabulary] : kEsdLists) {
      if (id == list) return std::string(vocabulary);
    }
  }
  for (const Scheme& scheme : kSchemes) {
    for (std::string_view prefix : scheme.uri_prefixes) {
      if (!prefix.empty() && rest == prefix.substr(0, prefix.find_last_not_of("#/") + 1)) {
        return std::string(scheme.vocabulary);
      }
    }
  }
  return std::string(name);
}

TermRef ReadTermRef(const TermFields& fields) {
  const std::string_view label = Trim(fields.name);
  for (std::string_view text : {fields.uri, fields.code, fields.term, fields.id}) {
    if (std::optional<TermRef> known = FromKnownScheme(text)) {
      known->label = label;
      return *std::move(known);
    }
  }
  const std::string_view stated = FirstNonEmpty({fields.vocabulary, fields.taxonomy});
  TermRef term = WithStatedVocabulary(
      stated, FirstNonEmpty({fields.code, BareTerm(fields), fields.id, label}));
  term.label = label;
  return term;
}

std::string CanonicalTermId(const TermRef& term) {
  if (term.vocabulary.empty()) {
    const bool ambiguous = term.code.find(':') != std::string::npos;
    return ambiguous ? ":" + term.code : term.code;
  }
  for (const Scheme& scheme : kSchemes) {
    if (scheme.vocabulary == term.vocabulary) {
      return std::string(scheme.curie_prefix) + ":" + term.code;
    }
  }
  return EncodeVocabulary(term.vocabulary) + ":" + term.code;
}

std::optional<TermRef> ParseCanonicalTermId(std::string_view id) {
  const std::size_t colon = id.find(':');
  TermRef term;
  if (colon == std::string_view::npos) {
    term.code = id;
  } else {
    term.vocabulary = DecodeVocabulary(id.substr(0, colon));
    term.code = id.substr(colon + 1);
  }
  if (term.code.empty()) return std::nullopt;
  // The canonical prefixes as they are; then whatever else a feed may write.
  for (const Scheme& scheme : kSchemes) {
    if (scheme.curie_prefix == term.vocabulary) {
      term.vocabulary = scheme.vocabulary;
      return term;
    }
  }
  if (std::optional<TermRef> known = FromKnownScheme(id)) return known;
  return term;
}

void AddTerm(TermRef term, std::vector<TermRef>& terms) {
  if (term.code.empty()) return;
  const auto same = [&](const TermRef& other) {
    return other.vocabulary == term.vocabulary && other.code == term.code;
  };
  constexpr std::ptrdiff_t kCompared = 256;
  const auto begin = std::ssize(terms) > kCompared ? terms.end() - kCompared : terms.begin();
  if (std::none_of(begin, terms.end(), same)) terms.push_back(std::move(term));
}

bool LinksEligibility(std::string_view link_type) {
  return FoldWords(link_type).find("eligibility") != std::string::npos;
}

}  // namespace waypost::record
