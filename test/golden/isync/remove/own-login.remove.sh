#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'marie.curie@cnrs.fr' ] || [ ! -d "$root/"'isync'/'marie.curie@cnrs.fr' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'marie.curie@cnrs.fr'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'marie.curie@cnrs.fr' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'marie.curie@cnrs.fr'
# … what all scripts for Linux share
begin='# >>> facteur isync marie.curie@cnrs.fr'
end='# <<< facteur isync marie.curie@cnrs.fr'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'marie.curie@cnrs.fr' -e Channel'marie.curie@cnrs.fr' -e Group'marie.curie@cnrs.fr'
}
places drop_block main
places leave_none main has_ours
remove
