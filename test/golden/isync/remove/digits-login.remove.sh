#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'007@example.org' ] || [ ! -d "$root/"'isync'/'007@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'007@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'007@example.org' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'007@example.org'
# … what all scripts for Linux share
begin='# >>> facteur isync 007@example.org'
end='# <<< facteur isync 007@example.org'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'007@example.org' -e Channel'007@example.org' -e Group'007@example.org'
}
places drop_block main
places leave_none main has_ours
remove
