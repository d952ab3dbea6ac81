#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'juergen@xn--bcher-kva.example' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'aerc'/'juergen@xn--bcher-kva.example' "$1/"'aerc'/*; do
# … what all scripts for Linux share
state=$root/'aerc'/'juergen@xn--bcher-kva.example'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'juergen@xn--bcher-kva.example' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'juergen@xn--bcher-kva.example'
# … what all scripts for Linux share
begin='# >>> facteur aerc juergen@xn--bcher-kva.example'
end='# <<< facteur aerc juergen@xn--bcher-kva.example'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='juergen@xn--bcher-kva.example' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'juergen@xn--bcher-kva.example' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write juergen@xn--bcher-kva.example instead, then start again; nothing has been changed'; fi
# … what all scripts for Linux share
  say '[juergen@xn--bcher-kva.example]'
  say 'source = imaps://juergen%40anmeldung.example@imap.xn--bcher-kva.example:993'
  say 'source-cred-cmd = secret-tool lookup service imap host imap.xn--bcher-kva.example user juergen@anmeldung.example'
  say 'outgoing = smtp+plain://juergen%40anmeldung.example@smtp.xn--bcher-kva.example:587'
  say 'outgoing-cred-cmd = secret-tool lookup service smtp host smtp.xn--bcher-kva.example user juergen@anmeldung.example'
  say 'smtp-starttls = yes'
  say 'from = Jürgen <juergen@xn--bcher-kva.example>'
  say 'aliases = Jürgen <juergen@xn--bcher-kva.example>'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''juergen@xn--bcher-kva.example'']'
}
outside "$file"
if has_ours <"$work/outside"; then refuse "$file" 'this file has an account juergen@xn--bcher-kva.example that is not from here: rename or remove it, then start again; nothing has been changed'; fi
# The first account of the file is the one that aerc opens first.
put_block main "$file" "$work/account"
install
say 'aerc is set up. Use it with: aerc'
if [ -n "$default_kept" ]; then say 'aerc had an account already: that one stays the usual one.'; fi
if [ -n "$keyring" ]; then
  say 'Keep the password once in the keyring of your desktop; each line asks for it:'
  say '  ''secret-tool store --label=imap.xn--bcher-kva.example service imap host imap.xn--bcher-kva.example user juergen@anmeldung.example'
  say '  ''secret-tool store --label=smtp.xn--bcher-kva.example service smtp host smtp.xn--bcher-kva.example user juergen@anmeldung.example'
else
  say 'aerc will ask for the password.'
fi
