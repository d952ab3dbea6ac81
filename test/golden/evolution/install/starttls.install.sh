#!/bin/sh
# Exit codes: 0 done or nothing to do, 1 failed and undone, 2 not begun; the reason is then one line on standard error, and nothing has changed.

# This is for sh. zsh reads it otherwise, unless it stands in for sh.
if [ -n "${ZSH_VERSION-}" ] && [ "$(emulate)" = zsh ]; then exec sh "$0" "$@"; fi
set -eu
umask 077
# Files are read byte by byte, whatever their encoding.
LC_ALL=C
export LC_ALL

say() {
  printf '%s\n' "$@"
}

# What this script says of a failure goes here; what programs say of it may be held back.
if (exec 3>&2); then exec 3>&2; else exec 2>/dev/null 3>&2; fi

# complain WHAT REASON: tells why nothing is done.
refused=
complain() {
  refused=1
  printf '%s: %s\n' "$1" "$2" >&3
}

# refuse WHAT REASON: tells it, and ends.
refuse() {
  complain "$1" "$2" || :
  exit 2
}

# one_line PATH: a path with a line break is refused: lists of paths have one on each line.
one_line() {
  case $1 in
    *'
'*)
      line=$(printf %s "$1" | tr '\n' ' ')
      refuse "$line" 'this path has a line break: choose another, then start again; nothing has been changed'
      ;;
  esac
}

# In the middle of a pipe nobody would notice that one is missing.
for each in awk cat cksum cmp cp cut find grep head id ln mkdir mv readlink rm rmdir sed sleep sort tail tr wc; do
  command -v "$each" >/dev/null 2>&1 || refuse "$each" 'this program is missing: install it, then start again; nothing has been changed'
done
[ $# -eq 0 ] || refuse "$1" 'this script takes no arguments: start it without any'
case ${HOME-} in /*) ;; *) refuse HOME 'this is not the folder of a person: set HOME' ;; esac
for each in "$HOME" "${XDG_STATE_HOME-}" "${XDG_CONFIG_HOME-}" "${XDG_DATA_HOME-}"; do one_line "$each"; done
# A home may have several names; one is enough for the notes.
home=$(cd -P "$HOME" 2>/dev/null && pwd -P) || refuse "$HOME" 'this is not the folder of a person: set HOME'
HOME=$home
root=$HOME/.local/state/facteur
# What the account was called before.
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'start@example.org' ] || return 0
  for known in $former; do [ "$1" != "$known" ] || return 0; done
  return 1
}
# has_notes FOLDER: has it notes of the account, in $notes, under whichever name?
has_notes() {
  for each in "$1/"'evolution'/'start@example.org' "$1/"'evolution'/*; do
    if [ -d "$each" ] && is_account "${each##*/}"; then
      # (yash forgets the variable of a loop at the end of a function.)
      notes=$each
      return 0
    fi
  done
  return 1
}
case ${XDG_STATE_HOME-} in
  # A relative path counts for nothing (XDG Base Directory Specification). What was noted before this folder was chosen still counts.
  /*)
    if has_notes "$XDG_STATE_HOME/facteur" || ! has_notes "$root"; then root=$XDG_STATE_HOME/facteur; fi
    ;;
esac
state=$root/'evolution'/'start@example.org'
# What is being done stands in $work. A run that was killed leaves it there, with the name of every copy that it had begun, and the next run clears it away.
work=$root/begun
locked=
committing=
made=

# However this ends, what was only begun goes. Once all is made nothing fails any more: a pipe that nobody reads takes nothing back.
leave() {
  code=$?
  set +e
  trap - EXIT
  trap '' HUP INT TERM PIPE
  exec 2>&3
  [ -z "$made" ] || code=0
  if [ -n "$locked" ]; then
    [ "$code" -eq 0 ] || [ -n "$refused$committing" ] || has_room || complain "$root" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
    if [ -n "$refused" ]; then code=2; else cat "$work/said" 2>/dev/null; fi
    [ -z "$committing" ] || undo
    drop_copies
    [ "$code" -eq 0 ] || forget
    rm -rf "$work"
    rmdir "$root/kept/"'evolution'/'start@example.org' "$root/kept/"'evolution' "$root/kept" "${state%/*}" 2>/dev/null
    rm -f "$root/lock"
  fi
  leave_root
  [ "$code" -eq 0 ] || [ -n "$refused" ] || code=1
  [ "$code" -ne 1 ] || printf '%s\n' 'It did not work, and what had been done was undone.' >&2
  exit "$code"
}

# has_room: can a file still be written? What programs say of a full disk is not for everybody.
has_room() {
  head -c 65536 /dev/zero >"$work/room" 2>/dev/null
}

# drop_copies: those that were begun.
drop_copies() {
  for each in "$work"/plan/*.fresh; do
    [ -s "$each" ] || continue
    fresh=$(cat "$each")
    rm -f "$fresh"
  done
}

# forget: the notes, and the folders, are again what they were.
forget() {
  sort -ru "$work/new-folders" 2>/dev/null | while IFS= read -r each; do rmdir "$each" 2>/dev/null; done
  if [ -n "$new_state" ]; then
    rm -rf "$state"
  elif [ -f "$work/folders" ]; then
    mv "$work/folders" "$state/folders"
  fi
  rm -f "$state"/*.new
}

# The folder of notes has a folder made-N: N folders of its path, it being the last, were made for it. They come into being at once, and go at once.
make_root() {
  [ ! -d "$root" ] || return 0
  top=$root
  count=1
  while [ ! -e "${top%/*}" ] && [ -n "${top%/*}" ]; do
    top=${top%/*}
    count=$((count + 1))
  done
  fresh=$top.facteur-$$
  below=${root#"$top"}
  if ! { mkdir -p "$fresh$below/made-$count" && { [ -d "$root" ] || mv "$fresh" "$top"; }; } 2>/dev/null; then
    sweep "$fresh" "$below"
    [ -d "$root" ] || refuse "${top%/*}" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
  fi
  # Somebody else has made it in the meantime.
  sweep "$top/${fresh##*/}" "$below"
}

