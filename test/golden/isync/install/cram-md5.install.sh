#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'cram@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'isync'/'cram@example.org' "$1/"'isync'/*; do
# … what all scripts for Linux share
state=$root/'isync'/'cram@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'cram@example.org' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'cram@example.org'
# … what all scripts for Linux share
begin='# >>> facteur isync cram@example.org'
end='# <<< facteur isync cram@example.org'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='cram@example.org' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'cram@example.org' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write cram@example.org instead, then start again; nothing has been changed'; fi
# … what all scripts for Linux share
    say 'IMAPAccount "cram@example.org"'
    say 'Host "imap.example.org"'
    say 'Port "993"'
    say 'User "cram@example.org"'
    say 'PassCmd "secret-tool lookup service imap host imap.example.org user cram@example.org"'
    say 'SSLType "IMAPS"'
    say 'AuthMechs "CRAM-MD5"'
    say ''
    say 'IMAPStore "cram@example.org-remote"'
    say 'Account "cram@example.org"'
    say ''
    say 'MaildirStore "cram@example.org-local"'
    say 'Path "~/Mail/cram@example.org/"'
    say 'Inbox "~/Mail/cram@example.org/INBOX"'
    say 'SubFolders Verbatim'
    say ''
    say 'Channel "cram@example.org"'
    say 'Far ":cram@example.org-remote:"'
    say 'Near ":cram@example.org-local:"'
# … what all scripts for Linux share
    say 'IMAPAccount "cram@example.org"'
    say 'Host "imap.example.org"'
    say 'Port "993"'
    say 'User "cram@example.org"'
    say 'SSLType "IMAPS"'
    say 'AuthMechs "CRAM-MD5"'
    say ''
    say 'IMAPStore "cram@example.org-remote"'
    say 'Account "cram@example.org"'
    say ''
    say 'MaildirStore "cram@example.org-local"'
    say 'Path "~/Mail/cram@example.org/"'
    say 'Inbox "~/Mail/cram@example.org/INBOX"'
    say 'SubFolders Verbatim'
    say ''
    say 'Channel "cram@example.org"'
    say 'Far ":cram@example.org-remote:"'
    say 'Near ":cram@example.org-local:"'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

# uses_account NAME: does it name that account, its stores or its channel, also in a group or a channel of somebody else? mbsync stops at a name that is not there.
uses_account() {
  tr -d '"' | account=$1 awk '
    BEGIN { name = ENVIRON["account"] }
    tolower($1) ~ /^(imapaccount|imapstore|maildirstore|account|channels?|group|far|near|master|slave)$/ {
      for (i = 2; i <= NF; i++) {
        sub(/^:/, "", $i)
        sub(/:.*/, "", $i)
        if ($i == name || $i == name "-remote" || $i == name "-local") found = 1
      }
    }
    END { exit !found }'
}
# needs_ours: does it name our account, as it is called there?
needs_ours() {
  name='cram@example.org'
  uses_account "${called:-$name}"
}
uses=uses_account
# Version 1.5 and later read the second one where it is there (config.c); earlier ones never do.
file=$HOME/.mbsyncrc
version=$(mbsync --version 2>/dev/null) || version=
case $version in
  'isync 0.'* | 'isync 1.'[0-4] | 'isync 1.'[0-4]'.'*) ;;
  *) if [ -e "$config/isyncrc" ] || [ -L "$config/isyncrc" ]; then file=$config/isyncrc; fi ;;
esac
outside "$file"
# Messages that are there already stay where they are, also where the account had another name.
mail='cram@example.org'
# is_name NAME: may the account have had this name? One with digits was made of the address as it was typed then.
is_name() {
  if is_account "$1"; then return 0; fi
  case $1 in
    *[!A-Za-z0-9.@-]*) return 1 ;;
    *[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]@"${mail#*@}") ;;
    *) return 1 ;;
  esac
}
if [ -n "$first" ]; then
  before=$(sed -n 's|^Path "~/Mail/\(.*\)/"$|\1|p' "$work/inside" | head -n 1)
  if [ -n "$before" ] && is_name "$before" && [ -d "$HOME/Mail/$before" ]; then mail=$before; fi
fi
# has_account FILE: does it name an account, a store, a channel or a group as ours does, or keep messages where ours does?
has_account() {
  tr -d '"\r' <"$1" | account='cram@example.org' mail=$mail awk '
    BEGIN { name = ENVIRON["account"]; mail = ENVIRON["HOME"] "/Mail/" ENVIRON["mail"] }
    { word = tolower($1) }
    word ~ /^(imapaccount|channel|group)$/ && $2 == name { found = 1 }
    word ~ /^(imap|maildir)store$/ && ($2 == name "-remote" || $2 == name "-local") { found = 1 }
    word == "path" {
      sub(/^[ \t]*[^ \t]+[ \t]+/, "")
      sub(/[\/ \t]*$/, "")
      if (substr($0, 1, 2) == "~/") $0 = ENVIRON["HOME"] substr($0, 2)
      if ($0 == mail) found = 1
    }
    END { exit !found }'
}
if has_account "$work/outside"; then refuse "$file" 'this file has an account cram@example.org that is not from here: rename or remove it, then start again; nothing has been changed'; fi
# Messages that another program has put there would be new ones, and go to the server.
folder=$HOME/Mail/$mail
if [ -d "$folder" ]; then
  messages=$(find "$folder/" -type f \( -path '*/cur/*' -o -path '*/new/*' \) -print | head -n 1)
  ours=$(find "$folder/" -name .mbsyncstate -print | head -n 1)
  if [ -n "$messages" ] && [ -z "$ours" ]; then refuse "$folder" 'this folder has messages of another program, and mbsync would send them all to the server: move it away, then start again; nothing has been changed'; fi
fi
# An empty line ends a section of mbsync's.
{
  echo
  sed -e 's|^\(Path "~/Mail/\)''cram@example.org''/|\1'"$mail/|" -e 's|^\(Inbox "~/Mail/\)''cram@example.org''/|\1'"$mail/|" "$work/account"
  echo
} >"$work/sections"
places put_block main "$file" "$work/sections"
make_folder "$HOME/Mail/$mail"
install
say 'isync (mbsync) is set up. Use it with: mbsync cram@example.org'
if [ -n "$default_kept" ]; then say 'isync (mbsync) had an account already: that one stays the usual one.'; fi
if [ -n "$keyring" ]; then
  say 'Keep the password once in the keyring of your desktop; each line asks for it:'
  say '  ''secret-tool store --label=imap.example.org service imap host imap.example.org user cram@example.org'
else
  say 'isync (mbsync) will ask for the password.'
fi
