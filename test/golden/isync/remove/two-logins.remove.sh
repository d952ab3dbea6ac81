#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'both@example.org' ] || [ ! -d "$root/"'isync'/'both@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'both@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'both@example.org' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'both@example.org'
# … what all scripts for Linux share
begin='# >>> facteur isync both@example.org'
end='# <<< facteur isync both@example.org'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'both@example.org' -e Channel'both@example.org' -e Group'both@example.org'
}
places drop_block main
places leave_none main has_ours
remove
