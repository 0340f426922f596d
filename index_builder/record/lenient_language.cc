#include <array>
#include <string>

#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_words.h"

namespace waypost::record {
namespace {

struct KnownLanguage {
  std::string_view code;   // ISO 639-1, else 639-3
  std::string_view three;  // ISO 639-2/T or 639-3, "" when `code` is it already
  std::string_view name;
  std::string_view other_name;  // folded; "" when none
};

// The main languages of the 2021 census of England and Wales and the 2022 census of Scotland, the
// languages of the islands, and the sign languages in use there. Codes: ISO 639 tables of the
// Library of Congress (639-1, 639-2) and SIL International (639-3).
constexpr std::array<KnownLanguage, 82> kLanguages = {{
    {"en", "eng", "English", ""},
    {"cy", "cym", "Welsh", "cymraeg"},
    {"gd", "gla", "Scottish Gaelic", "gaelic"},
    {"ga", "gle", "Irish", "irish gaelic"},
    {"sco", "", "Scots", ""},
    {"kw", "cor", "Cornish", ""},
    {"gv", "glv", "Manx", "manx gaelic"},
    {"bfi", "", "British Sign Language", "bsl"},
    {"isg", "", "Irish Sign Language", "isl"},
    {"ase", "", "American Sign Language", "asl"},
    {"pl", "pol", "Polish", "polski"},
    {"ro", "ron", "Romanian", "moldovan"},
    {"pa", "pan", "Punjabi", "panjabi"},
    {"ur", "urd", "Urdu", ""},
    {"pt", "por", "Portuguese", ""},
    {"es", "spa", "Spanish", "castilian"},
    {"ar", "ara", "Arabic", ""},
    {"bn", "ben", "Bengali", "bangla"},
    {"syl", "", "Sylheti", ""},
    {"gu", "guj", "Gujarati", ""},
    {"it", "ita", "Italian", ""},
    {"fr", "fra", "French", ""},
    {"de", "deu", "German", ""},
    {"zh", "zho", "Chinese", ""},
    {"yue", "", "Cantonese", ""},
    {"cmn", "", "Mandarin", "mandarin chinese"},
    {"ta", "tam", "Tamil", ""},
    {"so", "som", "Somali", ""},
    {"tr", "tur", "Turkish", ""},
    {"fa", "fas", "Persian", "farsi"},
    {"prs", "", "Dari", ""},
    {"ps", "pus", "Pashto", "pushto"},
    {"ku", "kur", "Kurdish", ""},
    {"ckb", "", "Central Kurdish", "sorani"},
    {"kmr", "", "Northern Kurdish", "kurmanji"},
    {"hu", "hun", "Hungarian", ""},
    {"bg", "bul", "Bulgarian", ""},
    {"el", "ell", "Greek", ""},
    {"lt", "lit", "Lithuanian", ""},
    {"lv", "lav", "Latvian", ""},
    {"et", "est", "Estonian", ""},
    {"ru", "rus", "Russian", ""},
    {"uk", "ukr", "Ukrainian", ""},
    {"sk", "slk", "Slovak", ""},
    {"cs", "ces", "Czech", ""},
    {"sq", "sqi", "Albanian", ""},
    {"nl", "nld", "Dutch", "flemish"},
    {"sv", "swe", "Swedish", ""},
    {"da", "dan", "Danish", ""},
    {"no", "nor", "Norwegian", ""},
    {"fi", "fin", "Finnish", ""},
    {"hi", "hin", "Hindi", ""},
    {"ml", "mal", "Malayalam", ""},
    {"te", "tel", "Telugu", ""},
    {"mr", "mar", "Marathi", ""},
    {"kn", "kan", "Kannada", ""},
    {"ne", "nep", "Nepali", ""},
    {"si", "sin", "Sinhala", "sinhalese"},
    {"tl", "tgl", "Tagalog", "filipino"},
    {"vi", "vie", "Vietnamese", ""},
    {"th", "tha", "Thai", ""},
    {"ja", "jpn", "Japanese", ""},
    {"ko", "kor", "Korean", ""},
    {"ms", "msa", "Malay", ""},
    {"id", "ind", "Indonesian", ""},
    {"yo", "yor", "Yoruba", ""},
    {"ig", "ibo", "Igbo", ""},
    {"ha", "hau", "Hausa", ""},
    {"ak", "aka", "Akan", "twi"},
    {"sn", "sna", "Shona", ""},
    {"sw", "swa", "Swahili", "kiswahili"},
    {"am", "amh", "Amharic", ""},
    {"ti", "tir", "Tigrinya", ""},
    {"om", "orm", "Oromo", ""},
    {"ln", "lin", "Lingala", ""},
    {"he", "heb", "Hebrew", ""},
    {"yi", "yid", "Yiddish", ""},
    {"hr", "hrv", "Croatian", ""},
    {"sr", "srp", "Serbian", ""},
    {"bs", "bos", "Bosnian", ""},
    {"rom", "", "Romani", "romany"},
    {"pnb", "", "Western Punjabi", "mirpuri"},
}};

Language Known(const KnownLanguage& known) {
  return Language{std::string(known.code), std::string(known.name)};
}

bool IsLetters(std::string_view text) {
  for (char c : text) {
    if (c < 'a' || c > 'z') return false;
  }
  return true;
}

}  // namespace

Language ReadLanguage(std::string_view text) {
  text = Trim(text);
  if (text.empty()) return {};
  const std::string folded = FoldWords(text);
  const std::string language_word = " language";
  std::string_view name = folded;
  if (name.ends_with(language_word) && !name.ends_with("sign language")) {
    name.remove_suffix(language_word.size());
  }
  for (const KnownLanguage& known : kLanguages) {
    if (EqualsIgnoringCase(known.name, name) ||
        (!known.other_name.empty() && known.other_name == name)) {
      return Known(known);
    }
  }
  // The primary subtag of a BCP 47 tag: "pl" of "pl-PL", "zh" of "zh_Hans".
  const std::string_view subtag = std::string_view(folded).substr(0, folded.find(' '));
  if (subtag.size() == 2 || subtag.size() == 3) {
    for (const KnownLanguage& known : kLanguages) {
      if (known.code == subtag || known.three == subtag) return Known(known);
    }
    const bool only_a_tag = text.find(' ') == std::string_view::npos;
    if (only_a_tag && IsLetters(subtag)) return Language{std::string(subtag), std::string(subtag)};
  }
  return Language{"", std::string(text)};
}

}  // namespace waypost::record