leave_root() {
  for each in "$root"/made-*; do
    [ -d "$each" ] || continue
    count=${each##*/made-}
    made=$root
    set -- "$each"
    while [ "$count" -gt 0 ] 2>/dev/null; do
      set -- "$@" "$made"
      made=${made%/*}
      count=$((count - 1))
    done
    # Is there nothing else?
    for other in "$root"/* "$root"/.[!.]*; do
      if [ "$other" != "$each" ] && { [ -e "$other" ] || [ -L "$other" ]; }; then return 0; fi
    done
    rmdir "$@" 2>/dev/null
    [ ! -d "$root" ] || mkdir "$each" 2>/dev/null
  done
  return 0
}

# sweep FOLDER REST: takes away what make_root had begun.
sweep() {
  [ -d "$1" ] || return 0
  rest=$2
  rmdir "$1$rest"/made-* 2>/dev/null || :
  while
    rmdir "$1$rest" 2>/dev/null || :
    [ -n "$rest" ]
  do rest=${rest%/*}; done
}

# born PID: when that process began; the system gives a number again.
born() {
  sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20
}

# alive HOLDER: is that process still there?
alive() {
  pid=${1%%-*}
  since=$(born "$pid")
  [ "$1" = "$pid-$since" ] && kill -0 "$pid" 2>/dev/null
}

# One at a time: two would write over each other's changes.
lock() {
  for wait in 0 0 1 1 1 1 1 1 1 1 2 2 2 2 2 5 5 5 0; do
    if ln -s "$$-$(born $$)" "$root/lock" 2>/dev/null; then
      locked=1
      return
    fi
    [ -d "$root" ] || make_root
    holder=$(readlink "$root/lock" 2>/dev/null) || continue
    if alive "$holder"; then
      sleep "$wait"
    elif mv "$root/lock" "$root/lock-$$" 2>/dev/null; then
      # Two may find it abandoned at once, and the slower one then moves the lock of the quicker.
      moved=$(readlink "$root/lock-$$") || moved=$holder
      [ "$moved" = "$holder" ] || ln -s "$moved" "$root/lock" 2>/dev/null || :
      rm -f "$root/lock-$$"
    fi
  done
  [ -e "$root/lock" ] || [ -L "$root/lock" ] || refuse "$root" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
  refuse "$root/lock" 'another of these scripts is running: wait until it ends, then start again; nothing has been changed'
}

trap leave EXIT
trap 'exit 1' HUP INT TERM PIPE
level=$root
while [ -n "$level" ]; do
  for each in "$level".facteur-[0-9]*; do
    below=${root#"$level"}
    if ! kill -0 "${each##*-}" 2>/dev/null; then sweep "$each" "$below"; fi
  done
  level=${level%/*}
done
make_root
lock
drop_copies
rm -rf "$work"
# Notes under a former name are this account's.
if has_notes "$root" && [ "$notes" != "$state" ] && ! mv "$notes" "$state" 2>/dev/null; then refuse "$notes" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'; fi
new_state=
[ -d "$state" ] || new_state=1
{ mkdir "$work" "$work/plan" "$work/kept" && true >"$work/said"; } 2>/dev/null || refuse "$root" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
exec 2>"$work/said"
# A change is planned file by file, each under a key, and then made at once. $state says where to look (KEY.path), what we have ever made of a file that is
# all ours (KEY.sums) and which folders were made. It is written before anything is made, and nothing is believed that the files do not say themselves.

# look PATH: the file that a path leads to, in $target, if there is one that can be read. Two paths to one file give one name.
look() {
  target=$1
  [ -f "$1" ] && [ -r "$1" ] || return 1
  target=$(readlink -f "$1" 2>/dev/null)
}

# follow PATH: the file that a path leads to, in $target. A link stays a link: it leads to where somebody keeps such files.
follow() {
  target=$1
  if [ -L "$1" ] || [ -e "$1" ]; then
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

# noted KEY: is a place noted under this key?
noted() {
  [ -f "$state/$1.path" ] && [ -s "$state/$1.path" ]
}

# unchanged KEY: is the file at $target still what we made of it?
unchanged() {
  [ -f "$target" ] || return 1
  now=$(cksum <"$target")
  grep -qxF -e "$now" "$state/$1.sums" 2>/dev/null
}

# plan KEY PATH AFTER: the file at PATH shall be as the file AFTER; an empty name stands for no file. Whatever else stands in the plan under KEY is noted too.
plan() {
  printf '%s\n' "$2" >"$work/plan/$1.path"
  if [ -n "$3" ]; then cat "$3" >"$work/plan/$1.after"; fi
}

# keep KEY FILE: somebody changed what was ours; the changes will be found in the folder that $kept then names.
kept=
keep() {
  kept=$root/kept/'evolution'/'start@example.org'
  name=$1
  while [ -e "$work/kept/$name" ]; do name=$name+; done
  cat "$2" >"$work/kept/$name"
}

# make_state: the folder of the notes.
make_state() {
  [ ! -d "$state" ] || return 0
  mkdir -p "$state" 2>/dev/null || refuse "$state" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
}

# make_folder PATH: with those above it. First the note: whatever ends this may come between the two. A folder that was made for another account serves this
# one too.
make_folder() {
  if [ ! -d "${1:-/}" ]; then
    case $1 in */*) make_folder "${1%/*}" ;; esac
    one_line "$1"
    note_folder "$1"
    { printf '%s\n' "$1" >>"$work/new-folders" && mkdir "$1"; } 2>/dev/null || refuse "$1" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
  elif cat "$root"/*/*/folders 2>/dev/null | grep -qxF -e "$1"; then
    note_folder "$1"
    make_folder "${1%/*}"
  fi
}

note_folder() {
  make_state
  if grep -qxF -e "$1" "$state/folders" 2>/dev/null; then return 0; fi
  {
    if [ ! -e "$work/folders" ]; then
      if [ -e "$state/folders" ]; then cat "$state/folders"; fi >"$work/folders"
    fi
    printf '%s\n' "$1" >>"$state/folders"
  } 2>/dev/null || refuse "$state" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
}

found=
# prepare: all that can fail, for every file of the plan.
prepare() {
  linked=
  for each in "$work"/plan/*.path; do
    [ -f "$each" ] || continue
    each=${each%.path}
    path=$(cat "$each.path")
    follow "$path"
    if [ -f "$each.after" ]; then
      ! same "$each.after" "$target" || continue
      if [ -L "$path" ]; then make_folder "${target%/*}"; else make_folder "${path%/*}"; fi
      fresh=$target.facteur-$$
      while [ -e "$fresh" ] || [ -L "$fresh" ]; do fresh=$fresh+; done
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
    if [ -f "$target" ]; then
      cp -p "$target" "$each.was" 2>/dev/null || refuse "$root" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
      several=$(find "$target" -prune -links +1 2>/dev/null) || several=
      [ -z "$several" ] || linked=$path
    fi
  done
  for each in "$work"/kept/*; do
    [ -f "$each" ] || continue
    mkdir -p "$kept" 2>/dev/null || refuse "$kept" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
    copy=$kept/${each##*/}
    while [ -e "$copy" ] && ! same "$each" "$copy"; do copy=$copy+; done
    cp "$each" "$copy" 2>/dev/null || refuse "$kept" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
  done
}

