add_library(waypost_schedule_test_data STATIC
  random_schedule.cc
  random_schedule.h
  slow_recurrence.cc
  slow_recurrence.h)
target_link_libraries(waypost_schedule_test_data PUBLIC waypost_record waypost_test_support)

waypost_test(schedule_expansion_test
  SOURCES
    holiday_expansion_test.cc
    recurrence_test.cc
    schedule_answers_test.cc
    schedule_expansion_test.cc
    schedule_refusal_test.cc
    session_pool_test.cc
  DEPS waypost_prepare_schedule waypost_schedule_test_data waypost_hours_test_data)

# Against python3-dateutil, where the system's Python has it; 100,000 rows are a run by hand.
add_executable(waypost_schedule_dates schedule_dates.cc)
target_link_libraries(waypost_schedule_dates PRIVATE waypost_prepare_schedule)
set(dateutil_check ${CMAKE_CURRENT_SOURCE_DIR}/dateutil_check.py)
if(DEFINED ENV{WAYPOST_SHARED})
  set(mobile_stops $ENV{WAYPOST_SHARED}/data/uk-services/mobile-library-stops.csv)
else()
  set(mobile_stops ${CMAKE_SOURCE_DIR}/../shared/data/uk-services/mobile-library-stops.csv)
endif()
add_test(NAME schedule_random_rows_by_dateutil
  COMMAND /usr/bin/python3 ${dateutil_check} $<TARGET_FILE:waypost_schedule_dates> random 1500)
add_test(NAME schedule_mobile_stops_by_dateutil
  COMMAND /usr/bin/python3 ${dateutil_check} $<TARGET_FILE:waypost_schedule_dates> mobile
    ${mobile_stops})
set_tests_properties(schedule_random_rows_by_dateutil schedule_mobile_stops_by_dateutil
  PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300)
