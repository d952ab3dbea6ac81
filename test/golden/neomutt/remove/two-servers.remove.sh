#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'two@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'neomutt'/'two@example.org' "$1/"'neomutt'/*; do
# … what all scripts for Linux share
state=$root/'neomutt'/'two@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'neomutt'/'two@example.org' "$root/kept/"'neomutt' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'neomutt'/'two@example.org'
# … what all scripts for Linux share
begin='# >>> facteur neomutt two@example.org'
end='# <<< facteur neomutt two@example.org'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='two@example.org' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'two@example.org' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write two@example.org instead, then start again; nothing has been changed'; fi
# … what all scripts for Linux share
# NeoMutt reads the first of these that is there.
places() {
  "$@" "$config/neomutt/neomuttrc" "$config/neomutt/muttrc" "$config/mutt/neomuttrc" "$config/mutt/muttrc" \
    "$HOME/.neomutt/neomuttrc" "$HOME/.neomutt/muttrc" "$HOME/.mutt/neomuttrc" "$HOME/.mutt/muttrc" \
    "$HOME/.neomuttrc" "$HOME/.muttrc"
}
folder=$config/neomutt
# names WORD: does what is read have that word, and not only one that ends so?
names() {
  word=$1 awk '
    {
      line = $0
      while ((at = index(line, ENVIRON["word"])) > 0) {
        if (at == 1 || substr(line, at - 1, 1) !~ /[A-Za-z0-9._+-]/) found = 1
        line = substr(line, at + length(ENVIRON["word"]))
      }
    }
    END { exit !found }'
}
# reads FILE: does what is read read that file of our folder?
reads() {
  grep -v '^[[:blank:]]*#' | names "${folder##*/}/${1##*/}"
}
# list_own: the files of our folder that may have the account, one on a line: the one with its name, then those with a former one.
list_own() {
  say "$folder/"'two@example.org.rc'
  for each in "$folder"/*.rc; do
    name=${each##*/}
    if [ -f "$each" ] && [ "$name" != 'two@example.org.rc' ] && is_account "${name%.rc}"; then say "$each"; fi
  done
}
# reads_ours: does a file read the one that goes?
reads_ours() {
  reads "$own"
}
# is_ours: does that file still have our account?
is_ours() {
  grep -E '^[[:blank:]]*set[[:blank:]]+from[[:blank:]]*=' | names 'two@example.org'
}
list_own >"$work/own-files"
set --
while IFS= read -r each; do set -- "$@" "$each"; done <"$work/own-files"
drop_block account "$@"
places drop_block main
while IFS= read -r own; do places leave_none main reads_ours; done <"$work/own-files"
leave_none account is_ours "$@"
remove