# note: what is about to be made. All notes are written before the first counts: on a full disk this is where it would fail.
note() {
  make_state
  for each in "$work"/plan/*.after; do
    [ -f "$each" ] || continue
    key=${each##*/}
    key=${key%.after}
    { cat "$state/$key.sums" 2>/dev/null || :; cksum <"$each"; } | sort -u >"$work/plan/$key.sums"
    for one in "$work/plan/$key".*; do
      case ${one##*.} in after | was | fresh | target | drop) continue ;; esac
      cp "$one" "$state/${one##*/}.new" 2>/dev/null || refuse "$state" 'this cannot be written: make room or allow writing there, then start again; nothing has been changed'
    done
  done
  for each in "$state"/*.new; do
    if [ -f "$each" ]; then mv "$each" "${each%.new}"; fi
  done
}

# make: puts the prepared files in their places.
make() {
  trap '' HUP INT TERM PIPE
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
  made=1
  set +e
}

undo() {
  for each in "$work"/plan/*.made; do
    [ -f "$each" ] || continue
    target=$(cat "${each%.made}.target")
    if [ -f "${each%.made}.was" ]; then cp -p "${each%.made}.was" "$target" || :; else rm -f "$target" || :; fi
  done
}

# install: makes what is planned so.
install() {
  prepare
  note
  make
  for each in "$work"/plan/*.drop; do
    key=${each##*/}
    if [ -f "$each" ]; then rm -f "$state/${key%.drop}".*; fi
  done
  tell
}

