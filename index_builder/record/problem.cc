#include "index_builder/record/problem.h"

namespace waypost::record {

std::string_view NameOf(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::kMalformedRecord:
      return "malformed_record";
    case ProblemKind::kNoId:
      return "no_id";
    case ProblemKind::kNoName:
      return "no_name";
    case ProblemKind::kUnknownStatus:
      return "unknown_status";
    case ProblemKind::kTooLarge:
      return "too_large";
    case ProblemKind::kRepeatedId:
      return "repeated_id";
    case ProblemKind::kNullElement:
      return "null_element";
    case ProblemKind::kWrongType:
      return "wrong_type";
    case ProblemKind::kUnreadableNumber:
      return "unreadable_number";
    case ProblemKind::kUnreadableDate:
      return "unreadable_date";
    case ProblemKind::kUnreadableTime:
      return "unreadable_time";
    case ProblemKind::kUnreadableSchedule:
      return "unreadable_schedule";
    case ProblemKind::kForbiddenRule:
      return "forbidden_rule";
    case ProblemKind::kStartOffRule:
      return "start_off_rule";
    case ProblemKind::kBadCoordinates:
      return "bad_coordinates";
    case ProblemKind::kMaskedPosition:
      return "masked_position";
    case ProblemKind::kNoPosition:
      return "no_position";
    case ProblemKind::kUnknownPostcode:
      return "unknown_postcode";
    case ProblemKind::kMarkupRemoved:
      return "markup_removed";
    case ProblemKind::kEmbeddedImageRemoved:
      return "embedded_image_removed";
    case ProblemKind::kBadUrl:
      return "bad_url";
    case ProblemKind::kBadEmail:
      return "bad_email";
    case ProblemKind::kUnknownWord:
      return "unknown_word";
    case ProblemKind::kBadAge:
      return "bad_age";
    case ProblemKind::kFutureDate:
      return "future_date";
    case ProblemKind::kUnresolvedArea:
      return "unresolved_area";
    case ProblemKind::kUnknownTerm:
      return "unknown_term";
    case ProblemKind::kMissingParent:
      return "missing_parent";
    case ProblemKind::kSharedId:
      return "shared_id";
    case ProblemKind::kMissingTotal:
      return "missing_total";
    case ProblemKind::kNotUtf8:
      return "not_utf8";
    case ProblemKind::kRaggedRow:
      return "ragged_row";
    case ProblemKind::kOverruled:
      return "overruled";
  }
  return "unknown";
}

}  // namespace waypost::record
