#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'zoe.noel@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'aerc'/'zoe.noel@example.org' "$1/"'aerc'/*; do
# … what all scripts for Linux share
state=$root/'aerc'/'zoe.noel@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'zoe.noel@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'zoe.noel@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc zoe.noel@example.org'
end='# <<< facteur aerc zoe.noel@example.org'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='zoe.noel@example.org' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'zoe.noel@example.org' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'le compte y porte encore son ancien nom : écrivez zoe.noel@example.org à la place, puis recommencez ; rien n’a été modifié'; fi
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''zoe.noel@example.org'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
