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
  say '[prenom.nom@cnrs.fr]'
  say 'source = imaps://prenom.nom%40ods.services@imap.cnrs.fr:993'
  say 'source-cred-cmd = secret-tool lookup service imap host imap.cnrs.fr user prenom.nom@ods.services'
  say 'outgoing = smtp+plain://prenom.nom%40ods.services@smtp.cnrs.fr:587'
  say 'outgoing-cred-cmd = secret-tool lookup service smtp host smtp.cnrs.fr user prenom.nom@ods.services'
  say 'smtp-starttls = yes'
  say 'from = Prénom Nom <prenom.nom@cnrs.fr>'
  say 'aliases = Prénom Nom <prenom.nom@cnrs.fr>'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''prenom.nom@cnrs.fr'']'
}
outside "$file"
if has_ours <"$work/outside"; then refuse "$file" 'this file has an account prenom.nom@cnrs.fr that is not from here: rename or remove it, then start again; nothing has been changed'; fi
# The first account of the file is the one that aerc opens first.
if grep -q '^[[:space:]]*\[' "$work/outside"; then default_kept=1; fi
put_block main "$file" "$work/account"
install
say 'aerc is set up. Use it with: aerc'
if [ -n "$default_kept" ]; then say 'aerc had an account already: that one stays the usual one.'; fi
if [ -n "$keyring" ]; then
  say 'Keep the password once in the keyring of your desktop; each line asks for it:'
  say '  ''secret-tool store --label=imap.cnrs.fr service imap host imap.cnrs.fr user prenom.nom@ods.services'
  say '  ''secret-tool store --label=smtp.cnrs.fr service smtp host smtp.cnrs.fr user prenom.nom@ods.services'
else
  say 'aerc will ask for the password.'
fi
