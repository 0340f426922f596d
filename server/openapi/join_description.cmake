# Joins the parts in FOLDER to one OpenAPI description and writes it into OUTPUT, a C++ file.
#
# Every part is a JSON object; the members of those that belong together follow one another, as they
# are written, so that the order in the files is the order of the description.
cmake_minimum_required(VERSION 3.25)

# The members of the parts named, one after another: members(RESULT PART...)
function(members result)
  set(all "")
  foreach(part IN LISTS ARGN)
    file(READ "${FOLDER}/${part}.json" text)
    string(REGEX REPLACE "^[ \n]*{" "" text "${text}")
    string(REGEX REPLACE "}[ \n]*$" "" text "${text}")
    string(STRIP "${text}" text)
    if(all)
      string(APPEND all ",\n")
    endif()
    string(APPEND all "  ${text}")
  endforeach()
  set(${result} "${all}" PARENT_SCOPE)
endfunction()

members(head head)
members(paths paths_find paths_lists paths_service paths_oruk_v3 paths_oruk_v1 paths_pages paths_server)
members(parameters parameters_search parameters_pages parameters_oruk)
members(responses responses)
members(schemas schemas_problem schemas_search schemas_lists schemas_service schemas_oruk_v3
  schemas_oruk_v1)

set(description "{\n${head},
\"paths\": {\n${paths}\n},
\"components\": {
\"parameters\": {\n${parameters}\n},
\"responses\": {\n${responses}\n},
\"schemas\": {\n${schemas}\n}\n}\n}\n")
string(JSON version ERROR_VARIABLE fault GET "${description}" openapi)
if(fault)
  message(FATAL_ERROR "the parts in ${FOLDER} do not make one JSON object: ${fault}")
endif()

file(WRITE "${OUTPUT}" "// Made by join_description.cmake; the parts are in server/openapi/description.
#include \"server/openapi/description_text.h\"

namespace waypost::server {

const std::string_view kDescriptionText = R\"openapi(${description})openapi\";

}  // namespace waypost::server
")
