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
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''whole@example.org'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
