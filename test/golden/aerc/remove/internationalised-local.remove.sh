#!/bin/sh
# … what all scripts for Linux share
former='h-l-ne-elik-5627a2fe@example.org'' '
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'h-l-ne-elik-ce158d71@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'aerc'/'h-l-ne-elik-ce158d71@example.org' "$1/"'aerc'/*; do
# … what all scripts for Linux share
state=$root/'aerc'/'h-l-ne-elik-ce158d71@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'h-l-ne-elik-ce158d71@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'h-l-ne-elik-ce158d71@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc h-l-ne-elik-ce158d71@example.org'
end='# <<< facteur aerc h-l-ne-elik-ce158d71@example.org'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='h-l-ne-elik-ce158d71@example.org' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'h-l-ne-elik-ce158d71@example.org' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write h-l-ne-elik-ce158d71@example.org instead, then start again; nothing has been changed'; fi
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''h-l-ne-elik-ce158d71@example.org'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
