#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'clear@example.org' ] || [ ! -d "$root/"'isync'/'clear@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'clear@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'clear@example.org' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'clear@example.org'
# … what all scripts for Linux share
begin='# >>> facteur isync clear@example.org'
end='# <<< facteur isync clear@example.org'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'clear@example.org' -e Channel'clear@example.org' -e Group'clear@example.org'
}
places drop_block main
places leave_none main has_ours
remove
