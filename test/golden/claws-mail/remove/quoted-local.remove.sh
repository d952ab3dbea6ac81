#!/bin/sh
# … what all scripts for Linux share
former='odd-local-part-433c8da6@example.org'' '
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'odd-local-part-b2a9414d@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'claws-mail'/'odd-local-part-b2a9414d@example.org' "$1/"'claws-mail'/*; do
# … what all scripts for Linux share
state=$root/'claws-mail'/'odd-local-part-b2a9414d@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'claws-mail'/'odd-local-part-b2a9414d@example.org' "$root/kept/"'claws-mail' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'claws-mail'/'odd-local-part-b2a9414d@example.org'
# … what all scripts for Linux share
if is_running claws-mail; then refuse 'Claws Mail' 'Claws Mail is running: close it, then start again; nothing has been changed'; fi
claws=$HOME/.claws-mail

# section FILE HEADER: the lines of FILE from that line to the next section.
section() {
  header=$2 awk '/^\[/ { inside = $0 == ENVIRON["header"] } inside' "$1"
}

# cut_section FILE HEADER: FILE without them, on standard output; at the end of the file the empty line before them goes too.
cut_section() {
  header=$2 awk '
    function write() { for (; blanks > 0; blanks--) print "" }
    /^\[/ { inside = $0 == ENVIRON["header"]; if (inside) { held = blanks; cut = 1 } else cut = 0 }
    inside { next }
    /^$/ { blanks++; next }
    { write(); print }
    END { if (cut && blanks == held && blanks > 0) blanks--; write() }' "$1"
}

# has_mailbox FILE: does an account of it have our address and our login?
has_mailbox() {
  address='address="odd \"local\" part"@example.org' login='user_id="odd \"local\" part"@example.org' awk '
    /^\[/ { address = login = 0 }
    tolower($0) == tolower(ENVIRON["address"]) { address = 1 }
    $0 == ENVIRON["login"] { login = 1 }
    address && login { found = 1 }
    END { exit !found }' "$1"
}

# find_account PATH: the number of our account in $number, if Claws Mail still has it in the file at PATH, in $target. Claws Mail writes the file anew
# whenever accounts are edited, and keeps nothing there that it does not know; the number stays. It is ours with our address below it and the login or the
# server that we wrote: an account that the person has made since may have got the number.
find_account() {
  number=
  follow "$1"
  if [ -s "$state/accountrc.number" ] && [ -f "$target" ]; then
    number=$(cat "$state/accountrc.number")
    section "$target" "[Account: $number]" >"$work/section"
    {
      printf '%s\n' 'user_id="odd \"local\" part"@example.org' 'receive_server=imap.example.org'
      if [ -f "$state/accountrc.identity" ]; then cat "$state/accountrc.identity"; fi
    } >"$work/identity"
    grep -qixF 'address="odd \"local\" part"@example.org' "$work/section" && grep -qxF -f "$work/identity" "$work/section" || number=
  fi
}

path=$claws/accountrc
if noted accountrc; then path=$(cat "$state/accountrc.path"); fi
find_account "$path"
if [ -n "$number" ]; then
  found=1
  before=
  cut_section "$target" "[Account: $number]" >"$work/before"
  if [ -f "$state/accountrc.original" ]; then
    before=$work/before
    size=$(wc -c <"$before")
    if [ "$size" -gt 0 ]; then
      head -c $((size - 1)) "$before" >"$work/unended"
      cksum <"$work/unended" >"$work/sum"
      if same "$work/sum" "$state/accountrc.original"; then before=$work/unended; fi
    fi
  elif [ -s "$work/before" ]; then
    before=$work/before
  fi
  plan accountrc "$path" "$before"

  # What Claws Mail has noted under the number of the account: its passwords and its folders. Another account may get the number some day.
  follow "$claws/passwordstorerc"
  if [ -f "$target" ] && grep -qxF "[account:$number]" "$target"; then
    cut_section "$target" "[account:$number]" >"$work/passwords"
    plan passwords "$claws/passwordstorerc" "$work/passwords"
  fi
  follow "$claws/folderlist.xml"
  if [ -n "$before" ] && grep -q '^\[Account: ' "$before"; then others=1; else others=; fi
  list=1
  if unchanged folderlist; then
    # Claws Mail would ask for a first account, although there is another.
    [ -n "$others" ] || plan folderlist "$claws/folderlist.xml" ''
    list=$others
  elif [ -f "$target" ]; then
    number=$number awk '
      BEGIN { mark = " account_id=\"" ENVIRON["number"] "\"" }
      /^[ \t]*<folder / && index($0, mark) { inside = 1 }
      !inside
      inside && (/<\/folder>/ || /^[ \t]*<folder [^>]*\/>/) { inside = 0 }' "$target" >"$work/folderlist"
    plan folderlist "$claws/folderlist.xml" "$work/folderlist"
  fi
  # While there is a list, it names the folders of the mailbox.
  if [ -n "$list" ]; then printf '%s\n' "$HOME/Mail"/* >"$work/used"; fi
elif [ -f "$target" ] && has_mailbox "$target"; then
  refuse 'Claws Mail' 'this mailbox is here, and no note says that it came from us: if you do not want it any more, delete that account in Claws Mail; nothing has been changed'
fi
remove
