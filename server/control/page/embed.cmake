# cmake -DFOLDER=... -DSCRIPTS=... -DOUTPUT=... -P embed.cmake: the files of the live page as C++
# constants.
file(READ ${FOLDER}/page.html Html)
file(READ ${FOLDER}/page.css Css)
set(Js)
foreach(script IN LISTS SCRIPTS)
  file(READ ${FOLDER}/${script} content)
  string(APPEND Js "${content}")
endforeach()

set(text "#include \"control/page/page_files.hpp\"\n\nnamespace graphfault::control {\n\n")
foreach(kind Html Css Js)
  if("${${kind}}" MATCHES "\\)page\"")
    message(FATAL_ERROR "the live page's ${kind} holds )page\", which ends its literal")
  endif()
  string(APPEND text "const std::string_view kPage${kind} = R\"page(${${kind}})page\";\n")
endforeach()
file(WRITE ${OUTPUT} "${text}\n}  // namespace graphfault::control\n")
