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
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-3d170ac9@example.org'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
