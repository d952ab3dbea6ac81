#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'aerc'/'Jean-Luc.Martin+listes@example.org' ] || [ ! -d "$root/"'aerc'/'Jean-Luc.Martin+listes@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'aerc'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'Jean-Luc.Martin+listes@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc Jean-Luc.Martin+listes@example.org'
end='# <<< facteur aerc Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
  say '[Jean-Luc.Martin+listes@example.org]'
  say 'source = imaps://jean-luc.martin%40login.example.org@imap.example.org:993'
  say 'source-cred-cmd = secret-tool lookup service imap host imap.example.org user jean-luc.martin@login.example.org'
  say 'outgoing = smtp+plain://jean-luc.martin%40login.example.org@smtp.example.org:587'
  say 'outgoing-cred-cmd = secret-tool lookup service smtp host smtp.example.org user jean-luc.martin@login.example.org'
  say 'smtp-starttls = yes'
  say 'from = Jean-Luc Martin <Jean-Luc.Martin+listes@example.org>'
  say 'aliases = Jean-Luc Martin <Jean-Luc.Martin+listes@example.org>'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''Jean-Luc.Martin+listes@example.org'']'
}
outside "$file"
if has_ours <"$work/outside"; then refuse "$file" 'this file has an account Jean-Luc.Martin+listes@example.org that is not from here: rename or remove it, then start again; nothing has been changed'; fi
# The first account of the file is the one that aerc opens first.
put_block main "$file" "$work/account"
install
say 'aerc is set up. Use it with: aerc'
if [ -n "$default_kept" ]; then say 'aerc had an account already: that one stays the usual one.'; fi
if [ -n "$keyring" ]; then
  say 'Keep the password once in the keyring of your desktop; each line asks for it:'
  say '  ''secret-tool store --label=imap.example.org service imap host imap.example.org user jean-luc.martin@login.example.org'
  say '  ''secret-tool store --label=smtp.example.org service smtp host smtp.example.org user jean-luc.martin@login.example.org'
else
  say 'aerc will ask for the password.'
fi
