#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'whole@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'aerc'/'whole@example.org' "$1/"'aerc'/*; do
# … what all scripts for Linux share
state=$root/'aerc'/'whole@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'whole@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'whole@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc whole@example.org'
end='# <<< facteur aerc whole@example.org'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='whole@example.org' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'whole@example.org' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write whole@example.org instead, then start again; nothing has been changed'; fi
# … what all scripts for Linux share
  say '[whole@example.org]'
  say 'source = imaps://whole%40example.org@imap.example.org:993'
  say 'source-cred-cmd = secret-tool lookup service imap host imap.example.org user whole@example.org'
  say 'outgoing = smtps+plain://whole%40example.org@smtp.example.org:465'
  say 'outgoing-cred-cmd = secret-tool lookup service smtp host smtp.example.org user whole@example.org'
  say 'from = Whole Provider <whole@example.org>'
  say 'aliases = Whole Provider <whole@example.org>'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''whole@example.org'']'
}
outside "$file"
if has_ours <"$work/outside"; then refuse "$file" 'this file has an account whole@example.org that is not from here: rename or remove it, then start again; nothing has been changed'; fi
# The first account of the file is the one that aerc opens first.
put_block main "$file" "$work/account"
install
say 'aerc is set up. Use it with: aerc'
if [ -n "$default_kept" ]; then say 'aerc had an account already: that one stays the usual one.'; fi
if [ -n "$keyring" ]; then
  say 'Keep the password once in the keyring of your desktop; each line asks for it:'
  say '  ''secret-tool store --label=imap.example.org service imap host imap.example.org user whole@example.org'
  say '  ''secret-tool store --label=smtp.example.org service smtp host smtp.example.org user whole@example.org'
else
  say 'aerc will ask for the password.'
fi
