#!/bin/sh
# … what all scripts for Linux share
former=
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

# uses_account NAME: does it name that account, its stores or its channel, also in a group or a channel of somebody else? mbsync stops at a name that is not there.
uses_account() {
  tr -d '"' | account=$1 awk '
    BEGIN { name = ENVIRON["account"] }
    tolower($1) ~ /^(imapaccount|imapstore|maildirstore|account|channels?|group|far|near|master|slave)$/ {
      for (i = 2; i <= NF; i++) {
        sub(/^:/, "", $i)
        sub(/:.*/, "", $i)
        if ($i == name || $i == name "-remote" || $i == name "-local") found = 1
      }
    }
    END { exit !found }'
}
# needs_ours: does it name our account, as it is called there?
needs_ours() {
  name='prenom.nom@cnrs.fr'
  uses_account "${called:-$name}"
}
uses=uses_account
places drop_block main
places leave_none main needs_ours
remove
