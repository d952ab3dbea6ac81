#!/bin/sh
# Exit codes: 0 done or nothing to do, 1 failed and undone, 2 not begun; the reason is then one line on standard error, and nothing has changed.

set -eu
umask 077
# Files are read byte by byte, whatever their encoding.
LC_ALL=C
export LC_ALL

say() {
  printf '%s\n' "$@"
}

# refuse WHAT REASON: tells why nothing is done.
refused=
refuse() {
  refused=1
  printf '%s: %s\n' "$1" "$2" >&2
  exit 2
}

[ $# -eq 0 ] || refuse "$1" 'this script takes no arguments: start it without any'
case ${HOME-} in /*) ;; *) refuse HOME 'this is not the folder of a person: set HOME' ;; esac
[ -d "$HOME" ] || refuse "$HOME" 'this is not the folder of a person: set HOME'
# A relative path counts for nothing (XDG Base Directory Specification).
case ${XDG_STATE_HOME-} in /*) root=$XDG_STATE_HOME/facteur ;; *) root=$HOME/.local/state/facteur ;; esac
state=$root/'evolution'/'cram@example.org'

work=
committing=

# However this ends, what was only begun goes.
leave() {
  code=$?
  trap - EXIT
  trap '' HUP INT TERM
  [ -n "$work" ] || exit "$code"
  [ -z "$committing" ] || undo
  for each in "$work"/plan/*.fresh; do
    [ -f "$each" ] || continue
    fresh=$(cat "$each")
    rm -f "$fresh"
  done
  if [ "$code" -ne 0 ]; then
    [ -n "$refused" ] || code=1
    rm -rf "$state.new" "$root/folders.new"
    sort -r "$work/folders" | while IFS= read -r each; do rmdir "$each" 2>/dev/null || :; done
  fi
  rm -rf "$work"
  [ "$code" -ne 1 ] || printf '%s\n' 'It did not work, and what had been done was undone.' >&2
  exit "$code"
}
trap leave EXIT
trap 'exit 1' HUP INT TERM

work=$(mktemp -d 2>/dev/null) || refuse "${TMPDIR:-/tmp}" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
: >"$work/folders"
mkdir "$work/plan" "$work/kept"
# A change is planned file by file, each under a key, and then made at once. What every file was and became is noted in $state: KEY.path; KEY.before, what
# it would be without us (absent: no file); KEY.after; KEY.block, our part of it, where it is not all ours.

# follow PATH: the file that a path leads to, in $target. A link stays a link: it leads to where somebody keeps such files.
follow() {
  target=$1
  if [ -L "$1" ]; then
    target=$(readlink -f "$1" 2>/dev/null) || refuse "$1" 'this link leads nowhere: remove or correct it, then start again; nothing has been changed'
  fi
  if [ -e "$target" ]; then
    [ -f "$target" ] || refuse "$1" 'this is not a file: move it away, then start again; nothing has been changed'
    [ -r "$target" ] || refuse "$1" 'this cannot be read: allow it, then start again; nothing has been changed'
  fi
}

# same FILE FILE: do both exist, with the same bytes?
same() {
  [ -f "$1" ] && [ -f "$2" ] && cmp -s "$1" "$2"
}

# noted KEY: is something known about this key? The note is then the path.
noted() {
  [ -f "$state/$1.path" ]
}

# unchanged KEY: is the file at $target still what we made of it?
unchanged() {
  noted "$1" && same "$state/$1.after" "$target"
}

# plan KEY PATH AFTER BEFORE: the file at PATH shall be as the file AFTER; without us it would be as the file BEFORE. An empty name stands for no file.
plan() {
  printf '%s\n' "$2" >"$work/plan/$1.path"
  if [ -n "$3" ]; then cat "$3" >"$work/plan/$1.after"; fi
  if [ -n "$4" ]; then cat "$4" >"$work/plan/$1.before"; fi
}

# keep KEY FILE: somebody changed what was ours; the changes will be found in the folder that $kept then names.
kept=
keep() {
  kept=$root/kept/'evolution'/'cram@example.org'
  cat "$2" >"$work/kept/$1"
}

# put_file KEY PATH FILE: plans a file that is ours alone. One that was there before comes back with drop_file.
put_file() {
  follow "$2"
  before=
  if noted "$1"; then
    if [ -f "$target" ] && ! same "$target" "$3" && ! unchanged "$1"; then keep "$1" "$target"; fi
    if [ -f "$state/$1.before" ]; then before=$state/$1.before; fi
  elif [ -f "$target" ]; then
    before=$target
  fi
  plan "$1" "$2" "$3" "$before"
}

# drop_file KEY: plans that a file of put_file goes.
found=
drop_file() {
  noted "$1" || return 0
  found=1
  path=$(cat "$state/$1.path")
  follow "$path"
  if [ -f "$target" ] && ! unchanged "$1"; then keep "$1" "$target"; fi
  before=
  if [ -f "$state/$1.before" ]; then before=$state/$1.before; fi
  plan "$1" "$path" "$before" ''
}

# make_folder PATH: with those above it.
make_folder() {
  [ ! -d "${1:-/}" ] || return 0
  case $1 in */*) make_folder "${1%/*}" ;; esac
  # First the note: a signal may come between the two.
  printf '%s\n' "$1" >>"$work/folders"
  mkdir "$1" 2>/dev/null || refuse "$1" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
}

