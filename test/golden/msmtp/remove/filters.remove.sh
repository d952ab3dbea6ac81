#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'msmtp'/'Jean-Luc.Martin+listes@example.org' ] || [ ! -d "$root/"'msmtp'/'Jean-Luc.Martin+listes@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'msmtp'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'msmtp'/'Jean-Luc.Martin+listes@example.org' "$root/kept/"'msmtp' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'msmtp'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
begin='# >>> facteur msmtp Jean-Luc.Martin+listes@example.org'
end='# <<< facteur msmtp Jean-Luc.Martin+listes@example.org'
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
  words | grep -qxF "account "'Jean-Luc.Martin+listes@example.org'
}

# needs_ours: does it name our account, also as one that another takes its settings from? msmtp refuses a whole file that names one that is not there.
needs_ours() {
  tr -d '"\r' | account='Jean-Luc.Martin+listes@example.org' awk '
    $1 == "account" {
      gsub(/[:,]/, " ")
      for (i = 2; i <= NF; i++) if ($i == ENVIRON["account"]) found = 1
    }
    END { exit !found }'
}
places drop_block main
places leave_none main needs_ours
remove
