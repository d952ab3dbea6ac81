#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'jeanne.martin@universite.example' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'aerc'/'jeanne.martin@universite.example' "$1/"'aerc'/*; do
# … what all scripts for Linux share
state=$root/'aerc'/'jeanne.martin@universite.example'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'jeanne.martin@universite.example' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'jeanne.martin@universite.example'
# … what all scripts for Linux share
begin='# >>> facteur aerc jeanne.martin@universite.example'
end='# <<< facteur aerc jeanne.martin@universite.example'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='jeanne.martin@universite.example' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'jeanne.martin@universite.example' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'le compte y porte encore son ancien nom : écrivez jeanne.martin@universite.example à la place, puis recommencez ; rien n’a été modifié'; fi
# … what all scripts for Linux share
  say '[jeanne.martin@universite.example]'
  say 'source = imaps://jeanne.martin%40universite.example@imap.universite.example:993'
  say 'source-cred-cmd = secret-tool lookup service imap host imap.universite.example user jeanne.martin@universite.example'
  say 'outgoing = smtps+plain://jeanne.martin%40universite.example@smtp.universite.example:465'
  say 'outgoing-cred-cmd = secret-tool lookup service smtp host smtp.universite.example user jeanne.martin@universite.example'
  say 'from = Jeanne Martin <jeanne.martin@universite.example>'
  say 'aliases = Jeanne Martin <jeanne.martin@universite.example>'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''jeanne.martin@universite.example'']'
}
outside "$file"
if has_ours <"$work/outside"; then refuse "$file" 'ce fichier contient un compte jeanne.martin@universite.example qui ne vient pas d’ici : renommez-le ou retirez-le, puis recommencez ; rien n’a été modifié'; fi
# The first account of the file is the one that aerc opens first.
if grep -q '^[[:space:]]*\[' "$work/outside"; then default_kept=1; fi
put_block main "$file" "$work/account"
install
say 'aerc est configuré. Pour l’utiliser : aerc'
if [ -n "$default_kept" ]; then say 'aerc avait déjà un compte : c’est lui qui reste le compte habituel.'; fi
if [ -n "$keyring" ]; then
  say 'Rangez une fois le mot de passe dans le trousseau de votre bureau ; chaque ligne vous le demandera :'
  say '  ''secret-tool store --label=imap.universite.example service imap host imap.universite.example user jeanne.martin@universite.example'
  say '  ''secret-tool store --label=smtp.universite.example service smtp host smtp.universite.example user jeanne.martin@universite.example'
else
  say 'aerc vous demandera le mot de passe.'
fi
