#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'jeanne.martin@universite.example' ] || [ ! -d "$root/"'isync'/'jeanne.martin@universite.example' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'jeanne.martin@universite.example'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'jeanne.martin@universite.example' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'jeanne.martin@universite.example'
# … what all scripts for Linux share
begin='# >>> facteur isync jeanne.martin@universite.example'
end='# <<< facteur isync jeanne.martin@universite.example'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'jeanne.martin@universite.example' -e Channel'jeanne.martin@universite.example' -e Group'jeanne.martin@universite.example'
}
places drop_block main
places leave_none main has_ours
remove