# prepare: all that can fail, for every file of the plan.
prepare() {
  for each in "$work"/plan/*.path; do
    [ -f "$each" ] || continue
    each=${each%.path}
    path=$(cat "$each.path")
    follow "$path"
    if [ -f "$each.after" ]; then
      ! same "$each.after" "$target" || continue
      make_folder "${target%/*}"
      fresh=$target.facteur-$$
      printf '%s\n' "$fresh" >"$each.fresh"
      # The copy brings the owner and the mode.
      if [ -f "$target" ]; then cp -p "$target" "$fresh" 2>/dev/null || refuse "$path" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'; fi
      { cat "$each.after" >"$fresh"; } 2>/dev/null || refuse "$path" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
    elif [ -e "$target" ]; then
      [ -w "${target%/*}" ] || refuse "$path" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
    else
      continue
    fi
    printf '%s\n' "$target" >"$each.target"
    if [ -f "$target" ]; then cp -p "$target" "$each.was"; fi
  done
  for each in "$work"/kept/*; do
    [ -f "$each" ] || continue
    make_folder "$kept"
    copy=$kept/${each##*/}
    while [ -e "$copy" ] && ! same "$each" "$copy"; do copy=$copy+; done
    cp "$each" "$copy" 2>/dev/null || refuse "$kept" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
  done
}

# make: puts the prepared files in their places.
make() {
  trap '' HUP INT TERM
  committing=1
  for each in "$work"/plan/*.target; do
    [ -f "$each" ] || continue
    each=${each%.target}
    target=$(cat "$each.target")
    if [ -f "$each.fresh" ]; then
      fresh=$(cat "$each.fresh")
      mv -f "$fresh" "$target" 2>/dev/null || exit 1
      rm "$each.fresh"
    else
      rm -f "$target" 2>/dev/null || exit 1
    fi
    : >"$each.made"
  done
  committing=
}

undo() {
  for each in "$work"/plan/*.made; do
    [ -f "$each" ] || continue
    target=$(cat "${each%.made}.target")
    if [ -f "${each%.made}.was" ]; then cp -p "${each%.made}.was" "$target" || :; else rm -f "$target" || :; fi
  done
}

# install: makes what is planned so, and notes it.
install() {
  make_folder "${state%/*}"
  rm -rf "$state.new"
  { mkdir "$state.new" && if [ -d "$state" ]; then cp "$state"/* "$state.new"; fi; } 2>/dev/null ||
    refuse "$state" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
  for each in "$work"/plan/*.path; do
    key=${each##*/}
    key=${key%.path}
    rm -f "$state.new/$key".*
    cp "$work/plan/$key".* "$state.new" 2>/dev/null || refuse "$state" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
  done
  prepare
  # Once it is made, nothing may fail any more: on a full disk this is where it would.
  { if [ -e "$root/folders" ]; then cat "$root/folders"; fi && cat "$work/folders"; } 2>/dev/null >"$root/folders.new" ||
    refuse "$state" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
  make
  rm -rf "$state"
  mv "$state.new" "$state"
  mv "$root/folders.new" "$root/folders"
  if [ -n "$kept" ]; then say 'What you had changed in our part is kept in this folder:' "$kept"; fi
}

