#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'prenom.nom@cnrs.fr' ] || [ ! -d "$root/"'isync'/'prenom.nom@cnrs.fr' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'prenom.nom@cnrs.fr'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'prenom.nom@cnrs.fr' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'prenom.nom@cnrs.fr'
# … what all scripts for Linux share
begin='# >>> facteur isync prenom.nom@cnrs.fr'
end='# <<< facteur isync prenom.nom@cnrs.fr'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'prenom.nom@cnrs.fr' -e Channel'prenom.nom@cnrs.fr' -e Group'prenom.nom@cnrs.fr'
}
places drop_block main
places leave_none main has_ours
remove
