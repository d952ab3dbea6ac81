#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'juergen@xn--bcher-kva.example' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'neomutt'/'juergen@xn--bcher-kva.example' "$1/"'neomutt'/*; do
# … what all scripts for Linux share
state=$root/'neomutt'/'juergen@xn--bcher-kva.example'
# … what all scripts for Linux share
    rmdir "$root/kept/"'neomutt'/'juergen@xn--bcher-kva.example' "$root/kept/"'neomutt' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'neomutt'/'juergen@xn--bcher-kva.example'
# … what all scripts for Linux share
begin='# >>> facteur neomutt juergen@xn--bcher-kva.example'
end='# <<< facteur neomutt juergen@xn--bcher-kva.example'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='juergen@xn--bcher-kva.example' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'juergen@xn--bcher-kva.example' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write juergen@xn--bcher-kva.example instead, then start again; nothing has been changed'; fi
# … what all scripts for Linux share
    say 'set realname = "Jürgen"'
    say 'set from = "juergen@xn--bcher-kva.example"'
# … what all scripts for Linux share
    say 'set imap_user = "juergen@anmeldung.example"'
    say 'set imap_login = "juergen@anmeldung.example"'
    say 'set imap_pass = "`secret-tool lookup service "imap" host "imap.xn--bcher-kva.example" user "juergen@anmeldung.example" 2>/dev/null`"'
    say 'unset imap_authenticators'
    say 'set folder = "imaps://imap.xn--bcher-kva.example:993/"'
    say 'set spoolfile = "+INBOX"'
    say 'set record = "+Sent"'
    say 'set postponed = "+Drafts"'
    say 'set trash = "+Trash"'
    say 'set smtp_url = "smtp://juergen%40anmeldung.example@smtp.xn--bcher-kva.example:587/"'
    say 'set smtp_pass = "`secret-tool lookup service "smtp" host "smtp.xn--bcher-kva.example" user "juergen@anmeldung.example" 2>/dev/null`"'
# … what all scripts for Linux share
    say 'set realname = "Jürgen"'
    say 'set from = "juergen@xn--bcher-kva.example"'
# … what all scripts for Linux share
    say 'set imap_user = "juergen@anmeldung.example"'
    say 'set imap_login = "juergen@anmeldung.example"'
    say 'unset imap_pass'
    say 'unset imap_authenticators'
    say 'set folder = "imaps://imap.xn--bcher-kva.example:993/"'
    say 'set spoolfile = "+INBOX"'
    say 'set record = "+Sent"'
    say 'set postponed = "+Drafts"'
    say 'set trash = "+Trash"'
    say 'set smtp_url = "smtp://juergen%40anmeldung.example@smtp.xn--bcher-kva.example:587/"'
