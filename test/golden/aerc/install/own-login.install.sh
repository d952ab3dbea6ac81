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
