# Small directories for tests with answers worked out by hand.
waypost_library(waypost_test_records
  SOURCES
    small_directory.cc
  HEADERS
    small_directory.h
  DEPS
    waypost_record)
