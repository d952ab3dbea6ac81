#!/bin/sh
# … what all scripts for Linux share
former='lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'' '
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'aerc'/'lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' "$1/"'aerc'/*; do
# … what all scripts for Linux share
state=$root/'aerc'/'lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# … what all scripts for Linux share
begin='# >>> facteur aerc lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
end='# <<< facteur aerc lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa instead, then start again; nothing has been changed'; fi
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''lllllllllllllllllllllllllllllllllllllllll-84289571@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
