#!/bin/sh
# … what all scripts for Linux share
former='odd-local-part-433c8da6@example.org'' '
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'odd-local-part-b2a9414d@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'msmtp'/'odd-local-part-b2a9414d@example.org' "$1/"'msmtp'/*; do
# … what all scripts for Linux share
state=$root/'msmtp'/'odd-local-part-b2a9414d@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'msmtp'/'odd-local-part-b2a9414d@example.org' "$root/kept/"'msmtp' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'msmtp'/'odd-local-part-b2a9414d@example.org'
# … what all scripts for Linux share
begin='# >>> facteur msmtp odd-local-part-b2a9414d@example.org'
end='# <<< facteur msmtp odd-local-part-b2a9414d@example.org'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='odd-local-part-b2a9414d@example.org' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'odd-local-part-b2a9414d@example.org' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write odd-local-part-b2a9414d@example.org instead, then start again; nothing has been changed'; fi
# … what all scripts for Linux share
# msmtp reads the first of these that is there.
places() {
  "$@" "$HOME/.msmtprc" "$config/msmtp/config"
}

# words: the lines that say something, up to a colon, each with one blank between its command and its argument, and without quotes.
words() {
  tr -d '"\r' | sed 's/^[[:blank:]]*//; s/:.*//; s/[[:blank:]]*$//; s/[[:blank:]]\{1,\}/ /; /^#/d; /^$/d'
}

has_ours() {
  words | grep -qxF "account "'odd-local-part-b2a9414d@example.org'
}

# uses_account NAME: does it name that account, also as one that another takes its settings from? msmtp refuses a whole file that names one that is not there.
uses_account() {
  tr -d '"\r' | account=$1 awk '
    $1 == "account" {
      gsub(/[:,]/, " ")
      for (i = 2; i <= NF; i++) if ($i == ENVIRON["account"]) found = 1
    }
    END { exit !found }'
}
# needs_ours: does it name our account, as it is called there?
needs_ours() {
  name='odd-local-part-b2a9414d@example.org'
  uses_account "${called:-$name}"
}
uses=uses_account
places drop_block main
places leave_none main needs_ours
remove
