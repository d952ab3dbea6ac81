#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'ann.other@xn--co-9ia.example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'aerc'/'ann.other@xn--co-9ia.example.org' "$1/"'aerc'/*; do
# … what all scripts for Linux share
state=$root/'aerc'/'ann.other@xn--co-9ia.example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'ann.other@xn--co-9ia.example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'ann.other@xn--co-9ia.example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc ann.other@xn--co-9ia.example.org'
end='# <<< facteur aerc ann.other@xn--co-9ia.example.org'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='ann.other@xn--co-9ia.example.org' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'ann.other@xn--co-9ia.example.org' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write ann.other@xn--co-9ia.example.org instead, then start again; nothing has been changed'; fi
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''ann.other@xn--co-9ia.example.org'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
