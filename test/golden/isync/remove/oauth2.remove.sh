#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'oauth@example.org' ] || [ ! -d "$root/"'isync'/'oauth@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'oauth@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'oauth@example.org' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'oauth@example.org'
# … what all scripts for Linux share
begin='# >>> facteur isync oauth@example.org'
end='# <<< facteur isync oauth@example.org'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'oauth@example.org' -e Channel'oauth@example.org' -e Group'oauth@example.org'
}
places drop_block main
places leave_none main has_ours
remove
