# Run as a script: writes OUT, a C++ file that holds FILES as text, by name.
#
#   cmake -DOUT=x.cc -DHEADER=folder/embedded_files.h -DFUNCTION=waypost::server::EmbeddedFiles
#         -DFILES=a;b -DROOT=folder -P EmbedFiles.cmake

set(rows "")
foreach(file IN LISTS FILES)
  file(READ ${ROOT}/${file} text)
  string(FIND "${text}" ")waypost\"" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "${file} holds the end of a raw string of its own")
  endif()
  string(APPEND rows "    {\"${file}\", R\"waypost(${text})waypost\"},\n")
endforeach()
file(WRITE ${OUT}
"// Made from the files that it holds; see cmake/EmbedFiles.cmake.

#include \"${HEADER}\"

std::span<const waypost::server::EmbeddedFile> ${FUNCTION}() {
  static constexpr waypost::server::EmbeddedFile kFiles[] = {
${rows}  };
  return kFiles;
}
")
