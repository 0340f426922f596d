# JSON sources.

waypost_test(waypost_sources_json_test
  SOURCES
    json_reading.cc
    json_source_test.cc
    json_splitter_test.cc
    json_value_scanner_test.cc
    real_feeds_test.cc
  DEPS
    waypost_sources_json)

# On its own, so that the last check sees every test of it.
waypost_test(waypost_faults_test
  SOURCES
    faults_test.cc
    json_reading.cc
  DEPS
    waypost_sources_json)
