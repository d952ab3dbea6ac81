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
  for each in "$1/"'himalaya'/'start@example.org' "$1/"'himalaya'/*; do
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
state=$root/'himalaya'/'start@example.org'
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
    rmdir "$root/kept/"'himalaya'/'start@example.org' "$root/kept/"'himalaya' "$root/kept" "${state%/*}" 2>/dev/null
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
case ${XDG_CONFIG_HOME-} in /*) config=$XDG_CONFIG_HOME ;; *) config=$HOME/.config ;; esac
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
  kept=$root/kept/'himalaya'/'start@example.org'
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
# Our part of a file stands between two comments. The first also says what the file lacked before, so that the file can be given back to the byte: itself,
# or the end of its last line. The second has a sum of the part, which tells whether somebody has changed it. No other note is needed to take it out, and
# where a line of the file stands outside it the file stays.
begin='# >>> facteur himalaya start@example.org'
end='# <<< facteur himalaya start@example.org'
# The command that says whether what it reads names the account of a name; a program without such lines has none.
uses=false

# find_block PATH: the lines of our part in $target, in $first and $last, empty where there is none; what the first says, in $lack, and the last, in $sum; the name of
# the account there, in $called. A part with a former name counts where there is none with this one.
# An editor may have changed blanks and line ends. A comment that is not alone on its line cannot be taken out with it.
find_block() {
  first=
  last=
  called=
  [ -f "$target" ] || return 0
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='start@example.org' former=$former awk '
    function bare(text) { gsub(/[ \t\r]/, "", text); return text }
    # Is it the name of the account, in "now", or a former one, in "former"?
    function kind(name) {
      if (name == account) return "now"
      return tolower(name) == account || (name in known) ? "former" : ""
    }
    BEGIN {
      account = ENVIRON["account"]
      begin = bare(ENVIRON["begin"])
      end = bare(ENVIRON["end"])
      start = substr(begin, 1, length(begin) - length(account))
      stop = substr(end, 1, length(end) - length(account))
      for (i = split(ENVIRON["former"], names, " "); i > 0; i--) known[names[i]]
    }
    !/facteur/ { next }
    {
      count = split($0, parts, "\r")
      for (i = 1; i <= count; i++) {
        part = bare(parts[i])
        if (index(part, start) == 1) {
          name = substr(part, length(start) + 1)
          note = match(name, /\(new(file|line)\)$/) ? substr(name, RSTART) : ""
          name = substr(name, 1, length(name) - length(note))
          if (!(which = kind(name))) continue
          begins[which]++
          first[which] = NR
          called[which] = name
          lack[which] = note ? note : "-"
        } else if (index(part, stop) == 1) {
          name = substr(part, length(stop) + 1)
          note = match(name, /\([0-9]+\)$/) ? substr(name, RSTART + 1, RLENGTH - 2) : ""
          if (note) name = substr(name, 1, RSTART - 1)
          if (!(which = kind(name))) continue
          ends[which]++
          last[which] = NR
          sum[which] = note ? note : "-"
        } else continue
        if (part != bare($0)) hidden[which] = 1
      }
    }
    END {
      which = begins["now"] || ends["now"] ? "now" : "former"
      if (!begins[which] && !ends[which]) print "none - - - -"
      else if (begins[which] == 1 && ends[which] == 1 && !hidden[which] && first[which] < last[which]) {
        print first[which], last[which], lack[which], sum[which], called[which]
      } else print "damaged - - - -"
    }' >"$work/marks"
  read -r first last lack sum called <"$work/marks"
  case $first in
    none)
      first=
      last=
      called=
      ;;
    damaged) refuse "$1" 'the part between “# >>> facteur” and “# <<< facteur” is incomplete or there twice: correct it by hand, then start again; nothing has been changed' ;;
  esac
  case $lack in '(newfile)') lack=' (new file)' ;; '(newline)') lack=' (new line)' ;; *) lack= ;; esac
}

# split_block PATH: what stands before our part, our part, what is inside it, and what stands behind it.
split_block() {
  head -n $((first - 1)) "$target" >"$work/head"
  tail -n +"$first" "$target" | head -n $((last - first + 1)) >"$work/old"
  tail -n +$((first + 1)) "$target" | head -n $((last - first - 1)) >"$work/inside"
  tail -n +$((last + 1)) "$target" >"$work/tail"
  if tr -d '\000\t\r ' <"$work/inside" | grep -qe '^#>>>facteur' -e '^#<<<facteur'; then refuse "$1" 'the part between “# >>> facteur” and “# <<< facteur” is incomplete or there twice: correct it by hand, then start again; nothing has been changed'; fi
}

# add_up FILE: the sum of a part, in $added. Blanks and line ends do not count.
add_up() {
  added=$(tr -d '\000\t\r ' <"$1" | cksum | cut -d ' ' -f 1)
}

# cut_block: the file without our part, in $rest, empty where no file is to stay.
cut_block() {
  rest=$work/rest
  if [ "$lack" = ' (new line)' ] && [ ! -s "$work/tail" ] && [ -s "$work/head" ]; then
    head -c $(($(wc -c <"$work/head") - 1)) "$work/head" >"$rest"
    return
  fi
  cat "$work/head" "$work/tail" >"$rest"
  if [ -z "$lack" ]; then return; fi
  if [ ! -s "$rest" ]; then
    [ "$lack" != ' (new file)' ] || rest=
    return
  fi
  # What ours says of the file another part of ours now says, and what it says of the line before it the one right behind it.
  heir=$(tr '\000' '\001' <"$rest" | awk '/^[ \t]*#[ \t]*>>>[ \t]+facteur / && !/\(new / { print NR; exit }')
  [ -n "$heir" ] || return 0
  if [ "$lack" = ' (new file)' ] || [ "$heir" -eq "$first" ]; then
    {
      head -n $((heir - 1)) "$rest"
      tail -n +"$heir" "$rest" | head -n 1 | tr -d '\r\n'
      printf '%s\n' "$lack"
      tail -n +$((heir + 1)) "$rest"
    } >"$work/passed"
    mv "$work/passed" "$rest"
  fi
}

# put_block KEY PATH FILE [PATH...]: plans that the file at PATH has the lines of FILE, at its end or where they were, and that no file of the other paths has.
put_block() {
  key=$1
  into=$2
  part=$3
  shift 3
  follow "$into"
  printf '%s\n' "$target" >"$work/seen-$key"
  drop_parts "$key" "$@"
  follow "$into"
  find_block "$into"
  : >"$work/head"
  : >"$work/tail"
  if [ -n "$first" ]; then
    split_block "$into"
    # A part of the file that is not ours may name the account, and would name one that is not there.
    if [ "$called" != 'start@example.org' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write start@example.org instead, then start again; nothing has been changed'; fi
    add_up "$work/inside"
    if [ "$sum" != "$added" ] && ! same "$part" "$work/inside"; then keep "$key" "$work/old"; fi
  elif [ ! -f "$target" ]; then
    lack=' (new file)'
  else
    lack=
    cat "$target" >"$work/head"
    ended=$(tail -c 1 "$target" | wc -l)
    if [ -s "$target" ] && [ "$ended" -eq 0 ]; then
      lack=' (new line)'
      printf '\n' >>"$work/head"
    fi
  fi
  add_up "$part"
  {
    cat "$work/head"
    printf '%s\n' "$begin$lack"
    cat "$part"
    printf '%s\n' "$end ($added)"
    cat "$work/tail"
  } >"$work/whole"
  plan "$key" "$into" "$work/whole"
}

# drop_block KEY PATH...: plans that our part goes from the files of these paths, and from those that are noted. What others wrote stays.
drop_block() {
  : >"$work/seen-$1"
  : >"$work/plan/$1.drop"
  drop_parts "$@"
}

# drop_parts KEY PATH...: the same, but for files that have been seen.
drop_parts() {
  key=$1
  shift
  for noted in "$state/$key.path" "$state/$key"-[0-9]*.path; do
    [ -f "$noted" ] || continue
    path=$(cat "$noted")
    [ -z "$path" ] || set -- "$@" "$path"
  done
  number=0
  for each in "$@"; do
    look "$each" || continue
    if grep -qxF -e "$target" "$work/seen-$key"; then continue; fi
    printf '%s\n' "$target" >>"$work/seen-$key"
    find_block "$each"
    [ -n "$first" ] || continue
    found=1
    split_block "$each"
    add_up "$work/inside"
    [ "$sum" = "$added" ] || keep "$key" "$work/old"
    cut_block
    number=$((number + 1))
    plan "$key-$number" "$each" "$rest"
    : >"$work/plan/$key-$number.drop"
  done
}

# outside PATH: what the file at PATH has beside our part, in $work/outside.
outside() {
  follow "$1"
  find_block "$1"
  : >"$work/outside"
  if [ -n "$first" ]; then
    split_block "$1"
    cat "$work/head" "$work/tail" >"$work/outside"
  elif [ -f "$target" ]; then
    cat "$target" >"$work/outside"
  fi
}

# leave_none KEY COMMAND PATH...: refuses where COMMAND, which reads a file without our part, still finds what is ours: somebody took the two comments away, or
# wrote more. It also looks where the notes say, and nothing may stay unread.
leave_none() {
  key=$1
  command=$2
  shift 2
  for noted in "$state/$key.path" "$state/$key"-[0-9]*.path; do
    [ -f "$noted" ] || continue
    path=$(cat "$noted")
    [ -z "$path" ] || set -- "$@" "$path"
  done
  for each in "$@"; do
    if ! look "$each"; then
      [ ! -f "$target" ] || refuse "$each" 'this cannot be read: allow it, then start again; nothing has been changed'
      continue
    fi
    outside "$each"
    if tr '\000\r' '\001\n' <"$work/outside" | "$command"; then refuse "$each" 'our account stands here outside the lines between “# >>> facteur” and “# <<< facteur”, or is still read from here: take that out by hand, then start again; nothing has been changed'; fi
  done
}
version=$(himalaya --version 2>/dev/null) || version=
case $version in himalaya\ v[01].* | himalaya\ [01].*) refuse himalaya 'version 2 or later is needed, whose configuration is another: update it, then start again; nothing has been changed' ;; esac
# The configuration, in $work/account. This program asks for no password: it needs the desktop's keyring.
command -v secret-tool >/dev/null 2>&1 || refuse secret-tool 'this program is missing, and no password can be asked for otherwise: install it (Debian, Ubuntu: apt install libsecret-tools), then start again; nothing has been changed'
keyring=1
{
  say '[accounts."start@example.org"]'
  say 'email = "start@example.org"'
  say 'display-name = "Start Tls"'
  say 'imap.server = "imap://imap.example.org:143"'
  say 'imap.starttls = true'
  say 'imap.sasl.plain.username = "start@login.example.org"'
  say 'imap.sasl.plain.password.command = ["secret-tool", "lookup", "service", "imap", "host", "imap.example.org", "user", "start@login.example.org"]'
  say 'smtp.server = "smtp://smtp.example.org:587"'
  say 'smtp.starttls = true'
  say 'smtp.sasl.plain.username = "start@login.example.org"'
  say 'smtp.sasl.plain.password.command = ["secret-tool", "lookup", "service", "smtp", "host", "smtp.example.org", "user", "start@login.example.org"]'
  say 'mailbox.alias.inbox = "INBOX"'
  say 'mailbox.alias.sent = "Sent"'
} >"$work/account"
default_kept=
# Himalaya reads the first of these that is there.
places() {
  "$@" "$config/himalaya/config.toml" "$HOME/.config/himalaya/config.toml" "$HOME/.himalayarc"
}

# facts: what the TOML on standard input says of accounts (TOML v1.0.0; config.rs of Himalaya 2.1.0), one on a line: "account NAME"; "default", where one is;
# "inline", where all stand in a table that nothing can be added to; "old", where one has keys that version 2 has no more; "broken", where it cannot be read.
facts() {
  tr -d '\000\r' | awk '
    function sign() { return substr(text, at, 1) }
    function fail() { broken = 1; at = size + 1 }
    function to_end() { while (at <= size && sign() != "\n") at++ }
    function skip(lines) {
      for (; at <= size; at++) {
        if (sign() == "#") to_end()
        if (sign() !~ (lines ? "^[ \t\n]$" : "^[ \t]$")) return
      }
    }
    function quoted(  quote, end, part, all) {
      quote = end = sign()
      if (substr(text, at, 3) == quote quote quote) end = quote quote quote
      at += length(end)
      while (at <= size && substr(text, at, length(end)) != end) {
        part = substr(text, at, quote == "\"" && sign() == "\\" ? 2 : 1)
        if (length(end) == 1 && part == "\n") break
        all = all part
        at += length(part)
      }
      if (substr(text, at, length(end)) != end) fail()
      at += length(end)
      while (length(end) == 3 && sign() == quote) at++
      return all
    }
    function key(  all) {
      if (sign() ~ /^["\047]$/) return quoted()
      for (all = ""; sign() ~ /^[A-Za-z0-9_-]$/; at++) all = all sign()
      if (all == "") fail()
      return all
    }
    function keys(  all) {
      all = key()
      skip(0)
      while (sign() == ".") {
        at++
        skip(0)
        all = all "\001" key()
        skip(0)
      }
      return all
    }
    function tell(path, value,  parts, count) {
      count = split(path, parts, "\001")
      if (parts[1] != "accounts") return
      if (count == 1 && value != "[") print "inline"
      if (count > 1) print "account " parts[2]
      if (count == 3 && parts[3] == "default" && value == "true") print "default"
      if (parts[3] ~ /^(backend|message|folder|sender|imap-host|smtp-host)$/) print "old"
    }
    function pair(path) {
      path = path keys()
      if (sign() != "=") fail()
      at++
      skip(0)
      value(path)
    }
    function value(path,  end, all) {
      if (sign() ~ /^["\047]$/) {
        quoted()
        tell(path, "text")
      } else if (sign() == "{" || sign() == "[") {
        end = sign() == "[" ? "]" : "}"
        tell(path, sign() == "[" ? "list" : "table")
        at++
        skip(1)
        while (!broken && sign() != end) {
          if (end == "]") value(path "\001\001")
          else pair(path "\001")
          skip(1)
          if (sign() == ",") {
            at++
            skip(1)
          } else if (sign() != end) fail()
        }
        at++
      } else {
        for (all = ""; at <= size && sign() !~ /^[],}# \t\n]$/; at++) all = all sign()
        if (all == "") fail()
        tell(path, all)
      }
    }
    { text = text $0 "\n" }
    END {
      sub(/^\357\273\277/, "", text)
      size = length(text)
      at = 1
      for (skip(1); at <= size; skip(1)) {
        if (sign() != "[") pair(table)
        else {
          at++
          if (sign() == "[") at++
          skip(0)
          table = keys()
          if (sign() != "]") fail()
          tell(table, "[")
          table = table "\001"
        }
        to_end()
      }
      if (broken) print "broken"
    }'
}
has_ours() {
  facts | grep -qxF "account "'start@example.org'
}
file=$config/himalaya/config.toml
# find_file PATH...: the first that is there, in $file.
find_file() {
  for each in "$@"; do
    if [ -e "$each" ] || [ -L "$each" ]; then
      file=$each
      return
    fi
  done
}
places find_file
outside "$file"
facts <"$work/outside" >"$work/facts"
says() {
  grep -qxF "$1" "$work/facts"
}
if says broken; then refuse "$file" 'this cannot be read as TOML: correct it, then start again; nothing has been changed'; fi
if says "account "'start@example.org'; then refuse "$file" 'this file has an account start@example.org that is not from here: rename or remove it, then start again; nothing has been changed'; fi
if says inline; then refuse "$file" 'all accounts stand here in one pair of braces, to which none can be added: write each as [accounts.NAME], then start again; nothing has been changed'; fi
# Version 2 passes over the keys of version 1; version 1 knows none of ours.
if [ -z "$version" ] && says old; then refuse "$file" 'version 2 or later is needed, whose configuration is another: update it, then start again; nothing has been changed'; fi
places put_block main "$file" "$work/account"
install
say 'Himalaya is set up. Use it with: himalaya envelopes list -a start@example.org'
if [ -n "$default_kept" ]; then say 'Himalaya had an account already: that one stays the usual one.'; fi
if [ -n "$keyring" ]; then
  say 'Keep the password once in the keyring of your desktop; each line asks for it:'
  say '  ''secret-tool store --label=imap.example.org service imap host imap.example.org user start@login.example.org'
  say '  ''secret-tool store --label=smtp.example.org service smtp host smtp.example.org user start@login.example.org'
else
  say 'Himalaya will ask for the password.'
fi
