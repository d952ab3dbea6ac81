#!/bin/sh
# … what all scripts for Linux share
former=
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
  words | grep -qxF "account "'prenom.nom@cnrs.fr'
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
  name='prenom.nom@cnrs.fr'
  uses_account "${called:-$name}"
}
uses=uses_account
places drop_block main
places leave_none main needs_ours
remove
