#!/bin/sh
# … what all scripts for Linux share
former=
# … what all scripts for Linux share
  say 'from = prenom.nom@cnrs.fr'
  say 'aliases = prenom.nom@cnrs.fr'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''prenom.nom@cnrs.fr'']'
}
outside "$file"
if has_ours <"$work/outside"; then refuse "$file" 'ce fichier contient un compte prenom.nom@cnrs.fr qui ne vient pas d’ici : renommez-le ou retirez-le, puis recommencez ; rien n’a été modifié'; fi
# The first account of the file is the one that aerc opens first.
put_block main "$file" "$work/account"
install
# … what all scripts for Linux share