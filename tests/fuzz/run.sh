#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
#
# run.sh PROGRAMS CORPUS SECONDS: each fuzz target in PROGRAMS for an equal part of SECONDS, on a corpus they share.
# What they find (crash-*, timeout-*, oom-*, leak-*) lies in CORPUS.found; the exit status tells whether there is any.
set -eu
programs=$1 corpus=$2 seconds=$3
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$corpus" "$corpus.found"
set -- "$programs"/*_fuzz
for program; do
    echo "== ${program##*/}"
    # A find does not end the run: the target goes on from where it was until its time is over.
    end=$(($(date +%s) + seconds / $#))
    while left=$((end - $(date +%s))); [ "$left" -gt 0 ]; do
        "$program" -dict="$here/rst.dict" -max_len=8192 -timeout=10 -rss_limit_mb=2048 -max_total_time="$left" \
            -artifact_prefix="$corpus.found/" -print_final_stats=1 "$corpus" 2>&1 |
            grep -E 'ERROR|SUMMARY|INITED|DONE|stat::|#[0-9] |runtime error' || true
    done
done
if find "$corpus.found" -type f | grep .; then
    exit 1
fi
