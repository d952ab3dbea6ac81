#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'two@example.org' ] || [ ! -d "$root/"'isync'/'two@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'two@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'two@example.org' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'two@example.org'
# … what all scripts for Linux share
begin='# >>> facteur isync two@example.org'
end='# <<< facteur isync two@example.org'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'two@example.org' -e Channel'two@example.org' -e Group'two@example.org'
}
places drop_block main
places leave_none main has_ours
remove
