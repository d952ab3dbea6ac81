#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'ann.other@physics.example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'geary'/'ann.other@physics.example.org' "$1/"'geary'/*; do
# … what all scripts for Linux share
state=$root/'geary'/'ann.other@physics.example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'geary'/'ann.other@physics.example.org' "$root/kept/"'geary' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'geary'/'ann.other@physics.example.org'
# … what all scripts for Linux share
# judge FILE: "ours", "removed" (ours, and Geary has yet to delete it), "twice" (the same mailbox, from somebody else) or "other". An account is ours by the
# group with our name, which Geary keeps when it writes the file anew (Geary.ConfigFile), and by the address: its number may be anybody's by now.
judge() {
  if [ ! -f "$1" ] || [ ! -r "$1" ]; then
    echo other
    return
  fi
  account='ann.other@physics.example.org' former= address='ann.other@physics.example.org' login='login=ann.other' LC_ALL=C awk '
    BEGIN { for (i = split(ENVIRON["former"], names, " "); i > 0; i--) known[names[i]] }
    { sub(/[ \t\r]+$/, "") }
    /^\[/ { group = $0; next }
    group == "[Facteur]" && /^account=/ {
      name = substr($0, 9)
      if (tolower(name) == ENVIRON["account"] || (name in known)) marked = 1
    }
    group == "[Account]" && /^sender_mailboxes[ \t]*=/ && index(tolower($0), ENVIRON["address"]) { named = 1 }
    group == "[Incoming]" && $0 == ENVIRON["login"] { same = 1 }
    group == "[Metadata]" && /^status[ \t]*=[ \t]*removed$/ { removed = 1 }
    END {
      if (marked && named) print removed ? "removed" : "ours"
      else print named && same && ENVIRON["address"] != "" && !removed ? "twice" : "other"
    }' "$1"
}

if is_running geary; then refuse Geary 'Geary is running: close it, then start again; nothing has been changed'; fi

printf '%s\n' \
  '[Metadata]' \
  'version=1' \
  'status=enabled' \
  '' \
  '[Account]' \
  'ordinal=1' \
  'label=Example ann.other@physics.example.org' \
  'prefetch_days=14' \
  'save_drafts=true' \
  'save_sent=true' \
  'use_signature=false' \
  'signature=' \
  'sender_mailboxes=Ann Other <ann.other@physics.example.org>;' \
  'service_provider=other' \
  '' \
  '[Folders]' \
  '' \
  '[Incoming]' \
  'login=ann.other' \
  'remember_password=true' \
  'host=imap.physics.example.org' \
  'port=143' \
  'transport_security=start-tls' \
  'credentials=custom' \
  '' \
  '[Outgoing]' \
  'remember_password=true' \
  'host=smtp.physics.example.org' \
  'port=587' \
  'transport_security=start-tls' \
  'credentials=use-incoming' \
  '' \
  '[Facteur]' \
  'account=ann.other@physics.example.org' \
  >"$work/lines"

path=
last=0
for each in "$config"/geary/*/geary.ini; do
  case $(judge "$each") in
    ours | removed) path=${path:-$each} ;;
    twice) refuse "$each" 'this mailbox is there already, set up by hand: keep it, or delete that account in Geary and run this again; nothing has been changed' ;;
  esac
  if [ -f "$each" ] && [ -r "$each" ]; then
    last=$(awk -F = -v last="$last" '$1 == "ordinal" && $2 + 0 > last { last = $2 + 0 } END { print last }' "$each")
  fi
done
if [ -n "$path" ]; then
  follow "$path"
  merge_keys "$target" "$work/lines" 'ordinal label prefetch_days save_drafts save_sent use_signature signature remember_password' >"$work/after"
else
  # A folder that nobody has, and whose messages nobody has left behind; behind the accounts that there are.
  number=1
  while
    folder=account_$(printf %02d "$number")
    [ -e "$config/geary/$folder" ] || [ -L "$config/geary/$folder" ] || [ -e "$data/geary/$folder" ]
  do number=$((number + 1)); done
  path=$config/geary/$folder/geary.ini
  ordinal=$((last + 1))
  sed "s/^ordinal=.*/ordinal=$ordinal/" "$work/lines" >"$work/after"
fi
plan account "$path" "$work/after"
install
say 'Done: Geary has the account ann.other@physics.example.org. It asks for the password when you start it.'
