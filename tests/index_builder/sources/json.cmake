# JSON sources.

waypost_test(waypost_sources_json_test
  SOURCES
    area_extent_test.cc
    json_reading.cc
    json_record_shape_test.cc
    json_source_test.cc
    json_splitter_test.cc
    json_tables_test.cc
    json_value_scanner_test.cc
    packed_files.cc
    real_feeds_test.cc
    safe_json_test.cc
  DEPS
    waypost_sources_json
    ZLIB::ZLIB
    PkgConfig::LIBZIP)

# On its own, so that the last check sees every test of it.
waypost_test(waypost_faults_test
  SOURCES
    faults_test.cc
    json_reading.cc
  DEPS
    waypost_handlers
    waypost_sources_json)
