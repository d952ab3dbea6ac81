#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'aerc'/'jeanne.martin@universite.example' ] || [ ! -d "$root/"'aerc'/'jeanne.martin@universite.example' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'aerc'/'jeanne.martin@universite.example'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'jeanne.martin@universite.example' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'jeanne.martin@universite.example'
# … what all scripts for Linux share
begin='# >>> facteur aerc jeanne.martin@universite.example'
end='# <<< facteur aerc jeanne.martin@universite.example'
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