# remove: makes what is planned so, forgets it, says so, and takes the folders away that were made for it, that serve nobody else and are empty. One that
# stands in $work/used serves somebody.
remove() {
  prepare
  make
  if [ -f "$state/folders" ]; then
    for each in "$work/used" "$root"/*/*/folders; do
      if [ "$each" != "$state/folders" ]; then cat "$each"; fi
    done 2>/dev/null >"$work/others"
    sort -ru "$state/folders" | while IFS= read -r each; do
      case $each in /*) grep -qxF -e "$each" "$work/others" || rmdir "$each" 2>/dev/null || : ;; esac
    done
  fi
  rm -rf "$state"
  tell
  if [ -n "$found" ]; then say 'Done: what was set up here is gone. Your messages stay.'; else say 'There was nothing to remove.'; fi
}

# tell: what the person should know.
tell() {
  if [ -n "$linked" ]; then say "$linked: "'this file had another name too (a hard link); what has that name stays as it was'; fi
  if [ -n "$kept" ]; then say 'What you had changed in our part is kept in this folder:' "$kept"; fi
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

# An account that is there under a former name keeps it: its password, its messages and the choice of the default one go by the name.
# What the account is called in its folder, and what it was called before. A former name was made of the address as it was typed then, so one of another spelling is known
# by the address in its file.
sources=$config/evolution/sources
uids='facteur-85efbdf41c4b5666a29a6570c0736b10'' ''facteur-3447344f466d583fb3799eb8bc019714'
for each in "$sources"/facteur-*-identity.source; do
  name=${each##*/}
  name=${name%-identity.source}
  case $name in *[!0-9a-z-]*) continue ;; esac
  case " $uids " in *" $name "*) continue ;; esac
  if grep -qixF -e 'Address=start@example.org' "$each" 2>/dev/null; then uids="$uids $name"; fi
