#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers
#
# with_xvfb.sh COMMAND [ARGUMENT...]: runs COMMAND on an X server of its own, and ends with its exit status. The server
# chooses a free display itself, so that tests which run at the same time never take one another's (xvfb-run's may).

set -euo pipefail

exec {number}<> <(:)
Xvfb -displayfd "$number" -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null && wait "$server" || true' EXIT
if ! read -r -t 20 display <&"$number"; then
    echo "with_xvfb.sh: the X server did not start" >&2
    exit 1
fi
exec {number}>&-

unset WAYLAND_DISPLAY XAUTHORITY
status=0
DISPLAY=:$display "$@" || status=$?
exit "$status"
