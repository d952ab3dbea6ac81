#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'jean-luc.martin+listes@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'aerc'/'jean-luc.martin+listes@example.org' "$1/"'aerc'/*; do
# … what all scripts for Linux share
state=$root/'aerc'/'jean-luc.martin+listes@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'jean-luc.martin+listes@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'jean-luc.martin+listes@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc jean-luc.martin+listes@example.org'
end='# <<< facteur aerc jean-luc.martin+listes@example.org'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='jean-luc.martin+listes@example.org' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'jean-luc.martin+listes@example.org' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write jean-luc.martin+listes@example.org instead, then start again; nothing has been changed'; fi
# … what all scripts for Linux share
  say '[jean-luc.martin+listes@example.org]'
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
  tr -d '\t ' | grep -qxF '[''jean-luc.martin+listes@example.org'']'
}
outside "$file"
if has_ours <"$work/outside"; then refuse "$file" 'this file has an account jean-luc.martin+listes@example.org that is not from here: rename or remove it, then start again; nothing has been changed'; fi
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
