#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'marie.curie@cnrs.fr' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'aerc'/'marie.curie@cnrs.fr' "$1/"'aerc'/*; do
# … what all scripts for Linux share
state=$root/'aerc'/'marie.curie@cnrs.fr'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'marie.curie@cnrs.fr' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'marie.curie@cnrs.fr'
# … what all scripts for Linux share
begin='# >>> facteur aerc marie.curie@cnrs.fr'
end='# <<< facteur aerc marie.curie@cnrs.fr'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='marie.curie@cnrs.fr' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'marie.curie@cnrs.fr' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'le compte y porte encore son ancien nom : écrivez marie.curie@cnrs.fr à la place, puis recommencez ; rien n’a été modifié'; fi
# … what all scripts for Linux share
  say '[marie.curie@cnrs.fr]'
  say 'source = imaps://m.sklodowska%40ods.services@imap.cnrs.fr:993'
  say 'source-cred-cmd = secret-tool lookup service imap host imap.cnrs.fr user m.sklodowska@ods.services'
  say 'outgoing = smtp+plain://m.sklodowska%40ods.services@smtp.cnrs.fr:587'
  say 'outgoing-cred-cmd = secret-tool lookup service smtp host smtp.cnrs.fr user m.sklodowska@ods.services'
  say 'smtp-starttls = yes'
  say 'from = Marie Curie <marie.curie@cnrs.fr>'
  say 'aliases = Marie Curie <marie.curie@cnrs.fr>'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''marie.curie@cnrs.fr'']'
}
outside "$file"
if has_ours <"$work/outside"; then refuse "$file" 'ce fichier contient un compte marie.curie@cnrs.fr qui ne vient pas d’ici : renommez-le ou retirez-le, puis recommencez ; rien n’a été modifié'; fi
# The first account of the file is the one that aerc opens first.
put_block main "$file" "$work/account"
install
say 'aerc est configuré. Pour l’utiliser : aerc'
if [ -n "$default_kept" ]; then say 'aerc avait déjà un compte : c’est lui qui reste le compte habituel.'; fi
if [ -n "$keyring" ]; then
  say 'Rangez une fois le mot de passe dans le trousseau de votre bureau ; chaque ligne vous le demandera :'
  say '  ''secret-tool store --label=imap.cnrs.fr service imap host imap.cnrs.fr user m.sklodowska@ods.services'
  say '  ''secret-tool store --label=smtp.cnrs.fr service smtp host smtp.cnrs.fr user m.sklodowska@ods.services'
else
  say 'aerc vous demandera le mot de passe.'
fi
