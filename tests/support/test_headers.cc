// Compiles the headers that tests include (CMakeLists.txt of this folder); holds nothing itself.
