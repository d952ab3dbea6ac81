#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'owen@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'aerc'/'owen@example.org' "$1/"'aerc'/*; do
# … what all scripts for Linux share
state=$root/'aerc'/'owen@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'owen@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'owen@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc owen@example.org'
end='# <<< facteur aerc owen@example.org'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='owen@example.org' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'owen@example.org' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'le compte y porte encore son ancien nom : écrivez owen@example.org à la place, puis recommencez ; rien n’a été modifié'; fi
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''owen@example.org'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
