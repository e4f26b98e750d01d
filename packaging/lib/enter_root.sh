#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers
#
# enter_root.sh ROOT FOLDER [SHARED...] -- COMMAND [ARGUMENT...]
#
# Runs COMMAND inside ROOT in FOLDER, with the SHARED folders at their own paths. To be called in a mount namespace of
# one's own: it mounts, and leaves the unmounting to the namespace's end. It runs before every build and test, so it
# starts as few processes as it can.

set -euo pipefail

root=$1
folder=$2
shift 2

# The root's system folders are what one enters it for; the host's must not cover them.
is_system_folder()
{
    case $1 in
        / | /usr/src/* | /usr/local/src/*) [[ $1 == / ]] ;;
        /usr | /usr/* | /bin | /bin/* | /sbin | /sbin/* | /lib | /lib/* | /lib64 | /lib64/*) true ;;
        /etc | /etc/* | /var | /var/lib | /var/lib/dpkg* | /var/lib/apt* | /var/cache | /var/cache/apt*) true ;;
        /dev | /dev/* | /proc | /proc/* | /sys | /sys/* | /run | /tmp) true ;;
        *) false ;;
    esac
}

share()
{
    [[ -d $root$1 ]] || mkdir -p -- "$root$1"
    mount --rbind -- "$1" "$root$1"
}

# A folder inside one that is shared already comes with it.
shared=()
share_once()
{
    local outer
    for outer in "${shared[@]}"; do
        [[ $1/ != "$outer"/* ]] || return 0
    done
    share "$1"
    shared+=("$1")
}

# Shared folders come before /dev and its like: one of them may hold ROOT itself, and would then show what is mounted
# in there twice.
while [[ $1 != -- ]]; do
    if [[ -d $1 ]] && ! is_system_folder "$1"; then
        share_once "$1"
    fi
    shift
done
shift

for system in /dev /proc /sys /tmp; do
    share "$system"
done
# The sockets of Wayland, PulseAudio and the session bus.
if [[ -n ${XDG_RUNTIME_DIR:-} && -d $XDG_RUNTIME_DIR ]]; then
    share_once "$XDG_RUNTIME_DIR"
else
    export XDG_RUNTIME_DIR=/tmp/broadside-runtime-$EUID
    [[ -d $XDG_RUNTIME_DIR ]] || mkdir -m 700 -- "$XDG_RUNTIME_DIR"
fi

# Copied, not bound: a host's resolv.conf is often a link to where the root has nothing. And only when they differ, so
# that no other run finds one empty.
for file in resolv.conf hosts; do
    if [[ -r /etc/$file ]]; then
        ours=$(</etc/$file)
        theirs=''
        [[ ! -r $root/etc/$file ]] || theirs=$(<"$root/etc/$file")
        [[ $ours == "$theirs" ]] || printf '%s\n' "$ours" >"$root/etc/$file"
    fi
done

# Paths of the host's libraries and modules mean nothing in there, and the root has one locale.
unset LD_LIBRARY_PATH LD_PRELOAD LIBRARY_PATH CPATH PYTHONHOME PYTHONPATH LC_ALL LANGUAGE
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 SHELL=/bin/bash

# shellcheck disable=SC2016 # sh's own variables
exec chroot -- "$root" /bin/sh -c 'cd -- "$1" || exit; shift; exec "$@"' sh "$folder" "$@"
