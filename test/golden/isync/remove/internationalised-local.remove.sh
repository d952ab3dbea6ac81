#!/bin/sh
# … what all scripts for Linux share
former='h-l-ne-elik-5627a2fe@example.org'' '
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'h-l-ne-elik-ce158d71@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'isync'/'h-l-ne-elik-ce158d71@example.org' "$1/"'isync'/*; do
# … what all scripts for Linux share
state=$root/'isync'/'h-l-ne-elik-ce158d71@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'h-l-ne-elik-ce158d71@example.org' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'h-l-ne-elik-ce158d71@example.org'
# … what all scripts for Linux share
begin='# >>> facteur isync h-l-ne-elik-ce158d71@example.org'
end='# <<< facteur isync h-l-ne-elik-ce158d71@example.org'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='h-l-ne-elik-ce158d71@example.org' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'h-l-ne-elik-ce158d71@example.org' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write h-l-ne-elik-ce158d71@example.org instead, then start again; nothing has been changed'; fi
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
  name='h-l-ne-elik-ce158d71@example.org'
  uses_account "${called:-$name}"
}
uses=uses_account
places drop_block main
places leave_none main needs_ours
remove
