#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'jeanne.martin@universite.example' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'neomutt'/'jeanne.martin@universite.example' "$1/"'neomutt'/*; do
# … what all scripts for Linux share
state=$root/'neomutt'/'jeanne.martin@universite.example'
# … what all scripts for Linux share
    rmdir "$root/kept/"'neomutt'/'jeanne.martin@universite.example' "$root/kept/"'neomutt' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'neomutt'/'jeanne.martin@universite.example'
# … what all scripts for Linux share
begin='# >>> facteur neomutt jeanne.martin@universite.example'
end='# <<< facteur neomutt jeanne.martin@universite.example'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='jeanne.martin@universite.example' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'jeanne.martin@universite.example' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'le compte y porte encore son ancien nom : écrivez jeanne.martin@universite.example à la place, puis recommencez ; rien n’a été modifié'; fi
# … what all scripts for Linux share
    say 'set realname = "Jeanne Martin"'
    say 'set from = "jeanne.martin@universite.example"'
# … what all scripts for Linux share
    say 'set imap_user = "jeanne.martin@universite.example"'
    say 'set imap_login = "jeanne.martin@universite.example"'
    say 'set imap_pass = "`secret-tool lookup service "imap" host "imap.universite.example" user "jeanne.martin@universite.example" 2>/dev/null`"'
    say 'unset imap_authenticators'
    say 'set folder = "imaps://imap.universite.example:993/"'
    say 'set spoolfile = "+INBOX"'
    say 'set record = "+Sent"'
    say 'set postponed = "+Drafts"'
    say 'set trash = "+Trash"'
    say 'set smtp_url = "smtps://jeanne.martin%40universite.example@smtp.universite.example:465/"'
    say 'set smtp_pass = "`secret-tool lookup service "smtp" host "smtp.universite.example" user "jeanne.martin@universite.example" 2>/dev/null`"'
# … what all scripts for Linux share
    say 'set realname = "Jeanne Martin"'
    say 'set from = "jeanne.martin@universite.example"'
# … what all scripts for Linux share
    say 'set imap_user = "jeanne.martin@universite.example"'
    say 'set imap_login = "jeanne.martin@universite.example"'
    say 'unset imap_pass'
    say 'unset imap_authenticators'
    say 'set folder = "imaps://imap.universite.example:993/"'
    say 'set spoolfile = "+INBOX"'
    say 'set record = "+Sent"'
    say 'set postponed = "+Drafts"'
    say 'set trash = "+Trash"'
    say 'set smtp_url = "smtps://jeanne.martin%40universite.example@smtp.universite.example:465/"'
# … what all scripts for Linux share
# NeoMutt reads the first of these that is there.
places() {
  "$@" "$config/neomutt/neomuttrc" "$config/neomutt/muttrc" "$config/mutt/neomuttrc" "$config/mutt/muttrc" \
    "$HOME/.neomutt/neomuttrc" "$HOME/.neomutt/muttrc" "$HOME/.mutt/neomuttrc" "$HOME/.mutt/muttrc" \
    "$HOME/.neomuttrc" "$HOME/.muttrc"
}
folder=$config/neomutt
main=$config/neomutt/neomuttrc
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
  say "$folder/"'jeanne.martin@universite.example.rc'
  for each in "$folder"/*.rc; do
    name=${each##*/}
    if [ -f "$each" ] && [ "$name" != 'jeanne.martin@universite.example.rc' ] && is_account "${name%.rc}"; then say "$each"; fi
  done
}
# refuse_readers PATH...: a file of theirs that reads ours under its former name would read one that is not there.
refuse_readers() {
  for each in "$@"; do
    if look "$each"; then
      outside "$each"
      if reads "$own" <"$work/outside"; then refuse "$each" 'le compte y porte encore son ancien nom : écrivez jeanne.martin@universite.example à la place, puis recommencez ; rien n’a été modifié'; fi
    fi
  done
}
# An account of theirs in a file with the name of ours stays theirs.
own=$folder/'jeanne.martin@universite.example.rc'
outside "$own"
if [ -z "$first" ] && names_account "$work/outside"; then refuse "$own" 'ce fichier contient un compte jeanne.martin@universite.example qui ne vient pas d’ici : renommez-le ou retirez-le, puis recommencez ; rien n’a été modifié'; fi
# find_main PATH...: the first that is there, in $main.
find_main() {
  for each in "$@"; do
    if [ -e "$each" ]; then
      main=$each
      return
    fi
  done
}
places find_main
outside "$main"
if has_account "$work/outside" "${main%/*}"; then default_kept=1; fi
{
  cat "$work/account"
  if [ -n "$default_kept" ]; then
    # Hooks of another account would bring back what it has set.
    printf 'unhook %s\n' account-hook folder-hook send-hook send2-hook reply-hook fcc-hook
    printf 'unhook %s\n' startup-hook timeout-hook
  fi
} >"$work/own"
list_own >"$work/own-files"
set --
while IFS= read -r each; do
  if [ "$each" != "$folder/"'jeanne.martin@universite.example.rc' ]; then set -- "$@" "$each"; fi
done <"$work/own-files"
for own in "$@"; do places refuse_readers; done
own=$folder/'jeanne.martin@universite.example.rc'
put_block account "$own" "$work/own" "$@"
# The main file reads ours, unless it has an account already.
if [ -n "$default_kept" ]; then
  places drop_block main
else
  case $config in
    "$HOME/.config") shown=\~/.config ;;
    *[\"\\\$\`]*) refuse "$config" 'Mutt ne sait pas lire un chemin avec de tels signes : donnez une autre valeur à XDG_CONFIG_HOME ; rien n’a été modifié' ;;
    *) shown=$config ;;
  esac
  printf 'source "%s/%s"\n' "$shown${folder#"$config"}" 'jeanne.martin@universite.example.rc' >"$work/source"
  places put_block main "$main" "$work/source"
fi
install
say 'NeoMutt est configuré. Pour l’utiliser : neomutt -e "source ~/.config/neomutt/jeanne.martin@universite.example.rc"'
if [ -n "$default_kept" ]; then say 'NeoMutt avait déjà un compte : c’est lui qui reste le compte habituel.'; fi
if [ -n "$keyring" ]; then
  say 'Rangez une fois le mot de passe dans le trousseau de votre bureau ; chaque ligne vous le demandera :'
  say '  ''secret-tool store --label=imap.universite.example service imap host imap.universite.example user jeanne.martin@universite.example'
  say '  ''secret-tool store --label=smtp.universite.example service smtp host smtp.universite.example user jeanne.martin@universite.example'
else
  say 'NeoMutt vous demandera le mot de passe.'
fi
