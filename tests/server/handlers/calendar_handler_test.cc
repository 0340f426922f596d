// /api/services/{id}/calendar.ics and /api/search?format=ics.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class CalendarHandlerTest : public ::testing::Test {
 protected:
  static record::Service Other() {
    record::Service service = testing::ServiceAt("other", 51.5, -1.5);
    service.schedules = {testing::WeeklyRow({Weekday::kMonday}, 600, 660)};
    return service;
  }

  std::string Path() const {
    return std::string("/api/services/") +
           asking_.Json("/api/search?q=memory")["items"][0]["id"].GetString() + "/calendar.ics";
  }

  const Asking asking_{{StatedService(), Other()}};
};

TEST_F(CalendarHandlerTest, ACalendarIsAFileOfText) {
  const HttpResponse response = asking_.Get(Path());
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.content_type, "text/calendar; charset=utf-8");
  EXPECT_THAT(HeaderOf(response, "Content-Disposition"), HasSubstr("inline; filename=\""));
  EXPECT_THAT(response.body, HasSubstr("SUMMARY:Memory Café\r\n"));
  EXPECT_THAT(response.body, Not(HasSubstr("SUMMARY:other")));
}

TEST_F(CalendarHandlerTest, ItDependsOnNoClockAndIsNotSentTwice) {
  const std::string tag = HeaderOf(asking_.Get(Path()), "ETag");
  EXPECT_THAT(tag, Not(HasSubstr("T14:05")));
  EXPECT_EQ(asking_.Ask("GET", Path(), {{"if-none-match", tag}}).status, 304);
}

TEST_F(CalendarHandlerTest, AnUnknownIdIsAProblem) {
  EXPECT_STREQ(asking_.Problem("/api/services/x/calendar.ics", 404)["code"].GetString(),
               "unknown_service");
  EXPECT_STREQ(asking_.Problem(Path() + "/x", 404)["code"].GetString(), "unknown_path");
}

TEST_F(CalendarHandlerTest, OneLocationIsAFileOfItsOwn) {
  record::Service service = testing::Service("walks");
  testing::AddLocation(service, "park", testing::Point(51.5, -2.5)).schedules = {
      testing::WeeklyRow({Weekday::kMonday}, 600, 660)};
  testing::AddLocation(service, "pier", testing::Point(51.6, -2.5)).schedules = {
      testing::WeeklyRow({Weekday::kFriday}, 600, 660)};
  const Asking asking({service});
  const std::string path = std::string("/api/services/") +
                           asking.Json("/api/search")["items"][0]["id"].GetString() +
                           "/calendar.ics";
  EXPECT_THAT(asking.Get(path).body, AllOf(HasSubstr("BYDAY=MO"), HasSubstr("BYDAY=FR")));
  EXPECT_THAT(asking.Get(path + "?location=pier").body,
              AllOf(Not(HasSubstr("BYDAY=MO")), HasSubstr("BYDAY=FR")));
  EXPECT_STREQ(asking.Problem(path + "?location=attic", 404)["code"].GetString(),
               "unknown_location");
}

TEST_F(CalendarHandlerTest, ItTakesNoOtherParameters) {
  EXPECT_STREQ(asking_.Problem(Path() + "?x=1")["code"].GetString(), "unknown_parameter");
}

TEST_F(CalendarHandlerTest, AQuestionMayBeAnsweredByACalendar) {
  const HttpResponse response = asking_.Get("/api/search?q=memory&format=ics");
  EXPECT_EQ(response.content_type, "text/calendar; charset=utf-8");
  EXPECT_THAT(response.body, HasSubstr("SUMMARY:Memory Café\r\n"));
  EXPECT_THAT(response.body, Not(HasSubstr("SUMMARY:other")));
  EXPECT_THAT(asking_.Get("/api/search?format=ics").body, HasSubstr("SUMMARY:other"));
}

TEST_F(CalendarHandlerTest, ItHasTheAskedPage) {
  const std::string first = asking_.Get("/api/search?format=ics&per_page=1").body;
  const std::string second = asking_.Get("/api/search?format=ics&per_page=1&page=2").body;
  EXPECT_NE(first.find("SUMMARY:other") == std::string::npos,
            second.find("SUMMARY:other") == std::string::npos);
}

TEST_F(CalendarHandlerTest, ErrorsOfTheQuestionAreProblems) {
  EXPECT_STREQ(asking_.Problem("/api/search?format=ics&within=1km")["code"].GetString(),
               "within_needs_near");
  EXPECT_STREQ(asking_.Problem("/api/search?format=icss")["nearest"].GetString(), "ics");
}

}  // namespace
}  // namespace waypost::server
