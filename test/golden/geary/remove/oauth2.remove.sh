#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'oauth@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'geary'/'oauth@example.org' "$1/"'geary'/*; do
# … what all scripts for Linux share
state=$root/'geary'/'oauth@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'geary'/'oauth@example.org' "$root/kept/"'geary' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'geary'/'oauth@example.org'
# … what all scripts for Linux share
# judge FILE: "ours", "removed" (ours, and Geary has yet to delete it), "twice" (the same mailbox, from somebody else) or "other". An account is ours by the
# group with our name, which Geary keeps when it writes the file anew (Geary.ConfigFile), and by the address: its number may be anybody's by now.
judge() {
  if [ ! -f "$1" ] || [ ! -r "$1" ]; then
    echo other
    return
  fi
  account='oauth@example.org' former= address='oauth@example.org' login='login=oauth@example.org' LC_ALL=C awk '
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

later=
printf '%s\n' '[Metadata]' 'status=removed' >"$work/status"
for each in "$config"/geary/*/geary.ini; do
  case $(judge "$each") in ours) ;; *) continue ;; esac
  found=1
  folder=${each%/*}
  folder=${folder##*/}
  if [ -d "$data/geary/$folder" ]; then
    # Geary has messages of the account: with this it deletes them, and the account, when it is used next.
    follow "$each"
    merge_keys "$target" "$work/status" '' >"$work/$folder"
    plan "account-$folder" "$each" "$work/$folder"
    later=1
  else
    plan "account-$folder" "$each" ''
  fi
done
remove
if [ -n "$later" ]; then say 'Geary deletes its own copies of your messages when you use it next.'; fi
