#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'Jean-Luc.Martin+listes@example.org' ] || [ ! -d "$root/"'isync'/'Jean-Luc.Martin+listes@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'Jean-Luc.Martin+listes@example.org' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
begin='# >>> facteur isync Jean-Luc.Martin+listes@example.org'
end='# <<< facteur isync Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
    say 'IMAPAccount "Jean-Luc.Martin+listes@example.org"'
    say 'Host "imap.example.org"'
    say 'Port "993"'
    say 'User "jean-luc.martin@login.example.org"'
    say 'PassCmd "secret-tool lookup service imap host imap.example.org user jean-luc.martin@login.example.org"'
    say 'SSLType "IMAPS"'
    say 'AuthMechs "PLAIN" "LOGIN"'
    say ''
    say 'IMAPStore "Jean-Luc.Martin+listes@example.org-remote"'
    say 'Account "Jean-Luc.Martin+listes@example.org"'
    say ''
    say 'MaildirStore "Jean-Luc.Martin+listes@example.org-local"'
    say 'Path "~/Mail/Jean-Luc.Martin+listes@example.org/"'
    say 'Inbox "~/Mail/Jean-Luc.Martin+listes@example.org/INBOX"'
    say 'SubFolders Verbatim'
    say ''
    say 'Channel "Jean-Luc.Martin+listes@example.org"'
    say 'Far ":Jean-Luc.Martin+listes@example.org-remote:"'
    say 'Near ":Jean-Luc.Martin+listes@example.org-local:"'
# … what all scripts for Linux share
    say 'IMAPAccount "Jean-Luc.Martin+listes@example.org"'
    say 'Host "imap.example.org"'
    say 'Port "993"'
    say 'User "jean-luc.martin@login.example.org"'
    say 'SSLType "IMAPS"'
    say 'AuthMechs "PLAIN" "LOGIN"'
    say ''
    say 'IMAPStore "Jean-Luc.Martin+listes@example.org-remote"'
    say 'Account "Jean-Luc.Martin+listes@example.org"'
    say ''
    say 'MaildirStore "Jean-Luc.Martin+listes@example.org-local"'
    say 'Path "~/Mail/Jean-Luc.Martin+listes@example.org/"'
    say 'Inbox "~/Mail/Jean-Luc.Martin+listes@example.org/INBOX"'
    say 'SubFolders Verbatim'
    say ''
    say 'Channel "Jean-Luc.Martin+listes@example.org"'
    say 'Far ":Jean-Luc.Martin+listes@example.org-remote:"'
    say 'Near ":Jean-Luc.Martin+listes@example.org-local:"'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

# needs_ours: does it name our account, its stores or its channel, also in a group or a channel of somebody else? mbsync stops at a name that is not there.
needs_ours() {
  tr -d '"' | account='Jean-Luc.Martin+listes@example.org' awk '
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
# Version 1.5 and later read the second one where it is there (config.c); earlier ones never do.
file=$HOME/.mbsyncrc
version=$(mbsync --version 2>/dev/null) || version=
case $version in
  'isync 0.'* | 'isync 1.'[0-4] | 'isync 1.'[0-4]'.'*) ;;
  *) if [ -e "$config/isyncrc" ] || [ -L "$config/isyncrc" ]; then file=$config/isyncrc; fi ;;
esac
outside "$file"
# has_account FILE: does it name an account, a store, a channel or a group as ours does, or keep messages where ours does?
has_account() {
  tr -d '"\r' <"$1" | account='Jean-Luc.Martin+listes@example.org' awk '
    BEGIN { name = ENVIRON["account"]; mail = ENVIRON["HOME"] "/Mail/" name }
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
if has_account "$work/outside"; then refuse "$file" 'this file has an account Jean-Luc.Martin+listes@example.org that is not from here: rename or remove it, then start again; nothing has been changed'; fi
# Messages that another program has put there would be new ones, and go to the server.
folder=$HOME/Mail/'Jean-Luc.Martin+listes@example.org'
if [ -d "$folder" ]; then
  messages=$(find "$folder/" -type f \( -path '*/cur/*' -o -path '*/new/*' \) -print | head -n 1)
  ours=$(find "$folder/" -name .mbsyncstate -print | head -n 1)
  if [ -n "$messages" ] && [ -z "$ours" ]; then refuse "$folder" 'this folder has messages of another program, and mbsync would send them all to the server: move it away, then start again; nothing has been changed'; fi
fi
# An empty line ends a section of mbsync's.
{
  echo
  cat "$work/account"
  echo
} >"$work/sections"
places put_block main "$file" "$work/sections"
make_folder "$HOME/Mail/"'Jean-Luc.Martin+listes@example.org'
install
say 'isync (mbsync) is set up. Use it with: mbsync Jean-Luc.Martin+listes@example.org'
if [ -n "$default_kept" ]; then say 'isync (mbsync) had an account already: that one stays the usual one.'; fi
if [ -n "$keyring" ]; then
  say 'Keep the password once in the keyring of your desktop; each line asks for it:'
  say '  ''secret-tool store --label=imap.example.org service imap host imap.example.org user jean-luc.martin@login.example.org'
else
  say 'isync (mbsync) will ask for the password.'
fi