# remove: makes what is planned so, forgets it, says so, and takes the folders away that were made for it and are empty.
remove() {
  prepare
  { cat "$work/folders" && if [ -f "$root/folders" ]; then cat "$root/folders"; fi && printf '%s\n' "${state%/*}"; } >"$work/made"
  make
  rm -rf "$state"
  rm -f "$root/folders"
  sort -ru "$work/made" | while IFS= read -r each; do
    rmdir "$each" 2>/dev/null || [ ! -d "$each" ] || printf '%s\n' "$each"
  done >"$work/left"
  # Where another account is still noted, its folders are too.
  if [ -d "$root" ]; then cat "$work/left" >"$root/folders"; fi
  if [ -n "$kept" ]; then say 'What you had changed in our part is kept in this folder:' "$kept"; fi
  if [ -n "$found" ]; then say 'Done: what was set up here is gone. Your messages stay.'; else say 'There was nothing to remove.'; fi
}
case ${XDG_CONFIG_HOME-} in /*) config=$XDG_CONFIG_HOME ;; *) config=$HOME/.config ;; esac
# is_running NAME: does this user run a program of that name? The system keeps 15 characters of a name (proc(5)).
is_running() {
  cat /proc/[0-9]*/status 2>/dev/null |
    awk -F '\t' -v me="$(id -u)" -v wanted="$1" '
      $1 == "Name:" { name = $2 }
      $1 == "Uid:" && $2 == me && name == substr(wanted, 1, 15) { found = 1 }
      END { exit !found }'
}
# merge_keys FILE OURS ONCE: FILE with the keys of OURS, group by group, on standard output. All else stays as it is, and so does what FILE has under a name
# of ONCE: settings that a person may have chosen otherwise since.
merge_keys() {
  ours=$2 once=" $3 " awk '
    function name(line) { sub(/[ \t]*=.*/, "", line); return line }
    function flush(  i, key) {
      for (i = 1; i <= count[group]; i++) {
        key = keys[group, i]
        if (!((group, key) in done)) { done[group, key] = 1; print lines[group, key] }
      }
      for (; blanks > 0; blanks--) print ""
    }
    BEGIN {
      while ((getline line < ENVIRON["ours"]) > 0) {
        if (line ~ /^\[/) { group = line; order[++groups] = group; continue }
        if (line !~ /=/) continue
        key = name(line)
        keys[group, ++count[group]] = key
        lines[group, key] = line
      }
      group = ""
    }
    /^\[/ { flush(); group = $0; sub(/[ \t]+$/, "", group); seen[group] = 1; print; next }
    /^[ \t]*$/ { blanks++; next }
    {
      for (; blanks > 0; blanks--) print ""
      key = name($0)
      if (/=/ && (group, key) in lines) {
        if ((group, key) in done) next
        done[group, key] = 1
        if (!index(ENVIRON["once"], " " key " ")) { print lines[group, key]; next }
      }
      print
    }
    END {
      after = blanks
      blanks = 0
      flush()
      for (i = 1; i <= groups; i++) {
        group = order[i]
        if (group in seen) continue
        print ""
        print group
        flush()
      }
      for (; after > 0; after--) print ""
    }' "$1"
}

if is_running evolution; then refuse Evolution 'Evolution is running: close it, then start again; nothing has been changed'; fi

# put_source KEY UID: plans the source whose keys are in $work/KEY. The file is ours by its name; Evolution adds what it likes.
put_source() {
  path=$config/evolution/sources/$2.source
  follow "$path"
  if [ -f "$target" ]; then
    merge_keys "$target" "$work/$1" 'DisplayName Enabled CheckAll UseSubscriptions KeepOnServer IntervalMinutes ProxyUid RememberPassword' \
      >"$work/$1.after"
  else
    cat "$work/$1" >"$work/$1.after"
  fi
  plan "$1" "$path" "$work/$1.after" ''
}

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example cram@example.org' \
  'Enabled=true' \
  'Parent=' \
  '' \
  '[Mail Account]' \
  'BackendName=imapx' \
  'IdentityUid=facteur-afdfa503f5ec57db905f74f819ba8e65-identity' \
  '' \
  '[Authentication]' \
  'Host=imap.example.org' \
  'Method=CRAM-MD5' \
  'Port=993' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=cram@example.org' \
  '' \
  '[Security]' \
  'Method=ssl-on-alternate-port' \
  '' \
  '[Imapx Backend]' \
  'CheckAll=true' \
  'UseSubscriptions=false' \
  '' \
  '[Refresh]' \
  'Enabled=true' \
  'IntervalMinutes=10' \
  >"$work"/'account'
put_source 'account' 'facteur-afdfa503f5ec57db905f74f819ba8e65'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example cram@example.org' \
  'Enabled=true' \
  'Parent=facteur-afdfa503f5ec57db905f74f819ba8e65' \
  '' \
  '[Mail Identity]' \
  'Address=cram@example.org' \
  'Name=Cram' \
  '' \
  '[Mail Submission]' \
  'TransportUid=facteur-afdfa503f5ec57db905f74f819ba8e65-transport' \
  >"$work"/'identity'
put_source 'identity' 'facteur-afdfa503f5ec57db905f74f819ba8e65-identity'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example cram@example.org' \
  'Enabled=true' \
  'Parent=facteur-afdfa503f5ec57db905f74f819ba8e65' \
  '' \
  '[Mail Transport]' \
  'BackendName=smtp' \
  '' \
  '[Authentication]' \
  'Host=smtp.example.org' \
  'Method=CRAM-MD5' \
  'Port=465' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=cram@example.org' \
  '' \
  '[Security]' \
  'Method=ssl-on-alternate-port' \
  >"$work"/'transport'
put_source 'transport' 'facteur-afdfa503f5ec57db905f74f819ba8e65-transport'

# Did we ever choose it as the default one? Then the remover takes that back.
if [ -f "$state/account.default" ]; then : >"$work/plan/account.default"; fi
install
say 'Done: Evolution has the account cram@example.org. It asks for the password when you open it. If you have never chosen a default account, choose it in Evolution, in the preferences under mail accounts.'
