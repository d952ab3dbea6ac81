#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'cram@example.org' ] || [ ! -d "$root/"'isync'/'cram@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'cram@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'cram@example.org' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'cram@example.org'
# … what all scripts for Linux share
begin='# >>> facteur isync cram@example.org'
end='# <<< facteur isync cram@example.org'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'cram@example.org' -e Channel'cram@example.org' -e Group'cram@example.org'
}
places drop_block main
places leave_none main has_ours
remove
