#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'zoe.noel@example.org' ] || [ ! -d "$root/"'isync'/'zoe.noel@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'zoe.noel@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'zoe.noel@example.org' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'zoe.noel@example.org'
# … what all scripts for Linux share
begin='# >>> facteur isync zoe.noel@example.org'
end='# <<< facteur isync zoe.noel@example.org'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'zoe.noel@example.org' -e Channel'zoe.noel@example.org' -e Group'zoe.noel@example.org'
}
places drop_block main
places leave_none main has_ours
remove
