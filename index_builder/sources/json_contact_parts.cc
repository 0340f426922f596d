#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_words.h"
#include "index_builder/sources/json_parts.h"

namespace waypost::sources {

using M = JsonMember;

record::Phone ReadPhone(const JsonEntity& phone) {
  record::Phone result;
  result.id = phone.Id();
  // Numbers of phones are text, but many a feed has them as numbers.
  result.number = record::TextLine(phone.report(), phone.name(), "number", phone.Raw(M::kNumber));
  // One publisher quotes its numbers twice.
  if (result.number.size() > 2 && result.number.front() == '"' && result.number.back() == '"') {
    result.number = result.number.substr(1, result.number.size() - 2);
  }
  result.extension =
      record::TextLine(phone.report(), phone.name(), "extension", phone.Raw(M::kExtension));
  result.type = phone.Line(M::kType);
  for (const record::Language& language : ReadLanguages(phone, M::kLanguages)) {
    if (!result.language.empty()) result.language += ", ";
    result.language += language.code.empty() ? language.name : language.code;
  }
  result.description = phone.Block(M::kDescription);
  // Of languages with more members than a code the code alone is kept above.
  const JsonObject::Member* languages = phone.object().Peek(M::kLanguages);
  if (languages != nullptr && languages->value.is_array()) phone.object().Unread(M::kLanguages);
  phone.KeepRest(result.id);
  return result;
}

std::vector<record::Phone> ReadPhones(const JsonEntity& owner, JsonMember member) {
  std::vector<record::Phone> phones;
  const auto add = [&](record::Phone phone) {
    if (!phone.number.empty()) phones.push_back(std::move(phone));
  };
  owner.Each(
      member, "phone", [&](const JsonEntity& phone) { add(ReadPhone(phone)); },
      [&](std::string_view number) {
        record::Phone phone;
        phone.number = record::TextLine(owner.report(), "phone", "number", number);
        add(std::move(phone));
      });
  return phones;
}

std::vector<record::Contact> ReadContacts(const JsonEntity& owner, JsonMember member) {
  std::vector<record::Contact> contacts;
  owner.Each(member, "contact", [&](const JsonEntity& contact) {
    record::Contact result;
    result.id = contact.Id();
    result.name = contact.Line(M::kName);
    result.title = contact.Line(M::kTitle);
    result.department = contact.Line(M::kDepartment);
    result.email = contact.Email(M::kEmail);
    result.phones = ReadPhones(contact, M::kPhones);
    record::Contact only_id;
    only_id.id = result.id;
    contact.KeepRest(result.id);
    if (result != only_id) contacts.push_back(std::move(result));
  });
  return contacts;
}

std::vector<record::Language> ReadLanguages(const JsonEntity& owner, JsonMember member) {
  std::vector<record::Language> languages;
  std::size_t further = 0;
  const auto add = [&](record::Language language) {
    // There are some 7,000 languages; no service speaks more than these.
    constexpr std::size_t kMostLanguages = 256;
    if (language == record::Language{} || languages.size() >= kMostLanguages) return;
    for (const record::Language& other : languages) {
      if (other == language) return;
    }
    languages.push_back(std::move(language));
  };
  const auto add_text = [&](std::string_view text) {
    while (!text.empty()) {
      const std::size_t comma = text.find_first_of(",;|/");
      add(record::ReadLanguage(
          record::TextLine(owner.report(), "language", "language", text.substr(0, comma))));
      text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    }
  };
  owner.Each(
      member, "language",
      [&](const JsonEntity& language) {
        const std::size_t before = languages.size();
        // Languages have their places as ids; those of a telephone are kept by it.
        const auto keep = [&] {
          if (owner.name() != "service") return;
          // In the UK profile a row has ids alone, of a telephone that is answered in the language.
          if (languages.size() == before) {
            owner.context().extras.KeepWhole("further_language", std::to_string(further++),
                                             language.object().StatedMembers());
          }
          if (languages.size() != before + 1) return;
          // The record has the name of the table of languages.
          const JsonObject::Member* name = language.object().Peek(M::kName);
          if (name != nullptr && language.ScalarText(name->value) != languages.back().name) {
            language.object().Unread(M::kName);
          }
          language.KeepRest(std::to_string(before));
        };
        if (language.States(M::kLanguages)) {
          add_text(language.Raw(M::kLanguages));
          return keep();
        }
        record::Language by_code = record::ReadLanguage(language.Line(M::kCode));
        record::Language by_name = record::ReadLanguage(language.Line(M::kName));
        // A code that the table does not know has itself as its name; the feed's is better.
        if (by_code.code.empty() || by_code.name == by_code.code) {
          if (!by_code.code.empty() && !by_name.name.empty()) by_code.name = by_name.name;
          add(by_code.code.empty() ? by_name : by_code);
        } else {
          add(by_code);
        }
        keep();
      },
      add_text);
  return languages;
}

}  // namespace waypost::sources
