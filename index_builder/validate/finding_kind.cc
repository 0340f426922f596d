#include "index_builder/validate/finding_kind.h"

#include <array>

namespace waypost::validate {
namespace {

using Kind = FindingKind;
constexpr Severity kE = Severity::kError;
constexpr Severity kW = Severity::kWarning;
constexpr Severity kN = Severity::kNote;

constexpr std::array kRules = {
    FindingRule{Kind::kNotAnswered, "not-answered", kE, kE,
                "an address gave no answer with status 200, after several attempts",
                "let the address answer 200; see the server's log for the time of the run"},
    FindingRule{Kind::kNotJson, "not-json", kE, kE, "an answer or a record is not JSON",
                "send JSON, also in errors; write it with a JSON library, never by joining text"},
    FindingRule{Kind::kNotUtf8, "not-utf8", kE, kE, "an answer holds bytes that are not UTF-8",
                "encode as UTF-8, mostly a setting of the database connection"},
    FindingRule{Kind::kTooLarge, "too-large", kE, kE,
                "an answer is longer than the validator reads",
                "send smaller pages; nobody can page through answers of this size"},
    FindingRule{Kind::kContentType, "content-type", kW, kW,
                "an answer does not say that it is JSON",
                "send the header Content-Type: application/json"},
    FindingRule{Kind::kNoCors, "no-cors", kW, kW,
                "an answer does not let pages of other sites read it",
                "send the header Access-Control-Allow-Origin: * with every answer, errors too"},
    FindingRule{Kind::kSlow, "slow-answer", kW, kW, "an answer took longer than five seconds",
                "send smaller pages, or cache them; official validators warn of this too"},
    FindingRule{Kind::kSlowedDown, "slowed-down", kN, kN,
                "the server asked for a slower pace (429), and got it",
                "nothing, if the limit is meant; allow two requests a second for validators"},
    FindingRule{Kind::kRedirected, "redirected", kN, kN, "the address redirects to another",
                "register the address that it leads to"},
    FindingRule{Kind::kNoRoot, "no-root", kW, kE,
                "the root address does not answer with the version of the standard",
                "answer / with version, profile and openapi_url"},
    FindingRule{Kind::kRootIncomplete, "root-incomplete", kW, kE,
                "the root document lacks a member, or it is no absolute address",
                "give version \"HSDS-UK-3.0\" and absolute addresses as profile and openapi_url"},
    FindingRule{Kind::kOtherVersion, "other-version", kE, kE,
                "the root document states another version than the pages have",
                "state the version of the standard that the pages follow"},
    FindingRule{Kind::kUnknownId, "unknown-id-answered", kW, kW,
                "a service that does not exist is answered with status 200",
                "answer 404 for an unknown id"},

    FindingRule{Kind::kNoEnvelope, "no-envelope", kE, kE,
                "a list comes bare, without totals and page numbers",
                "wrap the list into the envelope of the standard"},
    FindingRule{Kind::kEnvelopeMissing, "envelope-field-missing", kE, kE,
                "a page lacks a member of the envelope",
                "send all members of the envelope on every page, the last and empty ones too"},
    FindingRule{Kind::kEnvelopeName, "envelope-field-name", kE, kE,
                "a member of the envelope has a name of another standard",
                "use the name that the message gives, letter by letter"},
    FindingRule{Kind::kEnvelopeType, "envelope-field-type", kE, kE,
                "a member of the envelope has the wrong type",
                "send counts as whole numbers and flags as true or false, without quotes"},
    FindingRule{Kind::kPageNumber, "page-number-wrong", kE, kE,
                "a page states another number than was asked for", "repeat the number asked for"},
    FindingRule{Kind::kPageFromZero, "page-number-from-zero", kW, kE,
                "pages are asked for from 1 but numbered from 0",
                "number from 1: clients stop by this number and miss or repeat a page"},
    FindingRule{Kind::kPageSize, "page-size-wrong", kW, kE,
                "the stated size is not the number of records on the page",
                "count the records on the page (in 1.0 the size asked for is accepted too)"},
    FindingRule{Kind::kPageFlag, "page-flag-wrong", kE, kE,
                "a flag (first, last or empty) is not what the page is",
                "set first on page 1 only, last on the last page only, empty without records only"},
    FindingRule{Kind::kTotalChanges, "total-changes", kW, kW, "the total changed from page to page",
                "nothing, if records changed meanwhile; else count once, the same for all pages"},
    FindingRule{Kind::kTotalWrong, "total-wrong", kE, kE,
                "the pages together hold another number of records than the total says",
                "count with the same conditions with which the pages are made"},
    FindingRule{Kind::kPageCount, "page-count-wrong", kE, kE,
                "there are more or fewer pages than stated",
                "state the total divided by the page size, rounded up"},
    FindingRule{Kind::kEmptyPage, "empty-page", kE, kE, "a page before the last is empty",
                "take hidden records out before paging, not after"},
    FindingRule{Kind::kShortPage, "uneven-pages", kW, kE,
                "a page before the last has another number of records than the first",
                "fill every page but the last; take hidden records out before paging"},
    FindingRule{Kind::kPerPageIgnored, "per-page-ignored", kW, kW,
                "the number of records asked for by per_page is passed over",
                "honour per_page up to some limit; validators ask for five"},
    FindingRule{Kind::kOnTwoPages, "record-on-two-pages", kE, kE,
                "a record is on two pages, so that another is probably on none",
                "sort by something that is the same in every request, such as the id"},
    FindingRule{Kind::kEndlessPaging, "paging-does-not-end", kE, kE,
                "further pages repeat what was given before, and none is the last",
                "honour the parameter page, and set the last flag"},
    FindingRule{Kind::kEmptyFeed, "empty-feed", kW, kW, "the feed has no records",
                "publish some services, or see why they are left out"},

    FindingRule{Kind::kNotAnObject, "not-an-object", kE, kE, "a record is no JSON object",
                "leave out null and other fillers between records"},
    FindingRule{Kind::kMissingField, "missing-field", kE, kE, "a required field is not there",
                "give the field; without it the record cannot be used as the standard says"},
    FindingRule{Kind::kWrongType, "wrong-type", kE, kE, "a field has another type of value",
                "give the type that the message names"},
    FindingRule{Kind::kNumberAsText, "number-as-text", kW, kE, "a number stands in quotes",
                "write it without quotes"},
    FindingRule{Kind::kNullValue, "null-value", kN, kE, "a field is null",
                "leave the field out when there is nothing to say"},
    FindingRule{Kind::kEmptyValue, "empty-value", kN, kE, "a field holds an empty text",
                "leave the field out when there is nothing to say"},
    FindingRule{Kind::kEmptyList, "empty-list", kN, kN, "a list or an object is empty",
                "leave the field out when there is nothing to say"},
    FindingRule{Kind::kNotUuid, "not-a-uuid", kN, kE, "an id is no UUID",
                "give every record a UUID, and keep it; one can be derived from the old id"},
    FindingRule{Kind::kBadDate, "bad-date", kE, kE, "a date is not written as the standard says",
                "write dates as YYYY-MM-DD"},
    FindingRule{Kind::kBadMoment, "bad-date-time", kE, kE,
                "a point in time is not written as the standard says",
                "write 2026-11-21T14:05:00Z or with an offset; the offset is required"},
    FindingRule{Kind::kBadTime, "bad-time", kE, kE,
                "a time of day is not written as the standard says", "write HH:MM, 24 hours"},
    FindingRule{Kind::kBadUrl, "bad-url", kE, kE, "a web address is none",
                "write the whole address with http:// or https://, without spaces"},
    FindingRule{Kind::kBadEmail, "bad-email", kE, kE, "an email address is none",
                "write one address and nothing else; put other text into the description"},
    FindingRule{Kind::kUnknownWord, "unknown-word", kE, kE,
                "a value is none of the words that the standard allows",
                "use one of the words that the message lists, or leave the field out"},
    FindingRule{Kind::kOtherCase, "word-in-other-case", kW, kE,
                "a word of the standard is spelt otherwise",
                "write it letter by letter as the standard does, capitals too"},
    FindingRule{Kind::kUnknownField, "unknown-field", kN, kN,
                "a field is not in the standard; clients pass it over",
                "nothing; fields of your own are allowed if they do not collide"},
    FindingRule{Kind::kMisnamedField, "misnamed-field", kW, kW,
                "a field is probably one of the standard under another name",
                "use the standard's name, or clients will not find what it says"},
    FindingRule{Kind::kRepeatedField, "repeated-field", kE, kE,
                "an object has a field twice; programs see one or the other",
                "write each field once; put several values into a list"},

    FindingRule{Kind::kRepeatedId, "repeated-id", kE, kE, "two records have the same id",
                "give each record an id of its own, or send it once"},
    FindingRule{Kind::kRepeatedPartId, "repeated-part-id", kW, kW,
                "parts of different services have the same id",
                "give each schedule, contact, eligibility and so on an id of its own"},
    FindingRule{Kind::kBrokenReference, "broken-reference", kE, kE,
                "an id refers to something else than what it stands in or beside",
                "make both ids the same, or leave the reference out"},
    FindingRule{Kind::kBadCoordinates, "coordinates-out-of-range", kE, kE,
                "a latitude or longitude is beyond the poles or the date line",
                "give degrees of WGS84, not National Grid metres"},
    FindingRule{Kind::kSwappedCoordinates, "coordinates-swapped", kE, kE,
                "latitude and longitude are in each other's place",
                "swap them: in the United Kingdom the latitude is about 50 to 61"},
    FindingRule{Kind::kZeroCoordinates, "coordinates-zero", kE, kE,
                "a location is at 0,0, in the Gulf of Guinea",
                "leave latitude and longitude out when they are not known"},
    FindingRule{Kind::kOutsideUk, "coordinates-outside-uk", kW, kW,
                "a location is outside the United Kingdom",
                "check the coordinates; often the sign of the longitude is lost"},
    FindingRule{Kind::kHalfCoordinates, "one-coordinate", kE, kE,
                "a location has a latitude or a longitude, but not both", "give both, or neither"},
    FindingRule{Kind::kRoundedCoordinates, "coordinates-rounded", kN, kN,
                "coordinates have two decimals or fewer, which is a kilometre or so",
                "give five decimals, unless the place is hidden on purpose"},
    FindingRule{Kind::kBadPostcode, "bad-postcode", kW, kW, "a postcode is not a whole one",
                "write a full UK postcode with its space, and nothing else"},
    FindingRule{Kind::kBadCountry, "bad-country", kW, kW,
                "a country is not a code of two capital letters", "write GB"},
    FindingRule{Kind::kNoPlace, "no-place", kN, kN,
                "a service has no location and does not say that it needs none",
                "add its location, or say that it is given online, by phone or at home"},
    FindingRule{Kind::kAgesReversed, "ages-reversed", kE, kE,
                "the minimum age is above the maximum age", "swap the two"},
    FindingRule{Kind::kBadAge, "bad-age", kE, kE, "an age is below 0 or above 130",
                "leave an age out when there is no limit; never write -1 or 999"},
    FindingRule{Kind::kZeroAges, "ages-zero", kW, kW,
                "both ages are 0, which says newborn babies only",
                "leave both out when all ages may come"},
    FindingRule{Kind::kBadByday, "bad-byday", kE, kE,
                "the days of a schedule are not written as the standard says",
                "write MO,TU,WE,TH,FR,SA,SU, of a month also 2MO or -1FR"},
    FindingRule{Kind::kOrdinalOutsideMonth, "ordinal-outside-month", kE, kE,
                "a day such as 2MO stands in a schedule that is not monthly",
                "write freq MONTHLY, or the day without a number"},
    FindingRule{Kind::kBadMonthday, "bad-bymonthday", kE, kE,
                "the days of the month are no numbers from 1 to 31",
                "write 1 to 31, or -1 to -31 from the end, with commas between"},
    FindingRule{Kind::kBadInterval, "bad-interval", kE, kE,
                "an interval is not a whole number from 1", "write 2 for every second week"},
    FindingRule{Kind::kNoStartOfInterval, "interval-without-start", kW, kW,
                "a schedule is every so many weeks or months, but does not say from when",
                "give dtstart: without it nobody can tell which weeks are meant"},
    FindingRule{Kind::kClosesFirst, "closes-before-opens", kW, kW,
                "the closing time is not after the opening time",
                "check both; an opening past midnight ends on the next day, and is rare"},
    FindingRule{Kind::kHalfOpening, "one-time-only", kW, kW,
                "a schedule has an opening or a closing time, but not both",
                "give both: filters by time cannot use one"},
    FindingRule{Kind::kNoDays, "schedule-without-days", kW, kW,
                "a schedule has times but says neither a day nor a date",
                "give byday (or dtstart for a single date)"},
    FindingRule{Kind::kDatesReversed, "dates-reversed", kE, kE, "a period ends before it begins",
                "swap the two dates, or correct the year"},
    FindingRule{Kind::kExpired, "expired-schedule", kN, kN, "a schedule was valid in the past only",
                "renew its dates, or take it out when it has ended"},
    FindingRule{Kind::kMarkup, "markup-in-text", kW, kW,
                "a text holds HTML, which clients show as it is or throw away",
                "send plain text, with line breaks"},
    FindingRule{Kind::kNoDescription, "no-description", kN, kN,
                "a service has no description; it is hard to find and to choose",
                "add two sentences: who it is for and what happens"},
    FindingRule{Kind::kPlaceholderAddress, "placeholder-address", kW, kW,
                "a web or email address is one for examples (example.com, localhost)",
                "give the real one, or leave the field out"},
    FindingRule{Kind::kNeverAssured, "never-assured", kN, kN,
                "a service does not say when somebody last checked it", "give assured_date"},
    FindingRule{Kind::kStale, "assured-long-ago", kW, kW,
                "a service was last checked more than three months ago",
                "check the record and renew assured_date; the guidance asks for three months"},
    FindingRule{Kind::kAssuredInFuture, "assured-in-future", kE, kE,
                "a service was last checked in the future",
                "correct the date; often day and month are swapped"},
    FindingRule{Kind::kNoTerms, "no-terms", kN, kN,
                "a service carries no term of any taxonomy, so it cannot be found by kind",
                "tag it, at best with a term of the LGA's service types"},
    FindingRule{Kind::kTermSpelling, "term-spelling", kN, kN,
                "the id of a term is a bare number, which other vocabularies have too",
                "write a CURIE such as esdServiceType:242 or the whole URI"},

    FindingRule{Kind::kDetailMissing, "detail-missing", kE, kE,
                "a service of the list cannot be read by its own address",
                "answer /services/{id} for every service of the list"},
    FindingRule{Kind::kOtherDetail, "detail-of-another", kE, kE,
                "the address of a service gives another service",
                "look services up by the very id that the list gives"},
    FindingRule{Kind::kDetailDiffers, "detail-differs", kW, kW,
                "a field has one value in the list and another in the full record",
                "make both from the same data; often one of them is cached"},

    FindingRule{Kind::kNotFoundByName, "not-found-by-name", kE, kE,
                "a service is not found by its own name",
                "ignore punctuation in both the name and the question, and search all words"},
    FindingRule{Kind::kNotFoundByAge, "not-found-by-age", kE, kE,
                "a service is not found by its own ages", "count both ends of a range in"},
    FindingRule{Kind::kNotFoundByPostcode, "not-found-by-postcode", kE, kE,
                "a service is not found near its own postcode",
                "accept postcodes with and without space; check the record's coordinates"},
    FindingRule{Kind::kFoundFarther, "found-farther-away", kW, kW,
                "a service is found within five kilometres of its postcode, but not within one",
                "check the record's coordinates against its postcode"},
    FindingRule{Kind::kNotFoundByTerm, "not-found-by-term", kE, kE,
                "a service is not found by its own taxonomy term",
                "let the filter take the very id that the record shows"},
    FindingRule{Kind::kNotFoundByHours, "not-found-by-hours", kE, kE,
                "a service is not found by its own day and times", "count both ends in"},
    FindingRule{Kind::kFilterIgnored, "filter-ignored", kE, kE,
                "a filter that the standard demands changes nothing",
                "honour the parameter; clients show the wrong services without it"},
    FindingRule{Kind::kFilterAbsent, "filter-not-there", kN, kN,
                "the server has no such filter, and the standard does not demand it",
                "nothing; to have it is useful"},
    FindingRule{Kind::kQuestionRefused, "question-refused", kE, kE,
                "the server did not answer a question with a filter of the standard",
                "answer 200, with an empty page when nothing is found"},
};

}  // namespace

std::string_view NameOf(Standard standard) { return standard == Standard::kV1 ? "1.0" : "3.0"; }

std::string_view NameOf(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      return "note";
  }
  return "";
}

std::span<const FindingRule> AllFindingRules() { return kRules; }

const FindingRule& RuleOf(FindingKind kind) { return kRules[static_cast<std::size_t>(kind)]; }

Severity SeverityOf(FindingKind kind, Standard standard) {
  return standard == Standard::kV1 ? RuleOf(kind).v1 : RuleOf(kind).v3;
}

std::string FindingTable() {
  std::string table =
      "| Code | 1.0 | 3.0 | What is wrong | How to mend it |\n|---|---|---|---|---|\n";
  for (const FindingRule& rule : kRules) {
    table += "| `";
    table += rule.code;
    table += '`';
    for (std::string_view cell : {NameOf(rule.v1), NameOf(rule.v3), rule.meaning, rule.fix}) {
      table += " | ";
      table += cell;
    }
    table += " |\n";
  }
  return table;
}

}  // namespace waypost::validate
