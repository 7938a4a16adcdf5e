# What `cmake --install` puts where: the two programs, the shipped scenarios, licence and README.
include(GNUInstallDirs)
install(TARGETS graphfault graphclient RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY scenarios/ DESTINATION ${CMAKE_INSTALL_DATADIR}/graphfault/scenarios)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
