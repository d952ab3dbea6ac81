#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'whole@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'msmtp'/'whole@example.org' "$1/"'msmtp'/*; do
# … what all scripts for Linux share
state=$root/'msmtp'/'whole@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'msmtp'/'whole@example.org' "$root/kept/"'msmtp' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'msmtp'/'whole@example.org'
# … what all scripts for Linux share
begin='# >>> facteur msmtp whole@example.org'
end='# <<< facteur msmtp whole@example.org'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='whole@example.org' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'whole@example.org' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'the account is named here as it was called before: write whole@example.org instead, then start again; nothing has been changed'; fi
# … what all scripts for Linux share
    say 'account "whole@example.org"'
    say 'protocol smtp'
    say 'host "smtp.example.org"'
    say 'port "465"'
    say 'socket'
    say 'source_ip'
    say 'proxy_host'
    say 'domain localhost'
    say 'from "whole@example.org"'
# … what all scripts for Linux share
    say 'user "whole@example.org"'
    say 'ntlmdomain'
    say 'password'
    say 'passwordeval "secret-tool lookup service smtp host smtp.example.org user whole@example.org"'
    say 'tls on'
    say 'tls_certcheck on'
    say 'tls_starttls off'
# … what all scripts for Linux share
    say 'account "whole@example.org"'
    say 'protocol smtp'
    say 'host "smtp.example.org"'
    say 'port "465"'
    say 'socket'
    say 'source_ip'
    say 'proxy_host'
    say 'domain localhost'
    say 'from "whole@example.org"'
# … what all scripts for Linux share
    say 'user "whole@example.org"'
# … what all scripts for Linux share
    say 'tls_starttls off'
# … what all scripts for Linux share
# msmtp reads the first of these that is there.
places() {
  "$@" "$HOME/.msmtprc" "$config/msmtp/config"
}

# words: the lines that say something, up to a colon, each with one blank between its command and its argument, and without quotes.
words() {
  tr -d '"\r' | sed 's/^[[:blank:]]*//; s/:.*//; s/[[:blank:]]*$//; s/[[:blank:]]\{1,\}/ /; /^#/d; /^$/d'
}

has_ours() {
  words | grep -qxF "account "'whole@example.org'
}

# uses_account NAME: does it name that account, also as one that another takes its settings from? msmtp refuses a whole file that names one that is not there.
uses_account() {
  tr -d '"\r' | account=$1 awk '
    $1 == "account" {
      gsub(/[:,]/, " ")
      for (i = 2; i <= NF; i++) if ($i == ENVIRON["account"]) found = 1
    }
    END { exit !found }'
}
# needs_ours: does it name our account, as it is called there?
needs_ours() {
  name='whole@example.org'
  uses_account "${called:-$name}"
}
uses=uses_account
file=$HOME/.msmtprc
if [ ! -e "$file" ] && [ ! -L "$file" ]; then file=$config/msmtp/config; fi

# has_default FILE: does it name a default account? What stands before the first "account" is one (conf.c, for files of version 1.2), and what a command
# prints may name one, unless it prints a password.
has_default() {
  words <"$1" | awk '
    NR == 1 && $1 != "account" && $1 != "defaults" { found = 1 }
    $1 == "account" && $2 == "default" { found = 1 }
    $1 == "eval" && !/password/ { found = 1 }
    END { exit !found }'
}

outside "$file"
if has_ours <"$work/outside"; then refuse "$file" 'this file has an account whole@example.org that is not from here: rename or remove it, then start again; nothing has been changed'; fi

# knows LINE: does the program here know the command? One that it does not know costs a person the whole file.
knows() {
  command -v msmtp >/dev/null 2>&1 || return 0
  printf 'account probe\n%s\n' "$1" >"$work/probe"
  ! msmtp --file="$work/probe" --account=probe --pretend x@example.org </dev/null 2>&1 | grep -q 'unknown command'
}
while IFS= read -r line; do
  case $line in
    # Newer than version 1.8.2, the first that trusts the system's certificates.
    socket | tls_host_override | set_from_header* | undisclosed_recipients* | allow_from_override*) knows "$line" || continue ;;
  esac
  printf '%s\n' "$line"
done <"$work/account" >"$work/known"
# Newer than what we have seen: where the person says it for all accounts, ours says it too.
for each in from_full_name maildomain; do
  if words <"$work/outside" | grep -qE "^$each( |\$)"; then say "$each" >>"$work/known"; fi
done
places put_block main "$file" "$work/known"
install
say 'msmtp is set up. Use it with: msmtp -a whole@example.org'
if [ -n "$default_kept" ]; then say 'msmtp had an account already: that one stays the usual one.'; fi
if [ -n "$keyring" ]; then
  say 'Keep the password once in the keyring of your desktop; each line asks for it:'
  say '  ''secret-tool store --label=smtp.example.org service smtp host smtp.example.org user whole@example.org'
else
  say 'msmtp will ask for the password.'
fi
