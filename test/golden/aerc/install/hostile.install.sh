#!/bin/sh
# … what all scripts for Linux share
former='o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org'' '
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-3d170ac9@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'aerc'/'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-3d170ac9@example.org' "$1/"'aerc'/*; do
# … what all scripts for Linux share
state=$root/'aerc'/'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-3d170ac9@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-3d170ac9@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-3d170ac9@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-3d170ac9@example.org'
end='# <<< facteur aerc o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-3d170ac9@example.org'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-3d170ac9@example.org' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-3d170ac9@example.org' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-3d170ac9@example.org instead, then start again; nothing has been changed'; fi
# … what all scripts for Linux share
  say '[o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-3d170ac9@example.org]'
  say 'source = imaps://o%27brien%2Ba%26b%25c%24d%60e%7Bf%7D%7Cg%21h%23i%3Dj%3Fk%5El%2Am%2Fn%7E%40login.example.org@imap.example.org:993'
  say 'source-cred-cmd = secret-tool lookup service imap host imap.example.org user '\''o'\''\'\'''\''brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@login.example.org'\'''
  say 'outgoing = smtps+plain://o%27brien%2Ba%26b%25c%24d%60e%7Bf%7D%7Cg%21h%23i%3Dj%3Fk%5El%2Am%2Fn%7E%40login.example.org@smtp.example.org:465'
  say 'outgoing-cred-cmd = secret-tool lookup service smtp host smtp.example.org user '\''o'\''\'\'''\''brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@login.example.org'\'''
  say 'from = =?UTF-8?B?TydCcmllbiAiPCY+IiBcICVURU1QJSAkKGlkKSBgaWRgIHt7eH19IDwvc2Ny?= =?UTF-8?B?aXB0PiA7Iz0=?= <o'\''brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@example.org>'
  say 'aliases = =?UTF-8?B?TydCcmllbiAiPCY+IiBcICVURU1QJSAkKGlkKSBgaWRgIHt7eH19IDwvc2Ny?= =?UTF-8?B?aXB0PiA7Iz0=?= <o'\''brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@example.org>'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-3d170ac9@example.org'']'
}
outside "$file"
if has_ours <"$work/outside"; then refuse "$file" 'this file has an account o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-3d170ac9@example.org that is not from here: rename or remove it, then start again; nothing has been changed'; fi
# The first account of the file is the one that aerc opens first.
put_block main "$file" "$work/account"
install
say 'aerc is set up. Use it with: aerc'
if [ -n "$default_kept" ]; then say 'aerc had an account already: that one stays the usual one.'; fi
if [ -n "$keyring" ]; then
  say 'Keep the password once in the keyring of your desktop; each line asks for it:'
  say '  ''secret-tool store --label=imap.example.org service imap host imap.example.org user '\''o'\''\'\'''\''brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@login.example.org'\'''
  say '  ''secret-tool store --label=smtp.example.org service smtp host smtp.example.org user '\''o'\''\'\'''\''brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@login.example.org'\'''
else
  say 'aerc will ask for the password.'
fi
