#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'Jean-Luc.Martin+listes@example.org' ] || [ ! -d "$root/"'isync'/'Jean-Luc.Martin+listes@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'Jean-Luc.Martin+listes@example.org' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
begin='# >>> facteur isync Jean-Luc.Martin+listes@example.org'
end='# <<< facteur isync Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

# needs_ours: does it name our account, its stores or its channel, also in a group or a channel of somebody else? mbsync stops at a name that is not there.
needs_ours() {
  tr -d '"' | account='Jean-Luc.Martin+listes@example.org' awk '
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
places drop_block main
places leave_none main needs_ours
remove