done
uid='facteur-85efbdf41c4b5666a29a6570c0736b10'
for each in $uids; do
  if [ ! -f "$sources/$uid.source" ] && [ -f "$sources/$each.source" ]; then uid=$each; fi
done

# put_source KEY ENDING: plans the source whose keys are in $work/KEY. The file is ours by its name; Evolution adds what it likes.
put_source() {
  path=$sources/$uid$2.source
  sed s/'facteur-85efbdf41c4b5666a29a6570c0736b10'/"$uid"/g "$work/$1" >"$work/$1.named"
  follow "$path"
  if [ -f "$target" ]; then
    merge_keys "$target" "$work/$1.named" 'DisplayName Enabled CheckAll UseSubscriptions KeepOnServer IntervalMinutes ProxyUid RememberPassword' \
      >"$work/$1.after"
  else
    cat "$work/$1.named" >"$work/$1.after"
  fi
  plan "$1" "$path" "$work/$1.after"
}

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example start@example.org' \
  'Enabled=true' \
  'Parent=' \
  '' \
  '[Mail Account]' \
  'BackendName=imapx' \
  'IdentityUid=facteur-85efbdf41c4b5666a29a6570c0736b10-identity' \
  '' \
  '[Authentication]' \
  'Host=imap.example.org' \
  'Method=PLAIN' \
  'Port=143' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=start@login.example.org' \
  '' \
  '[Security]' \
  'Method=starttls-on-standard-port' \
  '' \
  '[Imapx Backend]' \
  'CheckAll=true' \
  'UseSubscriptions=false' \
  '' \
  '[Refresh]' \
  'Enabled=true' \
  'IntervalMinutes=10' \
  >"$work"/'account'
put_source 'account' ''

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example start@example.org' \
  'Enabled=true' \
  'Parent=facteur-85efbdf41c4b5666a29a6570c0736b10' \
  '' \
  '[Mail Identity]' \
  'Address=start@example.org' \
  'Name=Start Tls' \
  '' \
  '[Mail Submission]' \
  'TransportUid=facteur-85efbdf41c4b5666a29a6570c0736b10-transport' \
  >"$work"/'identity'
put_source 'identity' '-identity'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=Example start@example.org' \
  'Enabled=true' \
  'Parent=facteur-85efbdf41c4b5666a29a6570c0736b10' \
  '' \
  '[Mail Transport]' \
  'BackendName=smtp' \
  '' \
  '[Authentication]' \
  'Host=smtp.example.org' \
  'Method=PLAIN' \
  'Port=587' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=start@login.example.org' \
  '' \
  '[Security]' \
  'Method=starttls-on-standard-port' \
  >"$work"/'transport'
put_source 'transport' '-transport'

# Did we ever choose it as the default one? Then the remover takes that back.
if [ -f "$state/account.default" ]; then : >"$work/plan/account.default"; fi
install
say 'Done: Evolution has the account start@example.org. It asks for the password when you open it. If you have never chosen a default account, choose it in Evolution, in the preferences under mail accounts.'
