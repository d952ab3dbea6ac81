#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'zoe.noel@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'aerc'/'zoe.noel@example.org' "$1/"'aerc'/*; do
# … what all scripts for Linux share
state=$root/'aerc'/'zoe.noel@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'zoe.noel@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'zoe.noel@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc zoe.noel@example.org'
end='# <<< facteur aerc zoe.noel@example.org'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='zoe.noel@example.org' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'zoe.noel@example.org' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'le compte y porte encore son ancien nom : écrivez zoe.noel@example.org à la place, puis recommencez ; rien n’a été modifié'; fi
# … what all scripts for Linux share
  say '[zoe.noel@example.org]'
  say 'source = imaps://zoe.noel%40example.org@imap.example.org:993'
  say 'source-cred-cmd = secret-tool lookup service imap host imap.example.org user zoe.noel@example.org'
  say 'outgoing = smtps+plain://zoe.noel%40example.org@smtp.example.org:465'
  say 'outgoing-cred-cmd = secret-tool lookup service smtp host smtp.example.org user zoe.noel@example.org'
  say 'from = =?UTF-8?B?Wm/DqSBOb8OrbC3FknN0ZXJnw6VyZCDlvKDkvJ8g8J+miiDwn5Gp4oCN?= =?UTF-8?B?8J+UrA==?= <zoe.noel@example.org>'
  say 'aliases = =?UTF-8?B?Wm/DqSBOb8OrbC3FknN0ZXJnw6VyZCDlvKDkvJ8g8J+miiDwn5Gp4oCN?= =?UTF-8?B?8J+UrA==?= <zoe.noel@example.org>'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''zoe.noel@example.org'']'
}
outside "$file"
if has_ours <"$work/outside"; then refuse "$file" 'ce fichier contient un compte zoe.noel@example.org qui ne vient pas d’ici : renommez-le ou retirez-le, puis recommencez ; rien n’a été modifié'; fi
# The first account of the file is the one that aerc opens first.
put_block main "$file" "$work/account"
install
say 'aerc est configuré. Pour l’utiliser : aerc'
if [ -n "$default_kept" ]; then say 'aerc avait déjà un compte : c’est lui qui reste le compte habituel.'; fi
if [ -n "$keyring" ]; then
  say 'Rangez une fois le mot de passe dans le trousseau de votre bureau ; chaque ligne vous le demandera :'
  say '  ''secret-tool store --label=imap.example.org service imap host imap.example.org user zoe.noel@example.org'
  say '  ''secret-tool store --label=smtp.example.org service smtp host smtp.example.org user zoe.noel@example.org'
else
  say 'aerc vous demandera le mot de passe.'
fi