# … what all scripts for Linux share
# NeoMutt reads the first of these that is there.
places() {
  "$@" "$config/neomutt/neomuttrc" "$config/neomutt/muttrc" "$config/mutt/neomuttrc" "$config/mutt/muttrc" \
    "$HOME/.neomutt/neomuttrc" "$HOME/.neomutt/muttrc" "$HOME/.mutt/neomuttrc" "$HOME/.mutt/muttrc" \
    "$HOME/.neomuttrc" "$HOME/.muttrc"
}
folder=$config/neomutt
# names_account FILE: does it name an account? The files that it reads in its turn will be listed in $work/sources.
names_account() {
  tr -d '\000\r' <"$1" | sources=$work/sources awk '
    BEGIN {
      printf "" >ENVIRON["sources"]
      account = "(^|[^A-Za-z_])(folder|spool_?file|virtual_spool_?file|nm_default_ur[il]|from|envelope_from_address|sendmail|mbox|news_server|tunnel" \
        "|preconnect|account_command|imap_(user|login|pass|authenticators|oauth_refresh_command)|smtp_(url|user|pass|authenticators|oauth_refresh_command)" \
        "|pop_(host|user|pass|authenticators|oauth_refresh_command))[ \t]*[-+]?="
      from = "my_hdr[ \t]+[\"\047]*[Ff][Rr][Oo][Mm]:"
    }
    # One command. What we cannot read may name an account.
    function judge(text,  word) {
      sub(/^[ \t]+/, "", text)
      while (text ~ /^ifn?def[ \t]/) sub(/^ifn?def[ \t]+[^ \t]+[ \t]*["\047]?[ \t]*/, "", text)
      word = text
      sub(/[ \t].*/, "", word)
      if (word == "source") {
        sub(/^source[ \t]*/, "", text)
        gsub(/["\047]/, "", text)
        sub(/[ \t]+$/, "", text)
        print text >ENVIRON["sources"]
      } else if (word == "set") found = found || text ~ account
      else if (word ~ /^(named-|virtual-)?mailboxes$/) found = found || text ~ /[ \t][^ \t]/
      else if (word == "my_hdr") found = found || text ~ ("^" from)
      else if (word ~ /-hook$/ || word == "push" || word == "exec") {
        gsub(/["\047<>;]/, " ", text)
        found = found || word == "account-hook" || text ~ account || text ~ from || text ~ /[ \t](source|mailboxes)[ \t]/
      } else if (word ~ /^(lua|lua-source|run|cd)$/ || word ~ /^[`($]/) found = 1
    }
    # A line: its commands stand apart at semicolons, and a remark ends it.
    function read(line,  i, sign, quote, text) {
      quote = text = ""
      for (i = 1; i <= length(line); i++) {
        sign = substr(line, i, 1)
        if (sign == "\\" && quote != "\047") {
          text = text sign substr(line, ++i, 1)
          continue
        }
        if (quote != "") {
          if (sign == quote) quote = ""
        } else if (sign ~ /["\047`]/) quote = sign
        else if (sign == "#" && (text == "" || text ~ /[ \t]$/)) break
        else if (sign == ";") {
          judge(text)
          text = ""
          continue
        }
        text = text sign
      }
      judge(text)
    }
    { whole = whole $0 }
    /\\$/ { sub(/\\$/, " ", whole); next }
    { read(whole); whole = "" }
    END { read(whole); exit !found }'
}

# list_sources FOLDER: the files of $work/sources, which a file in that folder reads. A path that we cannot read is no file.
list_sources() {
  while IFS= read -r source; do
    case $source in
      \~/*) source=$HOME/${source#??} ;;
      \$HOME/*) source=$HOME/${source#??????} ;;
      /*) ;;
      *) source=$1/$source ;;
    esac
    printf '%s\n' "$source"
  done <"$work/sources"
}

# has_account FILE FOLDER: does it, as a file of that folder, or a file that it reads, name an account? Where we cannot follow, somebody knows more than we do.
has_account() {
  if names_account "$1"; then return 0; fi
  list_sources "$2" >"$work/todo"
  : >"$work/read"
  while [ -s "$work/todo" ]; do
    mv "$work/todo" "$work/round"
    : >"$work/todo"
    while IFS= read -r source_file; do
      if grep -qxF -e "$source_file" "$work/read"; then continue; fi
      printf '%s\n' "$source_file" >>"$work/read"
      [ -f "$source_file" ] && [ -r "$source_file" ] || return 0
      if names_account "$source_file"; then return 0; fi
      list_sources "${source_file%/*}" >>"$work/todo"
    done <"$work/round"
  done
  return 1
}
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
  say "$folder/"'juergen@xn--bcher-kva.example.rc'
  for each in "$folder"/*.rc; do
    name=${each##*/}
    if [ -f "$each" ] && [ "$name" != 'juergen@xn--bcher-kva.example.rc' ] && is_account "${name%.rc}"; then say "$each"; fi
  done
}
# refuse_readers PATH...: a file of theirs that reads ours under its former name would read one that is not there.
refuse_readers() {
  for each in "$@"; do
    if look "$each"; then
      outside "$each"
      if reads "$own" <"$work/outside"; then refuse "$each" 'the account is named here as it was called before: write juergen@xn--bcher-kva.example instead, then start again; nothing has been changed'; fi
    fi
  done
}
# An account of theirs in a file with the name of ours stays theirs.
own=$folder/'juergen@xn--bcher-kva.example.rc'
outside "$own"
if [ -z "$first" ] && names_account "$work/outside"; then refuse "$own" 'this file has an account juergen@xn--bcher-kva.example that is not from here: rename or remove it, then start again; nothing has been changed'; fi
{
  cat "$work/account"
  if :; then
    # Hooks of another account would bring back what it has set.
    printf 'unhook %s\n' account-hook folder-hook send-hook send2-hook reply-hook fcc-hook
    printf 'unhook %s\n' startup-hook timeout-hook
  fi
} >"$work/own"
list_own >"$work/own-files"
set --
while IFS= read -r each; do
  if [ "$each" != "$folder/"'juergen@xn--bcher-kva.example.rc' ]; then set -- "$@" "$each"; fi
done <"$work/own-files"
for own in "$@"; do places refuse_readers; done
own=$folder/'juergen@xn--bcher-kva.example.rc'
put_block account "$own" "$work/own" "$@"
# An additional account is opened by name only. (It may have been the primary one.)
places drop_block main
install
say 'NeoMutt is set up. Use it with: neomutt -e "source ~/.config/neomutt/juergen@xn--bcher-kva.example.rc"'
if [ -n "$default_kept" ]; then say 'NeoMutt had an account already: that one stays the usual one.'; fi
if [ -n "$keyring" ]; then
  say 'Keep the password once in the keyring of your desktop; each line asks for it:'
  say '  ''secret-tool store --label=imap.xn--bcher-kva.example service imap host imap.xn--bcher-kva.example user juergen@anmeldung.example'
  say '  ''secret-tool store --label=smtp.xn--bcher-kva.example service smtp host smtp.xn--bcher-kva.example user juergen@anmeldung.example'
else
  say 'NeoMutt will ask for the password.'
fi
