#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'prenom.nom@cnrs.fr' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'aerc'/'prenom.nom@cnrs.fr' "$1/"'aerc'/*; do
# … what all scripts for Linux share
state=$root/'aerc'/'prenom.nom@cnrs.fr'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'prenom.nom@cnrs.fr' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'prenom.nom@cnrs.fr'
# … what all scripts for Linux share
begin='# >>> facteur aerc prenom.nom@cnrs.fr'
end='# <<< facteur aerc prenom.nom@cnrs.fr'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='prenom.nom@cnrs.fr' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'prenom.nom@cnrs.fr' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write prenom.nom@cnrs.fr instead, then start again; nothing has been changed'; fi
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''prenom.nom@cnrs.fr'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
