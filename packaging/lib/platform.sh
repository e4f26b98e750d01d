# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers
#
# Everything the packaging scripts know about distributions, and nothing else does:
# which of them have what we build with, how packages get there, where a mirror is.

# The release that the development root is made of. It is the first Debian with KSyntaxHighlighting for Qt 6.
# shellcheck disable=SC2034 # read by the scripts that source this file
readonly devroot_suite=trixie

readonly packages_dir=${BASH_SOURCE[0]%/*}/../packages

say()
{
    printf '%s: %s\n' "${0##*/}" "$*" >&2
}

die()
{
    say "$1"
    exit "${2:-1}"
}

# read_packages SET...: the names in packages/SET.txt, one a line, sorted.
read_packages()
{
    local set files=()
    for set in "$@"; do
        files+=("$packages_dir/$set.txt")
    done
    sed 's/#.*//; s/[[:space:]]//g; /^$/d' "${files[@]}" | LC_ALL=C sort -u
}

# How this machine gets what we build with:
#   native   its own packages are new enough
#   devroot  it can make a Debian root that has them
#   foreign  it has no apt; whoever uses it installs by hand
platform_kind()
{
    local ID='' VERSION_ID='' VERSION_CODENAME='' major
    if [[ -r /etc/os-release ]]; then
        # shellcheck source=/dev/null
        . /etc/os-release
    fi
    major=${VERSION_ID%%.*}
    case $ID in
        debian)
            # Testing and unstable have no VERSION_ID, and are newer than any release.
            if [[ -z $major ]] || ((major >= 13)); then
                echo native
            else
                echo devroot
            fi
            ;;
        ubuntu)
            if ((${major:-0} >= 25)); then
                echo native
            else
                echo devroot
            fi
            ;;
        *)
            # Derivatives number their releases in their own ways; a root is right for all that have apt.
            if command -v apt-get >/dev/null; then
                echo devroot
            else
                echo foreign
            fi
            ;;
    esac
}

# Ends the script on a system that we cannot install packages on, naming what is needed.
die_foreign()
{
    local names
    names=$(read_packages "$@" | tr '\n' ' ')
    die "this system has no apt, so nothing is installed here. Install what these Debian packages hold, then build with CMake: $names" 2
}

# as_root CMD...: runs CMD with root's rights.
as_root()
{
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo -- "$@"
    else
        die "'$*' needs root's rights, and there is no sudo. Run it as root, then try again."
    fi
}

# host_apt_install NAME...: installs those of the packages that this system lacks.
host_apt_install()
{
    local missing
    missing=$(comm -23 <(printf '%s\n' "$@" | LC_ALL=C sort -u) <(installed_packages))
    [[ -n $missing ]] || return 0
    mapfile -t missing <<<"$missing"
    say "installing ${missing[*]}"
    as_root apt-get -q update >&2 || die "apt-get update failed; see its words above."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "${missing[@]}" >&2 </dev/null ||
        die "apt-get could not install: ${missing[*]}"
}

# The names of the packages that this system has, without their architecture, sorted.
installed_packages()
{
    # shellcheck disable=SC2016 # dpkg-query's own variables
    dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p' | LC_ALL=C sort -u
}

# The URI that this system gets Debian's main archive from, out of its one-line and deb822 sources; nothing where it
# names none, as on Ubuntu. Other archives (security updates, vendors') fall out because their suite is not the release's.
host_mirror()
{
    local ID='' VERSION_CODENAME=''
    # shellcheck source=/dev/null
    [[ ! -r /etc/os-release ]] || . /etc/os-release
    [[ $ID == debian ]] || return 0
    local sources=() file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
        [[ ! -r $file ]] || sources+=("$file")
    done
    ((${#sources[@]})) || return 0
    awk -v suite="${VERSION_CODENAME:-none}" '
        function wanted(word) { return word == suite || word == "stable" || word == "oldstable" }
        function stanza_ends(    i, n, words) {
            if (enabled && types ~ /(^| )deb( |$)/ && components ~ /(^| )main( |$)/) {
                n = split(suites, words, " ")
                for (i = 1; i <= n; ++i)
                    if (wanted(words[i])) { split(uris, words, " "); found(words[1]); break }
            }
            types = uris = suites = components = field = ""; enabled = 1
        }
        function found(uri) { if (uri ~ /^(https?|file|mirror)[:+]/ && !mirror) mirror = uri }
        function add(field, value) {
            if (field == "types") types = types " " value
            else if (field == "uris") uris = uris " " value
            else if (field == "suites") suites = suites " " value
            else if (field == "components") components = components " " value
            else if (field == "enabled" && tolower(value) ~ /^ *no/) enabled = 0
        }
        FNR == 1 { stanza_ends() }
        /^[ \t]*#/ { next }
        FILENAME ~ /\.list$/ {
            sub(/\[[^]]*\]/, "")
            if ($1 == "deb" && wanted($3) && $0 ~ / main( |$)/) found($2)
            next
        }
        /^[ \t]*$/ { stanza_ends(); next }
        /^[ \t]/ { add(field, $0); next }
        { colon = index($0, ":"); field = tolower(substr($0, 1, colon - 1)); add(field, substr($0, colon + 1)) }
        END { stanza_ends(); sub(/\/$/, "", mirror); print mirror }
    ' "${sources[@]}"
}

# What this system's apt was told about reaching its archives, as NAME=VALUE lines: proxies, and the checks that a
# machine with a clock of its own may have to leave out.
host_apt_options()
{
    apt-config dump 2>/dev/null |
        sed -n -E 's/^(Acquire::(https?::Proxy[^ ]*|Check-[^ ]*|Retries|ForceIPv[46])) "(.+)";$/\1=\3/p'
}
