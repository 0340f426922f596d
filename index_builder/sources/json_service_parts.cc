#include "index_builder/sources/json_parts.h"

namespace waypost::sources {

using M = JsonMember;

record::Organisation ReadOrganisation(const JsonEntity& organisation) {
  record::Organisation result;
  result.id = organisation.Id();
  result.name = organisation.Line(M::kName);
  result.alternate_name = organisation.Line(M::kAlternateName);
  result.description = organisation.Block(M::kDescription);
  result.email = organisation.Email(M::kEmail);
  result.url = organisation.Url(M::kUrl);
  result.logo = organisation.Url(M::kLogo);
  result.uri = organisation.Line(M::kUri);
  AddAttributes(organisation, result.terms, nullptr);
  AddLinkedTerms(organisation, M::kLinkTaxonomies, result.terms);
  organisation.KeepRest(result.id);
  return result;
}

std::vector<record::CostOption> ReadCostOptions(const JsonEntity& owner, JsonMember member) {
  std::vector<record::CostOption> options;
  owner.Each(
      member, "cost_option",
      [&](const JsonEntity& option) {
        record::CostOption result;
        result.id = option.Id();
        result.option = option.Line(M::kOption);
        result.amount_description = option.Line(M::kAmountDescription);
        if (result.amount_description.empty()) {
          result.amount_description = option.Line(M::kCostType);
        }
        result.currency = option.Line(M::kCurrency);
        result.amount = option.Amount(M::kAmount);
        result.valid_from = option.Day(M::kValidFrom);
        result.valid_to = option.Day(M::kValidTo);
        record::CostOption only_id;
        only_id.id = result.id;
        option.KeepRest(result.id);
        if (result != only_id) options.push_back(std::move(result));
      },
      [&](std::string_view text) {
        record::CostOption option;
        option.option = record::TextLine(owner.report(), "cost_option", "option", text);
        options.push_back(std::move(option));
      });
  return options;
}

std::vector<record::Review> ReadReviews(const JsonEntity& owner, JsonMember member) {
  std::vector<record::Review> reviews;
  owner.Each(member, "review", [&](const JsonEntity& review) {
    record::Review result;
    result.id = review.Id();
    result.reviewer_organisation_id = review.Id(M::kReviewerOrganizationId);
    result.title = review.Line(M::kTitle);
    result.description = review.Block(M::kDescription);
    result.date = record::TextLine(review.report(), "review", "date", review.Raw(M::kDate));
    result.score = record::TextLine(review.report(), "review", "score", review.Raw(M::kScore));
    result.url = review.Url(M::kUrl);
    result.widget = review.Line(M::kWidget);
    review.KeepRest(result.id);
    reviews.push_back(std::move(result));
  });
  return reviews;
}

std::vector<std::string> ReadFundings(const JsonEntity& owner, JsonMember member) {
  std::vector<std::string> fundings;
  const auto add = [&](std::string source) {
    if (!source.empty()) fundings.push_back(std::move(source));
  };
  owner.Each(
      member, "funding",
      [&](const JsonEntity& funding) {
        const std::size_t place = fundings.size();
        add(funding.Block(M::kSource));
        if (fundings.size() > place) funding.KeepRest(std::to_string(place));
      },
      [&](std::string_view text) {
        add(record::TextBlock(owner.report(), "funding", "source", text));
      });
  return fundings;
}

}  // namespace waypost::sources
