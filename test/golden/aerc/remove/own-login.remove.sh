#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'aerc'/'marie.curie@cnrs.fr' ] || [ ! -d "$root/"'aerc'/'marie.curie@cnrs.fr' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'aerc'/'marie.curie@cnrs.fr'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'marie.curie@cnrs.fr' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'marie.curie@cnrs.fr'
# … what all scripts for Linux share
begin='# >>> facteur aerc marie.curie@cnrs.fr'
end='# <<< facteur aerc marie.curie@cnrs.fr'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''marie.curie@cnrs.fr'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
