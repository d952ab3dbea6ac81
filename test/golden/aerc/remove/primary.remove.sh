#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'aerc'/'prenom.nom@cnrs.fr' ] || [ ! -d "$root/"'aerc'/'prenom.nom@cnrs.fr' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'aerc'/'prenom.nom@cnrs.fr'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'prenom.nom@cnrs.fr' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'prenom.nom@cnrs.fr'
# … what all scripts for Linux share
begin='# >>> facteur aerc prenom.nom@cnrs.fr'
end='# <<< facteur aerc prenom.nom@cnrs.fr'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''prenom.nom@cnrs.fr'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
