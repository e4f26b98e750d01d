# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT

# What is installed beside the programs, and the Debian package that packaging/deb makes of it all.

include_guard(GLOBAL)
set(CMAKE_INSTALL_DOCDIR share/doc/broadside CACHE PATH "Where README, changes and licence go")
include(GNUInstallDirs)

if(BROADSIDE_BUILD_UI)
    install(FILES packaging/desktop/broadside.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES resources/icons/broadside.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME broadside)
set(CPACK_PACKAGE_VENDOR "The Broadside developers")
set(CPACK_PACKAGE_CONTACT "The Broadside developers")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION editors)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Broadside pairs an editor that knows the language as well as docutils does with
a live preview of the page as a Sphinx and ABlog site will publish it, and with
a form for the post's date, tags and author. broadside-cli does the same for
hooks and continuous integration.")
# The libraries are found by dpkg-shlibdeps. What they load while they run is named here: the web engine's own process, icons
# and the reader of their files, the dictionaries' reader.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "kf6-breeze-icon-theme, libqt6webenginecore6-bin, qt6-svg-plugins, sonnet6-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-color-emoji, git, hunspell-en-us, qt6-wayland")
include(CPack)
