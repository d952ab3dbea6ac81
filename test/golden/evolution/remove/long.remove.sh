#!/bin/sh
# … what all scripts for Linux share
former='lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'' '
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'evolution'/'lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' "$1/"'evolution'/*; do
# … what all scripts for Linux share
state=$root/'evolution'/'lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# … what all scripts for Linux share
    rmdir "$root/kept/"'evolution'/'lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' "$root/kept/"'evolution' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'evolution'/'lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# … what all scripts for Linux share
if is_running evolution; then refuse Evolution 'Evolution is running: close it, then start again; nothing has been changed'; fi

# What the account is called in its folder, and what it was called before. A former name was made of the address as it was typed then, so one of another spelling is known
# by the address in its file.
sources=$config/evolution/sources
uids='facteur-64bc95a19fd55e09a540e0010a7f88e5'' ''facteur-8262336933db50ab9e545544bc07f056'
for each in "$sources"/facteur-*-identity.source; do
  name=${each##*/}
  name=${name%-identity.source}
  case $name in *[!0-9a-z-]*) continue ;; esac
  case " $uids " in *" $name "*) continue ;; esac
  if grep -qixF -e 'Address=llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example' "$each" 2>/dev/null; then uids="$uids $name"; fi
done
# drop_source KEY ENDING: plans that a source goes, with whatever Evolution has added to it, from its folder, under whichever name, and from the place that is noted.
drop_source() {
  ending=$2
  noted=$(cat "$state/$1.path" 2>/dev/null) || noted=
  set -- "$1" "$noted"
  for each in $uids; do
    follow "$sources/$each$ending.source"
    set -- "$@" "$sources/$each$ending.source"
  done
  key=$1
  shift
  for path in "$@"; do
    look "$path" || continue
    found=$((found + 1))
    plan "$key-$found" "$path" ''
  done
}
# Where nothing is noted it may have been.
default=
if [ -f "$state/account.default" ] || ! noted account; then default=1; fi
drop_source 'account' ''
drop_source 'identity' '-identity'
drop_source 'transport' '-transport'
remove

# A default that is no account any more is none.
release() {
  chosen=$(gsettings get org.gnome.Evolution.DefaultSources "$1" 2>/dev/null) || :
  if [ "$chosen" = "'$2'" ]; then
    gsettings reset org.gnome.Evolution.DefaultSources "$1" 2>/dev/null || :
  fi
}
if [ -n "$found" ] && [ -n "$default" ]; then
  for each in $uids; do
    release default-mail-account "$each"
    release default-mail-identity "$each-identity"
  done
fi
